import type { LocalClock } from '../../../clock/local-clock';
import { DocumentCollection } from '../../storage/document-collection';
import { IdSequence } from '../../storage/id-sequence';
import type { SiteDatabase } from '../../storage/site-database';
import type {
  AttachmentRecord,
  CommentRecord,
  FieldRecord,
  GroupRecord,
  HistoryRecord,
  IssueRecord,
  IssueTypeRecord,
  MailRecord,
  GadgetRecord,
  PanelRecord,
  ProjectRecord,
  RoleRecord,
  SecurityLevelRecord,
  StatusRecord,
  UserRecord,
  WorkflowRecord,
} from './records';

/** Everything Jira remembers, collection by collection, with the few look-ups that need more than an id. */
export class JiraState {
  readonly ids: IdSequence;
  readonly users: DocumentCollection<UserRecord>;
  readonly groups: DocumentCollection<GroupRecord>;
  readonly roles: DocumentCollection<RoleRecord>;
  readonly projects: DocumentCollection<ProjectRecord>;
  readonly issueTypes: DocumentCollection<IssueTypeRecord>;
  readonly statuses: DocumentCollection<StatusRecord>;
  readonly workflows: DocumentCollection<WorkflowRecord>;
  readonly securityLevels: DocumentCollection<SecurityLevelRecord>;
  readonly issues: DocumentCollection<IssueRecord>;
  readonly comments: DocumentCollection<CommentRecord>;
  readonly attachments: DocumentCollection<AttachmentRecord>;
  readonly histories: DocumentCollection<HistoryRecord>;
  readonly mails: DocumentCollection<MailRecord>;
  readonly fields: DocumentCollection<FieldRecord>;
  readonly panels: DocumentCollection<PanelRecord>;
  readonly gadgets: DocumentCollection<GadgetRecord>;
  /** Every key an issue has had, so links to a moved issue go on working as in Jira. */
  private readonly issueKeys: DocumentCollection<{ issueId: string }>;

  constructor(
    readonly database: SiteDatabase,
    readonly clock: LocalClock,
  ) {
    this.ids = new IdSequence(database);
    this.users = new DocumentCollection(database, 'user');
    this.groups = new DocumentCollection(database, 'group');
    this.roles = new DocumentCollection(database, 'role');
    this.projects = new DocumentCollection(database, 'project');
    this.issueTypes = new DocumentCollection(database, 'issueType');
    this.statuses = new DocumentCollection(database, 'status');
    this.workflows = new DocumentCollection(database, 'workflow');
    this.securityLevels = new DocumentCollection(database, 'securityLevel');
    this.issues = new DocumentCollection(database, 'issue');
    this.comments = new DocumentCollection(database, 'comment');
    this.attachments = new DocumentCollection(database, 'attachment');
    this.histories = new DocumentCollection(database, 'history');
    this.mails = new DocumentCollection(database, 'mail');
    this.fields = new DocumentCollection(database, 'field');
    this.panels = new DocumentCollection(database, 'panel');
    this.gadgets = new DocumentCollection(database, 'gadget');
    this.issueKeys = new DocumentCollection(database, 'issueKey');
  }

  /** @param idOrKey an issue's id, key or former key, upper or lower case. */
  findIssue(idOrKey: string): IssueRecord | null {
    const direct = /^\d+$/.test(idOrKey) ? this.issues.find(idOrKey) : null;
    if (direct !== null) return direct;
    const alias = this.issueKeys.find(idOrKey.toUpperCase());
    return alias === null ? null : this.issues.find(alias.issueId);
  }

  putIssue(issue: IssueRecord): void {
    this.issues.put(issue.id, issue, issue.projectId);
    this.issueKeys.put(issue.key, { issueId: issue.id });
  }

  findProject(idOrKey: string): ProjectRecord | null {
    return this.projects.find(idOrKey) ?? this.projects.list().find(({ key }) => key === idOrKey.toUpperCase()) ?? null;
  }

  findUserByEmail(email: string): UserRecord | null {
    return this.users.list().find((user) => user.email.toLowerCase() === email.toLowerCase()) ?? null;
  }

  /** Those with a part in the demo first, then the others by name. */
  listPeople(): UserRecord[] {
    const rank = ({ part, displayName }: UserRecord): string => `${PARTS.indexOf(part)} ${displayName}`;
    return this.users
      .list()
      .filter(({ accountType }) => accountType === 'atlassian')
      .sort((left, right) => (rank(left) < rank(right) ? -1 : 1));
  }

  groupsOf(accountId: string): GroupRecord[] {
    return this.groups.list().filter(({ memberIds }) => memberIds.includes(accountId));
  }

  workflowOf(project: ProjectRecord): WorkflowRecord {
    return this.workflows.get(project.workflowId);
  }

  projectsOfWorkflow(workflowId: string): ProjectRecord[] {
    return this.projects.list().filter((project) => project.workflowId === workflowId);
  }
}

const PARTS: UserRecord['part'][] = ['sender', 'receiver', 'lead', 'projectAdmin', 'jiraAdmin', 'outsider', 'member', 'app'];

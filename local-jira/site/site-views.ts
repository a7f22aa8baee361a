import { ATTACHMENT_PATH } from '../host-api';
import type { JiraParts } from '../services/jira/jira-service';
import { asPerson } from '../services/jira/state/caller';
import { leavesFrom } from '../services/jira/operations/transition-issue';
import type { HistoryRecord, IssueRecord, ProjectRecord, TransitionRecord, UserRecord } from '../services/jira/state/records';
import type { Board, HistoryEntry, IssueCard, IssueView, ProjectCard, StatusCard, TransitionCard, UserCard } from '../site';

/** Turns records into what the site's pages show. */
export class SiteViews {
  constructor(private readonly parts: JiraParts) {}

  user(user: UserRecord): UserCard {
    const { accountId, displayName, email, part } = user;
    return {
      accountId,
      displayName,
      email,
      part: part === 'app' ? 'member' : part,
      avatarUrl: `/_host/avatar/${encodeURIComponent(accountId)}`,
      isJiraAdmin: this.parts.permissions.isJiraAdmin(asPerson(accountId)),
    };
  }

  findUser(accountId: string | null): UserCard | null {
    const user = accountId === null ? null : this.parts.state.users.find(accountId);
    return user === null ? null : this.user(user);
  }

  status(statusId: string): StatusCard {
    const { id, name, category } = this.parts.state.statuses.get(statusId);
    return { id, name, category };
  }

  project(accountId: string, project: ProjectRecord): ProjectCard {
    const { id, key, name, style, leadId, workflowId } = project;
    const mayAdminister = this.parts.permissions.has(asPerson(accountId), project, 'ADMINISTER_PROJECTS');
    return { id, key, name, style, leadId, workflowId, mayAdminister };
  }

  board(accountId: string, project: ProjectRecord): Board {
    const { state } = this.parts;
    const issues = state.issues
      .listOf(project.id)
      .filter((issue) => this.parts.permissions.hasOnIssue(asPerson(accountId), issue, 'BROWSE_PROJECTS'));
    const columns = state.workflowOf(project).statusIds.map((statusId) => ({
      status: this.status(statusId),
      cards: issues.filter((issue) => issue.statusId === statusId).map((issue) => this.card(accountId, issue)),
    }));
    return { project: this.project(accountId, project), columns };
  }

  card(accountId: string, issue: IssueRecord): IssueCard {
    const { state, mover } = this.parts;
    const type = state.issueTypes.get(issue.issueTypeId);
    const targets = mover.list(asPerson(accountId), issue).map(({ to }) => to);
    return {
      id: issue.id,
      key: issue.key,
      summary: issue.summary,
      type: { id: type.id, name: type.name },
      status: this.status(issue.statusId),
      assignee: this.findUser(issue.assigneeId),
      appFields: state.fields.list().flatMap(({ id, name }) => {
        const text = this.toFieldText(issue.fields[id]);
        return text === '' ? [] : [{ name, text }];
      }),
      dropTargets: [...new Set(targets)],
    };
  }

  issue(accountId: string, issue: IssueRecord): IssueView {
    const { state, permissions, mover } = this.parts;
    const caller = asPerson(accountId);
    return {
      ...this.card(accountId, issue),
      project: this.project(accountId, state.projects.get(issue.projectId)),
      reporter: this.findUser(issue.reporterId),
      description: issue.description,
      created: issue.created,
      updated: issue.updated,
      transitions: mover.list(caller, issue).map((transition) => this.transition(transition)),
      comments: state.comments
        .listOf(issue.id)
        .map(({ id, authorId, body, created }) => ({ id, author: this.findUser(authorId), body, created })),
      attachments: state.attachments.listOf(issue.id).map(({ id, filename, mimeType, sizeBytes, authorId, created }) => ({
        id,
        filename,
        mimeType,
        sizeBytes,
        author: this.findUser(authorId),
        created,
        contentUrl: `${ATTACHMENT_PATH}/${id}`,
      })),
      history: state.histories
        .listOf(issue.id)
        .reverse()
        .map((entry) => this.history(entry)),
      mayEdit: permissions.hasOnIssue(caller, issue, 'EDIT_ISSUES'),
      mayTransition: permissions.hasOnIssue(caller, issue, 'TRANSITION_ISSUES'),
      mayAssign: permissions.hasOnIssue(caller, issue, 'ASSIGN_ISSUES'),
      mayDelete: permissions.hasOnIssue(caller, issue, 'DELETE_ISSUES'),
    };
  }

  private transition({ id, name, to, screen }: TransitionRecord): TransitionCard {
    return { id, name, to: this.status(to), screenFields: screen.map(({ fieldId, required }) => ({ fieldId, name: fieldId, required })) };
  }

  private history({ id, authorId, created, items }: HistoryRecord): HistoryEntry {
    const toItem = ({ field, fromString, toString: toText }: HistoryRecord['items'][number]) => ({ field, from: fromString, to: toText });
    return { id, author: this.findUser(authorId), created, items: items.map(toItem) };
  }

  private toFieldText(value: unknown): string {
    if (value === undefined || value === null) return '';
    if (typeof value === 'object' && 'accountId' in value) return this.findUser(String(value.accountId))?.displayName ?? '';
    return typeof value === 'string' ? value : JSON.stringify(value);
  }
}

/** The first transition from an issue's status into another. */
export function findTransitionTo(transitions: TransitionRecord[], fromId: string, toId: string): TransitionRecord | null {
  return transitions.find((transition) => transition.to === toId && leavesFrom(transition, fromId)) ?? null;
}

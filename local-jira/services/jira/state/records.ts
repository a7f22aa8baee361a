import type { UserPart } from '../../../site';
import type { ContentDocument } from './content-document';

/** What the local Jira stores, one interface per kind of document. Instants are ISO 8601 UTC. */

export interface UserRecord {
  accountId: string;
  accountType: 'atlassian' | 'app';
  displayName: string;
  email: string;
  active: boolean;
  timeZone: string;
  part: UserPart | 'app';
}

export interface GroupRecord {
  groupId: string;
  name: string;
  memberIds: string[];
}

/** `permissions` is what the role grants in every project: the site has one permission scheme. */
export interface RoleRecord {
  id: string;
  name: string;
  description: string;
  permissions: string[];
}

export interface ProjectRecord {
  id: string;
  key: string;
  name: string;
  style: 'company-managed' | 'team-managed';
  leadId: string;
  workflowId: string;
  issueTypeIds: string[];
  /** By role id. */
  roleActors: Record<string, { userIds: string[]; groupIds: string[] }>;
  lastIssueNumber: number;
}

export interface IssueTypeRecord {
  id: string;
  name: string;
  description: string;
  subtask: boolean;
  /** Set for issue types of a team-managed project. */
  projectId: string | null;
}

type StatusCategoryKey = 'new' | 'indeterminate' | 'done';

export interface StatusRecord {
  id: string;
  name: string;
  category: StatusCategoryKey;
  /** Set for statuses of a team-managed project. */
  projectId: string | null;
}

interface ScreenField {
  fieldId: string;
  required: boolean;
}

/** A Forge validator on a transition. `configuration` is the JSON text its configuration page returned. */
export interface RuleRecord {
  id: string;
  moduleKey: string;
  configuration: string;
  disabled: boolean;
  tag: string | null;
}

/** `from` is `any` for a transition from every status and `initial` for the one that creates. */
export interface TransitionRecord {
  id: string;
  name: string;
  from: string[] | 'any' | 'initial';
  to: string;
  screen: ScreenField[];
  validators: RuleRecord[];
}

export interface WorkflowRecord {
  id: string;
  name: string;
  /** Set for the workflow of a team-managed project. */
  projectId: string | null;
  statusIds: string[];
  transitions: TransitionRecord[];
  versionNumber: number;
}

/** `fields` holds custom fields by id; `properties` the entity properties by key. */
export interface IssueRecord {
  id: string;
  key: string;
  projectId: string;
  issueTypeId: string;
  statusId: string;
  summary: string;
  description: ContentDocument | null;
  assigneeId: string | null;
  reporterId: string;
  creatorId: string;
  labels: string[];
  priority: string;
  resolutionDate: string | null;
  /** Who else may see it; `null` (or absent in older states) for everybody who may browse the project. */
  securityLevelId?: string | null;
  created: string;
  updated: string;
  fields: Record<string, unknown>;
  properties: Record<string, unknown>;
}

/** A level of issue security in one project: only these people and groups see issues that have it. */
export interface SecurityLevelRecord {
  id: string;
  projectId: string;
  name: string;
  description: string;
  userIds: string[];
  groupIds: string[];
}

export interface CommentRecord {
  id: string;
  issueId: string;
  authorId: string;
  body: ContentDocument;
  created: string;
  updated: string;
}

export interface AttachmentRecord {
  id: string;
  issueId: string;
  authorId: string;
  filename: string;
  mimeType: string;
  sizeBytes: number;
  contentBase64: string;
  created: string;
}

/** One item of an issue's history. Ids stand in `from`/`to`, words in `fromString`/`toString`. */
export interface ChangeItem {
  field: string;
  fieldtype: 'jira' | 'custom';
  fieldId: string;
  from: string | null;
  fromString: string | null;
  to: string | null;
  toString: string | null;
}

export interface HistoryRecord {
  id: string;
  issueId: string;
  authorId: string;
  created: string;
  items: ChangeItem[];
}

export interface MailRecord {
  id: string;
  issueId: string | null;
  issueKey: string | null;
  toIds: string[];
  subject: string;
  textBody: string;
  htmlBody: string;
  sentAt: string;
  fromApp: boolean;
}

/** A custom field of the app. `formatter` is the manifest's view expression, if any. */
export interface FieldRecord {
  id: string;
  /** `ari…/static/{moduleKey}` as Jira names fields of Forge apps. */
  key: string;
  moduleKey: string;
  name: string;
  description: string;
  type: string;
  isReadOnly: boolean;
}

/** A panel shown on one issue (pressed there) or on all issues of a project (pinned). */
export interface PanelRecord {
  moduleKey: string;
  issueId: string | null;
  projectId: string | null;
}

/** A gadget on somebody's dashboard, with what its edit view submitted; empty before the first time. */
export interface GadgetRecord {
  id: string;
  accountId: string;
  moduleKey: string;
  configuration: Record<string, unknown>;
}

/** What Jira's workflow API calls a status category. */
export const WORKFLOW_CATEGORY = { new: 'TODO', indeterminate: 'IN_PROGRESS', done: 'DONE' } as const;

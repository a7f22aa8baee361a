import type { ContentDocument } from './services/jira/state/content-document';

/**
 * The site as its own pages see it: one in-process door to users, projects, issues, workflows, modules and mail.
 *
 * Every method that shows or changes something takes the account id of the person in front of the browser and
 * applies that person's permissions, exactly as the REST routes do. Reads answer `null` (or leave a row out) where
 * Jira would say 404, so a page never has to decide who may see what. Instants are ISO 8601 UTC strings.
 */
export interface Site {
  /** Origin of the site's pages, for example `http://127.0.0.1:8080`. */
  readonly siteUrl: string;
  /** Origin the app's static files are served from: another port, so another origin. */
  readonly staticUrl: string;
  readonly cloudId: string;
  readonly app: AppIdentity;

  /** The local clock's present instant. */
  now(): string;

  listUsers(): UserCard[];
  findUser(accountId: string): UserCard | null;
  /** The user a browser without a session plays: the demo's sender. */
  defaultUser(): UserCard;

  listProjects(accountId: string): ProjectCard[];
  findProject(accountId: string, projectKey: string): ProjectCard | null;
  /** Columns in workflow order with the cards of the issues in them. */
  findBoard(accountId: string, projectKey: string): Board | null;

  findIssue(accountId: string, issueKey: string): IssueView | null;
  createIssue(accountId: string, issue: NewIssue): Promise<Outcome<{ key: string }>>;
  editIssue(accountId: string, issueKey: string, change: IssueChange): Promise<Outcome>;
  assignIssue(accountId: string, issueKey: string, assigneeId: string | null): Promise<Outcome>;
  /** Runs a transition with its validators. A refusal carries the validators' texts, one message each. */
  moveIssue(accountId: string, issueKey: string, transitionId: string, fields?: Record<string, unknown>): Promise<Outcome>;
  /** Moves to the column's status by the first transition that leads there, as a drag on the board does. */
  dropIssue(accountId: string, issueKey: string, toStatusId: string): Promise<Outcome>;
  addComment(accountId: string, issueKey: string, text: string): Promise<Outcome>;
  addAttachment(accountId: string, issueKey: string, file: NewAttachment): Promise<Outcome>;
  deleteIssue(accountId: string, issueKey: string): Promise<Outcome>;
  listAssignable(accountId: string, issueKey: string): UserCard[];

  /** Workflows the person may open: all for a Jira admin, the own one for a team-managed project's admin. */
  listWorkflows(accountId: string): WorkflowCard[];
  findWorkflow(accountId: string, workflowId: string): WorkflowView | null;
  addRule(accountId: string, workflowId: string, transitionId: string, rule: NewRule): Promise<Outcome<{ ruleId: string }>>;
  editRule(accountId: string, workflowId: string, ruleId: string, configuration: string): Promise<Outcome>;
  removeRule(accountId: string, workflowId: string, ruleId: string): Promise<Outcome>;

  /** Everything Jira would have mailed, newest first. */
  listOutbox(): OutboxMail[];

  /** Modules that show on this issue for this person; an issue panel only once it was pressed or pinned. */
  listIssueModules(accountId: string, issueKey: string): IssueModules | null;
  /** Presses the panel's button on one issue, as a user does under "Apps". */
  pressPanel(accountId: string, issueKey: string, moduleKey: string): Promise<Outcome>;
  /** Shows a panel on every work item of a project; Jira admins only. */
  pinPanel(accountId: string, projectKey: string, moduleKey: string, pinned: boolean): Promise<Outcome>;
  listProjectPages(accountId: string, projectKey: string): ModuleCard[];
  /** Empty unless the person administers the project. */
  listProjectSettingsPages(accountId: string, projectKey: string): ModuleCard[];
  /** Pages of the site itself, for everybody. */
  listGlobalPages(): ModuleCard[];
  /** Empty unless the person is a Jira admin. */
  listAdminPages(accountId: string): ModuleCard[];

  /** Gadgets that can be put on a dashboard. */
  listGadgetModules(): ModuleCard[];
  /** What is on the person's own dashboard, oldest first. */
  listGadgets(accountId: string): GadgetCard[];
  addGadget(accountId: string, moduleKey: string): Promise<Outcome<{ gadgetId: string }>>;
  /** Keeps what the gadget's edit view submitted; the app reads it as `extension.gadgetConfiguration`. */
  configureGadget(accountId: string, gadgetId: string, configuration: Record<string, unknown>): Promise<Outcome>;
  removeGadget(accountId: string, gadgetId: string): Promise<Outcome>;

  /**
   * Opens a module for one frame: fixes what the platform vouches for and hands out the token its bridge calls carry.
   * `null` where the platform would not render the module for this person.
   */
  openFrame(accountId: string, moduleKey: string, place: FramePlace): OpenedFrame | null;

  /** Resolves when triggers, queues and schedules have settled. */
  idle(): Promise<void>;
  /** Ticks of the "Try it in two minutes" steps of the demo, worked out from the site's state. */
  demoProgress(): DemoProgress;
}

export type Outcome<T extends object = object> = ({ ok: true } & T) | Refused;

/** Why Jira said no: the HTTP status its REST route answers and the sentences a person reads. */
interface Refused {
  ok: false;
  status: number;
  messages: string[];
}

export interface AppIdentity {
  appId: string;
  environmentId: string;
  name: string;
}

/** `part` says which role the person plays in the demo; `member` for everybody else. */
export interface UserCard {
  accountId: string;
  displayName: string;
  email: string;
  part: UserPart;
  /** A same-origin URL of a drawn picture. */
  avatarUrl: string;
  isJiraAdmin: boolean;
}

export type UserPart = 'sender' | 'receiver' | 'lead' | 'projectAdmin' | 'jiraAdmin' | 'outsider' | 'member';

export type ProjectStyle = 'company-managed' | 'team-managed';

export interface ProjectCard {
  id: string;
  key: string;
  name: string;
  style: ProjectStyle;
  leadId: string;
  mayAdminister: boolean;
  workflowId: string;
}

export interface StatusCard {
  id: string;
  name: string;
  category: 'new' | 'indeterminate' | 'done';
}

export interface Board {
  project: ProjectCard;
  columns: BoardColumn[];
}

export interface BoardColumn {
  status: StatusCard;
  cards: IssueCard[];
}

export interface IssueCard {
  id: string;
  key: string;
  summary: string;
  type: IssueTypeCard;
  status: StatusCard;
  assignee: UserCard | null;
  /** The app's read-only fields as Jira shows them: name to text, empty ones left out. */
  appFields: { name: string; text: string }[];
  /** Status ids a drag may end in: those a transition leads to from here. */
  dropTargets: string[];
}

export interface IssueTypeCard {
  id: string;
  name: string;
}

export interface IssueView extends IssueCard {
  project: ProjectCard;
  reporter: UserCard | null;
  description: ContentDocument | null;
  created: string;
  updated: string;
  transitions: TransitionCard[];
  comments: CommentView[];
  attachments: AttachmentView[];
  history: HistoryEntry[];
  mayEdit: boolean;
  mayTransition: boolean;
  mayAssign: boolean;
  mayDelete: boolean;
}

export interface TransitionCard {
  id: string;
  name: string;
  to: StatusCard;
  /** Fields the transition screen asks for; empty without a screen. */
  screenFields: { fieldId: string; name: string; required: boolean }[];
}

export interface CommentView {
  id: string;
  author: UserCard | null;
  body: ContentDocument;
  created: string;
}

export interface AttachmentView {
  id: string;
  filename: string;
  mimeType: string;
  sizeBytes: number;
  author: UserCard | null;
  created: string;
  contentUrl: string;
}

export interface HistoryEntry {
  id: string;
  author: UserCard | null;
  created: string;
  items: { field: string; from: string | null; to: string | null }[];
}

export interface NewIssue {
  projectKey: string;
  summary: string;
  issueTypeId: string;
  description?: string;
  assigneeId?: string;
}

export interface IssueChange {
  summary?: string;
  /** Plain text; blank lines separate paragraphs. */
  description?: string;
}

export interface NewAttachment {
  filename: string;
  mimeType: string;
  content: Uint8Array;
}

/** A rule to add; `configuration` is the JSON text its configuration page returned. */
export interface NewRule {
  moduleKey: string;
  configuration: string;
}

export interface WorkflowCard {
  id: string;
  name: string;
  style: ProjectStyle;
  projectKeys: string[];
}

export interface WorkflowView extends WorkflowCard {
  statuses: StatusCard[];
  transitions: WorkflowTransitionView[];
  /** Validator modules of the app this workflow's kind of project may use. */
  validators: { moduleKey: string; name: string; description: string }[];
  mayEdit: boolean;
}

export interface WorkflowTransitionView {
  id: string;
  name: string;
  /** Empty for a transition from any status; `null` for the initial one. */
  from: StatusCard[] | null;
  to: StatusCard;
  rules: WorkflowRuleView[];
}

export interface WorkflowRuleView {
  ruleId: string;
  moduleKey: string;
  name: string;
  /** What the manifest's `configurationDescription` expression says of this configuration. */
  description: string;
  /** The JSON text the configuration page returned. */
  configuration: string;
  disabled: boolean;
}

export interface OutboxMail {
  id: string;
  sentAt: string;
  to: UserCard[];
  subject: string;
  textBody: string;
  htmlBody: string;
  issueKey: string | null;
  /** `true` when the app asked for it, `false` for Jira's own mail. */
  fromApp: boolean;
}

export interface ModuleCard {
  moduleKey: string;
  type: string;
  /** In en-US, i18n keys resolved. */
  title: string;
  /** On the static origin; `null` without one. */
  iconUrl: string | null;
}

export interface IssueModules {
  /** Right column, always there. */
  context: ModuleCard[];
  /** Wide panels that show now. */
  panels: ModuleCard[];
  /** Panels whose button may still be pressed here. */
  offeredPanels: ModuleCard[];
}

/** A gadget on a dashboard. */
export interface GadgetCard {
  gadgetId: string;
  module: ModuleCard;
}

/** Where on the site a module is opened. */
export type FramePlace =
  | { kind: 'issue'; issueKey: string }
  | { kind: 'project'; projectKey: string }
  | { kind: 'projectSettings'; projectKey: string }
  | { kind: 'admin' }
  /** A page of the site itself, open to everybody. */
  | { kind: 'global' }
  | { kind: 'gadget'; gadgetId: string; page: 'view' | 'edit' }
  | { kind: 'rule'; workflowId: string; transitionId: string; page: 'create' | 'edit' | 'view'; ruleId?: string };

export interface OpenedFrame {
  /** Unguessable; names this frame in every call to the bridge endpoint of host-api.ts. */
  token: string;
  /** What the iframe loads, on the static origin. */
  src: string;
  /** What `view.getContext()` answers, before theme and locale of the browser are added. */
  context: Record<string, unknown>;
  title: string;
}

/** One flag per step of the guide; a step once done stays done until reset. */
export interface DemoProgress {
  blocked: boolean;
  handedOff: boolean;
  accepted: boolean;
  rated: boolean;
}

import type { Person } from '../../contract/handoff-screen';
import type { AccountId, Receiver } from '../../domain/handoff/handoff';

export type { Person };

/** A work item as Jira shows it to whoever asked. */
export interface JiraIssue {
  readonly id: string;
  readonly key: string;
  readonly projectId: string;
  readonly projectKey: string;
  readonly issueTypeId: string;
  readonly summary: string;
  readonly statusId: string;
  readonly statusName: string;
  /** The status is one of those in which work counts as resolved. */
  readonly isDone: boolean;
  readonly assignee: Person | null;
  readonly hasDescription: boolean;
  readonly attachments: readonly { readonly id: string; readonly sizeBytes: number }[];
  /** Every field asked for that is not empty. */
  readonly filledFieldIds: readonly string[];
  /** Value of every filled field: `shown` for people, empty where it names a person; `whole` to tell two values apart. */
  readonly fieldMarks: Readonly<Record<string, { readonly shown: string; readonly whole: string }>>;
  /** Values of each filled field as Jira shows them (`fieldTexts`); rich text has none. */
  readonly fieldTexts: Readonly<Record<string, readonly string[]>>;
  /** Account id in each asked field that holds one person. */
  readonly userFields: Readonly<Record<string, AccountId>>;
}

/** Who asks Jira: the person of this invocation, or Baton itself where no person is involved. */
export type Asker = 'user' | 'app';

/** Reads work items. Throws `JiraFault`; `notFound` also for a work item hidden from the asker. */
export interface IssueReader {
  get(asker: Asker, issueIdOrKey: string): Promise<JiraIssue>;
  /** Those of the ids that Jira shows to the user, by id; any number. */
  findVisible(issueIds: readonly string[]): Promise<ReadonlyMap<string, { readonly key: string; readonly summary: string }>>;
}

/** A group of the site. */
interface SiteGroup {
  readonly id: string;
  readonly name: string;
}

/** Finds whoever may be named in settings, for the person of this invocation. Throws `JiraFault`. */
export interface DirectoryReader {
  /** People who can be assigned in the project, at most 20. */
  findAssignable(projectKey: string, query: string): Promise<readonly Person[]>;
  /** At most 20. */
  findGroups(query: string): Promise<readonly SiteGroup[]>;
}

/** Looks groups up for the person of this invocation, who must be allowed to see them. Throws `JiraFault`. */
export interface GroupReader {
  /** Those of the ids that the site has. */
  findByIds(ids: readonly string[]): Promise<readonly SiteGroup[]>;
  /** Those of exactly these names. */
  findByNames(names: readonly string[]): Promise<readonly SiteGroup[]>;
}

/** Finds work items for the person of this invocation. Throws `JiraFault`. */
export interface RecentIssueReader {
  /** Those of a project that changed last, newest first, as far as the person may see them; at most `limit`, which is 1 to 100. */
  listRecent(
    projectId: string,
    limit: number,
  ): Promise<readonly { readonly key: string; readonly summary: string; readonly statusName: string }[]>;
}

/** One way out of the present status. */
export interface Transition {
  readonly id: string;
  readonly name: string;
  readonly toStatusId: string;
  /** A screen of this transition requires a value. */
  readonly needsFields: boolean;
}

/** Changes work items. Throws `JiraFault`; `refused` carries Jira's own text. */
export interface IssueMover {
  /** Those the asker may use. */
  listTransitions(asker: Asker, issueId: string): Promise<readonly Transition[]>;
  move(asker: Asker, issueId: string, transitionId: string): Promise<void>;
  /** As the person of this invocation. */
  assign(issueId: string, accountId: AccountId): Promise<void>;
}

/** Asks Jira what the person of this invocation may do. Throws `JiraFault`. */
export interface PermissionChecker {
  canEdit(issueId: string): Promise<boolean>;
  isProjectAdmin(projectId: string): Promise<boolean>;
  isJiraAdmin(): Promise<boolean>;
  /** Whether this person, who must be the one of this invocation, belongs to a receiving group or role. Asked as the app. */
  belongsTo(accountId: AccountId, projectId: string, pool: Exclude<Receiver, { kind: 'person' }>): Promise<boolean>;
}

/** Looks people up for the person of this invocation. Throws `JiraFault`. */
export interface PeopleReader {
  /** Names of these accounts; unknown ones are left out. One call. */
  getMany(accountIds: readonly AccountId[]): Promise<readonly Person[]>;
  /** People who may see the work item, at most 20. */
  findViewers(issueKey: string, query: string): Promise<readonly Person[]>;
  /** IANA zones of these accounts, asked as the app; those Jira does not tell are left out. One call. */
  getZones(accountIds: readonly AccountId[]): Promise<ReadonlyMap<AccountId, string>>;
  /** IANA zone of the person of this invocation. */
  getOwnZone(): Promise<string>;
}

/** Sends through Jira, as Baton. Throws `JiraFault`. */
export interface Notifier {
  notify(issueId: string, to: AccountId, text: { readonly subject: string; readonly body: string }): Promise<void>;
}

/** The two read-only fields. Throws `JiraFault`. */
export interface FieldMirror {
  /** Writes both in one call, with changelog and without events of the app's own. */
  write(issueId: string, value: { readonly state: string; readonly receiverId: AccountId | null }): Promise<void>;
}

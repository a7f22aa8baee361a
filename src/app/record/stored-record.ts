import type { AccountId, HandoffRecord, Instant } from '../../domain/handoff/handoff';
import type { SeenStatus } from '../../domain/gate/projection';
import type { HandoffType, Route } from '../../domain/type/handoff-type';
import type { TypeOptions } from '../../domain/type/type-options';
import type { EarlierRound } from '../../contract/handoff-screen';

/** How the work item was last seen: keys its projections and tells a missed move from a known one. */
export interface SeenIssue {
  readonly issueKey: string;
  readonly projectId: string;
  /** Null when it was never looked up. */
  readonly issueTypeId: string | null;
  /** Its title when last looked up: a note that only repeats it is no note (experience.md 1). */
  readonly summary: string;
  /** Status and since when, from the changelog where an event told it, else when Baton first saw it. */
  readonly status: SeenStatus | null;
}

/**
 * One promised notification. `pending` is still to be sent; `claimed` was taken by a sender, which may have died; `sent` and
 * `failed` are final until somebody presses *Send again*.
 */
export interface Notice {
  readonly attempt: number;
  readonly kind: 'offer' | 'reminder' | 'reassigned' | 'overdue' | 'escalation' | 'ended' | 'stuck';
  readonly to: AccountId;
  readonly state: 'pending' | 'claimed' | 'sent' | 'failed';
  readonly at: Instant;
}

/** What still has to reach Jira, and what did. */
interface Outbox {
  /** What the two read-only fields were last told; null before the first time. */
  readonly mirror: MirrorValue | null;
  /** The newest notice of each live handoff, by handoff id; under that id and `:former` to whoever had taken it before, `:accountable` to whoever answers for its type, and `:sender` to its sender. */
  readonly notices: Readonly<Record<string, Notice>>;
}

/** The two read-only fields: a word of experience.md 8, and who it waits for or who accepted. */
export interface MirrorValue {
  readonly state: string;
  readonly receiverId: AccountId | null;
}

/** One offer of one handoff, for the list of earlier rounds. */
export type RoundLine = EarlierRound;

/** What of a closed handoff's type a later move is judged by: its route, and where its receiving side works (M04), if that is said. */
export type ClosedRoute = Route & Partial<Pick<TypeOptions, 'workStatusIds'>>;

/** Entity `issue-record`: everything Baton knows of one work item, the truth every projection is made from. */
export interface StoredRecord {
  /** Grows by one with every transaction; the condition of the next one. */
  readonly rev: number;
  /** Names the transaction that wrote this, so that its writer knows it again after an unclear answer. */
  readonly writeId: string;
  readonly record: HandoffRecord;
  readonly seen: SeenIssue;
  /** Newest sealed event of each live handoff. */
  readonly chains: Readonly<Record<string, { readonly seq: number; readonly hash: string }>>;
  /** The last 20, newest last: a repeated command has one effect. */
  readonly commandIds: readonly string[];
  /** When each person's edit right was last asked of Jira. */
  readonly editChecks: Readonly<Record<AccountId, Instant>>;
  /** The pinned type of each live handoff, by {@link toTypeRef}, so that a save needs no second read. */
  readonly types: Readonly<Record<string, HandoffType>>;
  /** Newest first, at most {@link KEPT_ROUNDS}. */
  readonly rounds: readonly RoundLine[];
  /** Routes of handoffs that closed not long ago (T22, M09), by {@link toTypeRef}; absent while there are none. */
  readonly closedRoutes?: Readonly<Record<string, ClosedRoute>>;
  /** Month (`yyyy-mm`) and project it was last resolved in, with the accepted handoffs it then had (M18); absent before that. */
  readonly closedAs?: { readonly projectId: string; readonly month: string; readonly handoffs: number };
  readonly outbox: Outbox;
  /** When a look found that a time a draft names had come (S-052): its state is told as of then. Absent before the first such look. */
  readonly judgedAt?: Instant;
}

/** Command ids kept per record (data-model.md). */
export const KEPT_COMMAND_IDS = 20;

/** Rounds listed per work item; older ones stay readable by their key. */
export const KEPT_ROUNDS = 30;

/** How long an answered permission check holds for saving fields, in ms (design.md 5). */
export const EDIT_CHECK_HOLDS_MS = 10 * 60_000;

/** Names one version of a type. */
export function toTypeRef(typeId: string, version: number): string {
  return `${typeId}:${String(version)}`;
}

/** The pinned type of a live handoff. Throws when the record lost it, which is a fault of Baton. */
export function getPinnedType(stored: StoredRecord, handoff: { readonly typeId: string; readonly typeVersion: number }): HandoffType {
  const found = stored.types[toTypeRef(handoff.typeId, handoff.typeVersion)];
  if (found === undefined) throw new Error('the record holds no type for one of its live handoffs');
  return found;
}

import type { HandoffType } from '../type/handoff-type';
import type { AccountId, AttachmentMark, Entry, Instant, ItemAnswer, Path, Receiver, Unknown, WaiverKind } from './handoff';

/** One field of the draft set anew. `value` null clears it; `basedOn` is the version the writer saw, 0 for untouched. */
export type DraftChange =
  | { readonly field: 'item'; readonly id: string; readonly value: ItemAnswer | null; readonly basedOn: number }
  | { readonly field: 'section'; readonly id: string; readonly value: string | Unknown | null; readonly basedOn: number }
  | { readonly field: 'sender'; readonly value: AccountId; readonly basedOn: number }
  | { readonly field: 'receiver'; readonly value: Receiver | null; readonly basedOn: number };

/**
 * What somebody asks for. All but `edit`, `startAgain` and `waive` name an existing handoff.
 *
 * `edit` creates the draft at its first use (nothing is stored before) and, on a returned handoff, begins the revision.
 */
export type Command =
  | { readonly type: 'edit'; readonly typeId: string; readonly changes: readonly DraftChange[] }
  | { readonly type: 'revise'; readonly handoffId: string }
  /** Gives an approval or takes one's own back; needs no right to edit (S-049). */
  | { readonly type: 'approve'; readonly handoffId: string; readonly itemId: string; readonly approved: boolean }
  | { readonly type: 'offer'; readonly handoffId: string }
  | { readonly type: 'take'; readonly handoffId: string }
  | { readonly type: 'giveBack'; readonly handoffId: string }
  | { readonly type: 'ask'; readonly handoffId: string; readonly text: string }
  | { readonly type: 'answer'; readonly handoffId: string; readonly questionId: string; readonly text: string }
  | { readonly type: 'accept'; readonly handoffId: string; readonly digest: string; readonly nextStep: string | null }
  | {
      readonly type: 'return';
      readonly handoffId: string;
      readonly reason: string;
      readonly itemIds: readonly string[];
      readonly sectionIds: readonly string[];
    }
  | { readonly type: 'changeReceiver'; readonly handoffId: string; readonly receiver: Receiver }
  /** T15: somebody else stands for the sending side, since the sender cannot. */
  | { readonly type: 'changeSender'; readonly handoffId: string; readonly sender: AccountId; readonly reason: string }
  /** E25: the person asked passes it on. */
  | { readonly type: 'delegate'; readonly handoffId: string; readonly to: AccountId }
  /** T24: lets something pass once; begins the draft where nothing was prepared. */
  | { readonly type: 'waive'; readonly typeId: string; readonly reason: string; readonly kinds: readonly WaiverKind[] }
  | {
      /** The work item moved along the handoff's route although the handoff did not let it (domain.md 4.8). */
      readonly type: 'recordBypass';
      readonly typeId: string;
      readonly fromStatusId: string;
      readonly toStatusId: string;
    }
  | { readonly type: 'remind'; readonly handoffId: string }
  | { readonly type: 'rate'; readonly handoffId: string; readonly value: number; readonly comment: string | null }
  | { readonly type: 'addNote'; readonly handoffId: string; readonly text: string }
  | { readonly type: 'withdraw'; readonly handoffId: string; readonly reason: string }
  | {
      /** Begins a new draft from the package of a withdrawn one. */
      readonly type: 'startAgain';
      readonly typeId: string;
      readonly items: Readonly<Record<string, ItemAnswer>>;
      readonly note: Readonly<Record<string, string>>;
      readonly receiver: Receiver | null;
    }
  | {
      /** The gate stopped a move (or would have): which ids were missing. Logged at most once a minute (domain.md 4.6). */
      readonly type: 'recordRefusal';
      readonly handoffId: string;
      readonly missedIds: readonly string[];
      readonly observed: boolean;
    }
  | { readonly type: 'close'; readonly handoffId: string; readonly reason: 'complete' | 'timeout' };

/** Who acts: a person, an automation Jira named, or Baton's own schedules. */
export type Actor =
  | { readonly kind: 'user'; readonly accountId: AccountId }
  | { readonly kind: 'automation'; readonly accountId: AccountId | null }
  | { readonly kind: 'system' };

/** What Jira says about the work item now, as far as a decision needs it. */
export interface IssueFacts {
  readonly issueKey: string;
  readonly summary: string;
  readonly statusId: string;
  readonly assigneeId: AccountId | null;
  /** Non-empty description: needed for the answer "In the description". */
  readonly hasDescription: boolean;
  /** Ids of Jira fields of `field` items (and of a `userField` receiver) that are filled. */
  readonly filledFieldIds: readonly string[];
  readonly attachments: readonly AttachmentMark[];
  /** Values of Jira fields as Jira shows them, for conditions; absent when it was not asked: then every item applies. */
  readonly fieldValues?: Readonly<Record<string, readonly string[]>>;
  /** The person in the receiver's user field; null when empty or when the type names no field. */
  readonly receiverFieldAccountId: AccountId | null;
}

/** Everything a decision may look at besides the record and the command. Comes in through ports; no clock of its own. */
export interface DecisionContext {
  readonly now: Instant;
  readonly actor: Actor;
  readonly path: Path;
  /** Identifies the attempt: a repeated command has one effect. */
  readonly commandId: string;
  /** The type in question: newest version for a new draft, the pinned version for an existing handoff. */
  readonly handoffType: HandoffType;
  readonly issue: IssueFacts;
  /** Whether the actor may edit the work item, asked of Jira. */
  readonly actorCanEdit: boolean;
  /** Whether the actor belongs to the receiving group or role (or is the named person), asked of Jira about the current user only. */
  readonly actorIsCandidate: boolean;
  /** Whether the actor administers the project, asked of Jira where the decision can depend on it; absent: not asked, so not. */
  readonly actorIsProjectAdmin?: boolean;
  /** Whether the account of whoever took it, or is named, is closed, asked of Jira where the decision can depend on it (E1). */
  readonly receiverIsGone?: boolean;
  /** Preselected receiver for a new draft; null when there is none. */
  readonly defaultReceiver: Receiver | null;
  /** SHA-256 over UTF-8 text, lower-case hex. */
  readonly sha256: (text: string) => string;
  /** A fresh random id for questions. */
  readonly newId: () => string;
}

/** Closed set of reasons a command is refused (domain.md 4.3, 4.7). */
export type RefusalCode =
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'ACTIVE_EXISTS'
  | 'INVALID_STATE'
  | 'INVALID_VALUE'
  | 'UNKNOWN_FIELD'
  | 'VERSION_CONFLICT'
  | 'NOT_READY'
  | 'SELF_HANDOFF'
  | 'RECEIVER_MISSING'
  | 'ALREADY_CLAIMED'
  | 'STALE_PACKAGE'
  | 'NEXT_STEP_REQUIRED'
  | 'REASON_REQUIRED'
  | 'TEXT_REQUIRED'
  | 'RATING_INVALID'
  | 'WINDOW_CLOSED'
  | 'ALREADY_REMINDED'
  | 'PACKAGE_TOO_LARGE'
  | 'TOO_MANY_LIVE';

/** Why a command was refused; `conflicts` names each changed field with what stands there now. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly conflicts?: readonly { readonly field: string; readonly current: Entry<unknown> | null }[];
  /** What is left, for NOT_READY. */
  readonly left?: readonly { readonly kind: string; readonly id: string; readonly title: string }[];
  /** Who was first, for ALREADY_CLAIMED. */
  readonly by?: AccountId;
}

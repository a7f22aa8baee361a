import type { Sides } from '../calendar/side-time';
import type { HandoffType } from '../type/handoff-type';
import type { SeenStatus } from '../gate/projection';
import type { AccountId, AttachmentMark, Entry, Instant, ItemAnswer, Path, Receiver, Unknown, WaiverKind } from './handoff';

/** One field of the draft set anew. `value` null clears it; `basedOn` is the version the writer saw, 0 for untouched. */
export type DraftChange =
  | { readonly field: 'item'; readonly id: string; readonly value: ItemAnswer | null; readonly basedOn: number }
  | { readonly field: 'section'; readonly id: string; readonly value: string | Unknown | null; readonly basedOn: number }
  | { readonly field: 'sender'; readonly value: AccountId; readonly basedOn: number }
  | { readonly field: 'receiver'; readonly value: Receiver | null; readonly basedOn: number }
  | { readonly field: 'risk'; readonly value: 'high' | null; readonly basedOn: number };

/**
 * What somebody asks for. All but `edit`, `startAgain`, `handBack` and `waive` name an existing handoff.
 *
 * `edit` creates the draft at its first use (nothing is stored before) and, on a returned handoff, begins the revision.
 */
export type Command =
  | { readonly type: 'edit'; readonly typeId: string; readonly changes: readonly DraftChange[] }
  | { readonly type: 'revise'; readonly handoffId: string }
  /** Gives an approval or takes one's own back; needs no right to edit (S-049). */
  | { readonly type: 'approve'; readonly handoffId: string; readonly itemId: string; readonly approved: boolean }
  | {
      readonly type: 'offer';
      readonly handoffId: string;
      /** Why it is handed off although the receiver is away, where that must be said (S-050). */
      readonly readinessOverride?: string;
    }
  | { readonly type: 'take'; readonly handoffId: string }
  | { readonly type: 'giveBack'; readonly handoffId: string }
  | { readonly type: 'ask'; readonly handoffId: string; readonly text: string }
  | { readonly type: 'withdrawQuestion'; readonly handoffId: string; readonly questionId: string }
  | { readonly type: 'answer'; readonly handoffId: string; readonly questionId: string; readonly text: string }
  | { readonly type: 'accept'; readonly handoffId: string; readonly digest: string; readonly nextStep: string | null }
  | {
      readonly type: 'return';
      readonly handoffId: string;
      readonly reason: string;
      readonly itemIds: readonly string[];
      readonly sectionIds: readonly string[];
    }
  | {
      /** T10: answers to the questions drawn from the package. */
      readonly type: 'readback';
      readonly handoffId: string;
      readonly digest: string;
      readonly answers: readonly { readonly questionId: string; readonly text: string }[];
    }
  | {
      /** The sender hears a readback back; no corrections: yes, that is it. */
      readonly type: 'hearback';
      readonly handoffId: string;
      readonly corrections: readonly { readonly questionId: string; readonly text: string }[];
    }
  | { readonly type: 'countersign'; readonly handoffId: string; readonly digest: string }
  | {
      /** The receiver has seen what changed after the sign-off; `digest` is of what they saw. */
      readonly type: 'confirmChange';
      readonly handoffId: string;
      readonly digest: string;
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
  /** S-123: waits, complete, until a time; and goes on as before. */
  | { readonly type: 'hold'; readonly handoffId: string; readonly until: Instant }
  | { readonly type: 'release'; readonly handoffId: string }
  /** The time came; `isUnmoved`: the work item could not be moved along. */
  | { readonly type: 'offerHeld'; readonly handoffId: string; readonly isUnmoved?: boolean }
  | { readonly type: 'remind'; readonly handoffId: string }
  | { readonly type: 'rate'; readonly handoffId: string; readonly value: number; readonly comment: string | null }
  | { readonly type: 'addNote'; readonly handoffId: string; readonly text: string }
  | {
      /** T22 by the receiver: what was missing after all. */
      readonly type: 'recordRework';
      readonly handoffId: string;
      readonly text: string | null;
      readonly itemIds: readonly string[];
      readonly sectionIds: readonly string[];
    }
  /** T22 by Baton: the work item moved back to a status of the sending side at `movedAt`. */
  | { readonly type: 'recordMoveBack'; readonly handoffId: string; readonly movedAt: Instant }
  /** By Baton: the work item entered a status in which the receiving side works, at `movedAt` (M04). */
  | { readonly type: 'recordWorkStart'; readonly handoffId: string; readonly movedAt: Instant }
  /** T17: ends it and begins another with everything in it. */
  | { readonly type: 'supersede'; readonly handoffId: string }
  /** T21: it never should have been, or the work item is gone. */
  | { readonly type: 'void'; readonly handoffId: string; readonly reason: 'deleted' | 'enteredInError' }
  | { readonly type: 'withdraw'; readonly handoffId: string; readonly reason: string }
  | {
      /** Begins a new draft from the package of a withdrawn one. */
      readonly type: 'startAgain';
      readonly typeId: string;
      readonly items: Readonly<Record<string, ItemAnswer>>;
      readonly note: Readonly<Record<string, string>>;
      readonly receiver: Receiver | null;
      /** It was marked so before (S-012). */
      readonly isHighRisk?: boolean;
    }
  /** E23: begins a handoff back to the sender of an accepted one, along the type `typeId`, which leads back. */
  | { readonly type: 'handBack'; readonly typeId: string; readonly acceptedId: string }
  | {
      /** The gate stopped a move (or would have): which ids were missing. Logged at most once a minute (domain.md 4.6). */
      readonly type: 'recordRefusal';
      readonly handoffId: string;
      readonly missedIds: readonly string[];
      readonly observed: boolean;
    }
  | { readonly type: 'logTalk'; readonly handoffId: string }
  | { readonly type: 'confirmTalk'; readonly handoffId: string }
  | {
      readonly type: 'waiveTalk';
      readonly handoffId: string;
      readonly instead: 'video' | 'note' | 'accountable';
      /** The link, the note or the reason. */
      readonly text: string;
    }
  | {
      /** The first reaction was due and did not come: those the type names are told, once per offer (E5). */
      readonly type: 'noteOverdue';
      readonly handoffId: string;
    }
  /** E18: the work item was resolved while it waited; `status` is where it stands and since when. */
  | { readonly type: 'endResolved'; readonly handoffId: string; readonly status: SeenStatus }
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
  /** Values of filled fields by id, for people and whole; absent where Jira was not asked. */
  readonly fieldMarks?: Readonly<Record<string, { readonly shown: string; readonly whole: string }>>;
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
  /** Whether the actor belongs to the group that may let a move pass (T24), asked of Jira about the current user; absent: not asked. */
  readonly actorIsInWaiverGroup?: boolean;
  /** Whether the account of whoever took it, or is named, is closed, asked of Jira where the decision can depend on it (E1). */
  readonly receiverIsGone?: boolean;
  /** Preselected receiver for a new draft; null when there is none. */
  readonly defaultReceiver: Receiver | null;
  /** When the two sides work; absent where nothing of the type asks for it, and then Monday to Friday, 9 to 17 UTC. */
  readonly sides?: Sides;
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
  | 'READBACK_REQUIRED'
  | 'READBACK_TOO_SHORT'
  | 'READBACK_TOO_SIMILAR'
  | 'READBACK_FAILED'
  | 'SECOND_SIGNATURE_MISSING'
  | 'REASON_REQUIRED'
  | 'TEXT_REQUIRED'
  | 'RATING_INVALID'
  | 'WINDOW_CLOSED'
  | 'ALREADY_REMINDED'
  | 'PACKAGE_TOO_LARGE'
  | 'TOO_MANY_LIVE'
  | 'TALK_REQUIRED'
  | 'TALK_SAME_PERSON'
  | 'TALK_WAIVER_EMPTY'
  | 'RECEIVER_NOT_READY';

/** Why a command was refused; `conflicts` names each changed field with what stands there now. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly conflicts?: readonly { readonly field: string; readonly current: Entry<unknown> | null }[];
  /** What is left, for NOT_READY. */
  readonly left?: readonly { readonly kind: string; readonly id: string; readonly title: string }[];
  /** Who was first, for ALREADY_CLAIMED. */
  readonly by?: AccountId;
}

import type { Actor } from './command';
import type { AccountId, Instant, ItemAnswer, Offer, Path, Receiver, ReliedFact, TalkWaiver, Unknown, WaiverKind } from './handoff';

/** What every event says: of which handoff it is, who caused it, how and when (envelope of domain.md 4.6). */
export interface EventHeader {
  readonly handoffId: string;
  readonly issueId: string;
  readonly projectId: string;
  readonly typeId: string;
  readonly typeVersion: number;
  /** The attempt the event belongs to; a revision belongs to the attempt it begins. */
  readonly attempt: number;
  readonly at: Instant;
  readonly actor: Actor;
  readonly path: Path;
  readonly commandId: string;
}

/** An item or a section as it was saved: the entry's whole content, so that replay needs nothing else. */
export interface SavedValue<T> {
  readonly id: string;
  /** Null: cleared. */
  readonly value: T | null;
  readonly by: AccountId;
  /** When it was saved, which is before `at` of the event for text that was logged later. */
  readonly savedAt: Instant;
  readonly version: number;
  readonly repeatsTitle?: true;
  /** A section somebody does not know yet; `value` is null then. */
  readonly unknown?: Unknown;
}

/** What an offer freezes besides what it names (E27, S-138). */
export type OfferTerms = Pick<Offer, 'dueAt' | 'calendar' | 'talk' | 'readinessOverride' | 'self'>;

/** What happened to a handoff, apart from the header. One command logs at most one event of each kind, whatever it changes. */
export type LoggedBody =
  | {
      readonly type: 'created';
      readonly by: AccountId;
      readonly n: number;
      readonly sender: AccountId;
      readonly receiver: Receiver | null;
      readonly chainStart?: Instant;
      readonly handsBack?: string;
    }
  | { readonly type: 'item_changed'; readonly changes: readonly SavedValue<ItemAnswer>[] }
  | { readonly type: 'note_changed'; readonly changes: readonly SavedValue<string>[] }
  | {
      readonly type: 'sender_changed';
      readonly by: AccountId;
      readonly sender: AccountId;
      readonly version: number;
      /** Given where somebody changed it in the sender's place (T15). */
      readonly reason?: string;
    }
  | {
      readonly type: 'receiver_changed';
      readonly by: AccountId;
      readonly receiver: Receiver | null;
      readonly version: number;
      readonly delegatedFrom?: AccountId;
    }
  | ({
      readonly type: 'offered';
      readonly by: AccountId | null;
      readonly receiver: Receiver;
      readonly digest: string;
      /** Ids left at an offer under a waiver. */
      readonly waivedIds?: readonly string[];
    } & OfferTerms)
  /** Why it was handed off although the receiver is away, where the move's own event came first and knew no reason (S-050). */
  | { readonly type: 'readiness.overridden'; readonly by: AccountId; readonly reason: string }
  | { readonly type: 'risk_changed'; readonly by: AccountId; readonly risk: 'high' | null; readonly version: number }
  | { readonly type: 'acknowledged'; readonly by: AccountId }
  | { readonly type: 'unclaimed'; readonly by: AccountId }
  | {
      readonly type: 'question.asked';
      readonly by: AccountId;
      readonly questionId: string;
      readonly text: string;
      readonly duringTalk?: true;
    }
  | { readonly type: 'question.withdrawn'; readonly by: AccountId; readonly questionId: string }
  | { readonly type: 'question.answered'; readonly by: AccountId; readonly questionId: string; readonly text: string }
  | {
      readonly type: 'readback.submitted';
      readonly by: AccountId;
      readonly answers: readonly { readonly questionId: string; readonly text: string; readonly passed: boolean }[];
    }
  | { readonly type: 'readback.confirmed'; readonly by: AccountId }
  | {
      readonly type: 'readback.corrected_by_sender';
      readonly by: AccountId;
      readonly corrections: readonly { readonly questionId: string; readonly text: string }[];
    }
  | { readonly type: 'countersigned'; readonly by: AccountId; readonly digest: string }
  | {
      readonly type: 'accepted';
      readonly by: AccountId;
      readonly nextStep: string | null;
      readonly digest: string;
      readonly waived?: true;
      readonly facts?: readonly ReliedFact[];
    }
  | { readonly type: 'change_confirmed'; readonly by: AccountId; readonly facts: readonly ReliedFact[] }
  | {
      readonly type: 'returned';
      readonly by: AccountId;
      readonly reason: string;
      readonly itemIds: readonly string[];
      readonly sectionIds: readonly string[];
    }
  | { readonly type: 'revised'; readonly by: AccountId }
  | { readonly type: 'rating.set'; readonly value: 1 | 2 | 3 | 4 | 5; readonly comment: string | null }
  | { readonly type: 'rating.changed'; readonly value: 1 | 2 | 3 | 4 | 5; readonly comment: string | null }
  | { readonly type: 'note.added'; readonly by: AccountId; readonly text: string }
  | {
      readonly type: 'rework.recorded';
      readonly kind: 'receiver' | 'status';
      readonly by: AccountId | null;
      readonly text: string | null;
      readonly itemIds: readonly string[];
      readonly sectionIds: readonly string[];
      readonly movedAt: Instant | null;
    }
  /** The work item entered a status in which the receiving side works (M04); `movedAt` as Jira's change says. */
  | { readonly type: 'work.started'; readonly movedAt: Instant }
  | { readonly type: 'reminded'; readonly by: AccountId }
  | { readonly type: 'sync.logged'; readonly by: AccountId }
  | { readonly type: 'sync.confirmed'; readonly by: AccountId }
  | { readonly type: 'talk.waived'; readonly by: AccountId; readonly instead: TalkWaiver['instead']; readonly text: string }
  | {
      readonly type: 'overdue';
      /** Who is told: the named receiver, the person who answers for the type; null for nobody. */
      readonly remindedId: AccountId | null;
      readonly escalatedToId: AccountId | null;
    }
  | { readonly type: 'held'; readonly by: AccountId; readonly heldUntil: Instant }
  | { readonly type: 'released'; readonly by: AccountId }
  /** The time came and it could not be handed off: something is left, the receiver is away, or the work item could not be moved. */
  | { readonly type: 'hold.stuck'; readonly kind: 'left' | 'away' | 'move' }
  | { readonly type: 'moved_incomplete'; readonly leftIds: readonly string[] }
  | { readonly type: 'gate.denied'; readonly missedIds: readonly string[] }
  | { readonly type: 'gate.would_block'; readonly missedIds: readonly string[] }
  | {
      readonly type: 'waiver.granted';
      readonly by: AccountId;
      readonly reason: string;
      readonly kinds: readonly WaiverKind[];
      readonly expiresAt: Instant;
    }
  | { readonly type: 'waiver.used'; readonly kind: WaiverKind }
  | { readonly type: 'waiver.expired' }
  /** `by` null: Jira named nobody. On the log of the handoff that was passed, else on that of the type's moves without one (`-0`). */
  | {
      readonly type: 'gate.bypassed';
      readonly by: AccountId | null;
      readonly fromStatusIds: readonly string[];
      readonly toStatusId: string;
    }
  | { readonly type: 'voided'; readonly by: AccountId | null; readonly endReason: 'deleted' | 'enteredInError' }
  | { readonly type: 'superseded'; readonly by: AccountId; readonly successorId: string }
  | { readonly type: 'closed'; readonly endReason: 'complete' | 'timeout' }
  | {
      readonly type: 'cancelled';
      /** Null where Baton ended it. */
      readonly by: AccountId | null;
      readonly reason: string;
      /** The work item was resolved while it waited (E18); absent where somebody withdrew it. */
      readonly endReason?: 'ticketClosed';
    };

/** An event that is appended to the handoff's log. */
export type LoggedEvent = EventHeader & LoggedBody;

/**
 * Text saved while typing. It changes the record and is not logged: the log gets the last text of one person within ten minutes
 * as `item_changed` or `note_changed` (`flushText`).
 */
type TextSaved = EventHeader & {
  readonly type: 'text_saved';
  readonly items: readonly SavedValue<ItemAnswer>[];
  readonly sections: readonly SavedValue<string>[];
};

/** Everything the decider can decide. */
export type HandoffEvent = LoggedEvent | TextSaved;

/** Whether an event belongs into the log; the others only change the record. */
export function isLogged(event: HandoffEvent): event is LoggedEvent {
  return event.type !== 'text_saved';
}

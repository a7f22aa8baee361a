import type { WorkingCalendar } from '../calendar/working-calendar';
import type { AccountId, Instant } from '../handoff/handoff';

/** One time a handoff was handed to the receiving side, and what became of it. */
export interface MeasuredOffer {
  readonly at: Instant;
  /** First reaction of the receiving side: taking it, asking, accepting or returning (M02); null while there is none. */
  readonly acknowledgedAt: Instant | null;
  /** When it was accepted or returned; null while undecided. */
  readonly decidedAt: Instant | null;
  readonly outcome: 'accepted' | 'returned' | 'undecided';
  /** By when the first reaction was due; null where no due time was switched on, and then it is never overdue. */
  readonly dueAt: Instant | null;
}

/**
 * What the metrics of domain.md 3.2 need to know of one handoff that was offered at least once and is not to oneself (E2).
 *
 * People stand here only to tell how many of them there are and which ratings come from the same two; no number that leaves
 * this folder names or singles out one.
 */
export interface MeasuredHandoff {
  readonly handoffId: string;
  readonly issueId: string;
  readonly typeId: string;
  /** `yyyy-mm` of the first offer in the reporting zone: the only month it ever counts in (domain.md 3.1 rule 1). */
  readonly month: string;
  /** The receiving side's, as frozen at the offer (E27). */
  readonly calendar: WorkingCalendar;
  /** The sending side's, for the time before the first offer (3.1 rule 3); absent: `calendar` stands in. */
  readonly senderCalendar?: WorkingCalendar;
  /** When its draft was begun; null where nobody knows, and then it has no preparation time (M01a). */
  readonly draftedAt: Instant | null;
  /** Oldest first, at least one. */
  readonly offers: readonly MeasuredOffer[];
  readonly acceptedAt: Instant | null;
  /** How it ended; null while it goes on. */
  readonly ended: { readonly at: Instant; readonly kind: 'closed' | 'cancelled' | 'superseded' | 'voided' } | null;
  /** First sign of work by the receiving side (M04), possibly before acceptance; null where none was seen. */
  readonly firstWorkAt: Instant | null;
  /** Questions of the receiving side before and after acceptance, within the support window (M05). */
  readonly questions: { readonly before: number; readonly after: number };
  /** Of all its questions, those nobody answered; absent: none. */
  readonly openQuestions?: number;
  /** Each time something had to be done again (M08), in any order. */
  readonly reworkedAt: readonly Instant[];
  readonly rating: 1 | 2 | 3 | 4 | 5 | null;
  readonly senderId: AccountId;
  /** Null where nobody of a pool took it. */
  readonly receiverId: AccountId | null;
  /** The same for all that were handed off in one go: their ratings are one rating (3.2). */
  readonly batchId?: string;
  /** Items and sections missing when a move was stopped or in a return; a repeated id counts once. */
  readonly missedIds: readonly string[];
  /** For each return the items it named. */
  readonly returnedFor: readonly (readonly string[])[];
  /** Talking was advised (M15), and what came of it; absent where it was not. */
  readonly talk?: 'advised' | 'confirmed' | 'waived';
  /** Handed off although the receiver was away, for a reason (M14). */
  readonly readinessOverridden?: true;
  /** Whether the first readback stood (M17); absent where none was given. */
  readonly readbackFirst?: 'passed' | 'failed';
  /** Times a move or acceptance was let pass with a reason (T24); absent: none. */
  readonly waivers?: number;
  /** Accepted with its verification waived (S-058). */
  readonly waived?: true;
  /** Hands back what was just accepted (E23). */
  readonly handsBack?: true;
  /** Which accepted handoff of its work item it is, of whatever type, from 2 (S-128); absent: the first, or unknown. */
  readonly chainPosition?: number;
  /** Times the work went the other way between its two sides in the 30 days up to its acceptance (M09); absent: none. */
  readonly reversals?: number;
  /** Moves past it (M13); absent: none. */
  readonly bypasses?: number;
}

import type { WorkingCalendar } from '../calendar/working-calendar';
import type { AccountId, HandoffState, Instant, Receiver } from './handoff';

/** One time a handoff was handed off, for numbers. */
export interface RowOffer {
  readonly at: Instant;
  /** First reaction of the receiving side; null: none. */
  readonly acknowledgedAt: Instant | null;
  /** When it was given back; absent where it was not. */
  readonly returnedAt?: Instant;
  /** When a first reaction was due; absent where nothing was. */
  readonly dueAt?: Instant;
}

/** What lists and metrics need of one handoff besides the indexed attributes. */
export interface RowFacts {
  readonly schema: 1;
  readonly typeVersion: number;
  readonly attempt: number;
  /** Who accepted, or the named receiver while it is open; null for a pool nobody took from. */
  readonly receiverId: AccountId | null;
  /** The group or role it was offered to, while nobody took it; absent otherwise. The type may ask for another one by now. */
  readonly pool?: Exclude<Receiver, { kind: 'person' }>;
  readonly firstOfferedAt: Instant | null;
  readonly lastOfferedAt: Instant | null;
  readonly acceptedAt: Instant | null;
  /** When its preparation began (M01a); absent in rows stored before this was kept. */
  readonly draftedAt?: Instant;
  /** Every time it was handed off, oldest first; absent before the first time and in rows stored before this was kept. */
  readonly offers?: readonly RowOffer[];
  /** The receiving side's working hours as the newest offer froze them; absent: Monday to Friday, 9 to 17 UTC. */
  readonly calendar?: WorkingCalendar;
  /** When the receiving side began to work on it, which may be before the acceptance (M04); absent: not seen. */
  readonly firstWorkAt?: Instant;
  /** Each return with the items it named. */
  readonly returns: readonly { readonly at: Instant; readonly itemIds: readonly string[] }[];
  readonly questionsAsked: number;
  /** Of these, asked after the acceptance (M05); absent: none. */
  readonly questionsAfter?: number;
  readonly openQuestions: number;
  readonly missedIds: readonly string[];
  /** When the chain it goes on was first handed off, where it replaced another (T17); absent for one of its own. */
  readonly chainStart?: Instant;
  /** Present where it hands back what was just accepted: the work goes to and fro (E23, M09). */
  readonly handsBack?: true;
  /** Which accepted handoff of its work item it is, of whatever type (S-128), from 2; absent: the first, not accepted, or stored before this was kept. */
  readonly chainPosition?: number;
  /** How often the work went the other way between the same two sides, in the 30 days up to its acceptance (M09); absent: never. */
  readonly reversals?: number;
  /** Each time something had to be done again after acceptance (M08); absent while there was none. */
  readonly reworks?: readonly { readonly kind: 'receiver' | 'status'; readonly at: Instant }[];
  readonly rating: 1 | 2 | 3 | 4 | 5 | null;
  /** One person on both sides: counts nowhere (E2). Absent otherwise. */
  readonly self?: true;
  /** Offers whose first reaction came too late (M10); absent while there is none. */
  readonly lateReactions?: number;
  /** Handed off, at least once, although the receiver was away, for a reason (M14); absent otherwise. */
  readonly readinessOverridden?: true;
  /** Talking was advised (M15), and what came of it; absent where it was not. */
  readonly talk?: 'advised' | 'confirmed' | 'waived';
  /** Present at high risk (S-012). */
  readonly risk?: 'high';
  /** Present when it was accepted with its verification waived (S-058). */
  readonly waived?: true;
  /** Whether the first readback stood; absent where none was given (M17). */
  readonly readbackFirst?: 'passed' | 'failed';
  /** Waivers granted (T24); absent: none. */
  readonly waivers?: number;
  /** Moves past it (domain.md 4.8); absent: none. */
  readonly bypasses?: number;
  /** First line of the Recommendation, at most 200 characters: personal text, erased with the rest. */
  readonly recommendation: string;
}

/**
 * The slim row of one handoff (entity `handoff-row`, key `w:{handoffId}`). Index values are never empty: `none` and `9999` stand
 * for nothing (data-model.md).
 */
export interface HandoffRow {
  readonly handoffId: string;
  readonly issueId: string;
  readonly projectId: string;
  readonly typeId: string;
  readonly state: HandoffState;
  /** Project id while the handoff is active, else `none`. */
  readonly openIn: string;
  /** `u:{accountId}` of a named or taking receiver, `pool:{projectId}` for an untaken pool, `none` when it waits for no receiver. An accepted, unrated handoff waits for its receiver's rating: `rate:{accountId}`. */
  readonly waitsFor: string;
  /** When the first reaction is due while it waits for one; `9999` while no due time is switched on. */
  readonly dueAt: Instant;
  readonly senderId: AccountId;
  readonly changedAt: Instant;
  /** `yyyy-mm` of the first offer, UTC; `none` before it (domain.md 3.1 rule 1). */
  readonly cohortMonth: string;
  /** `on` while a timer is set, else `none`. */
  readonly timerOn: 'on' | 'none';
  /** When the sweep looks next: an accepted handoff closes by itself, an overdue one is told of; `9999` without a timer. */
  readonly timerAt: Instant;
  readonly facts: RowFacts;
}

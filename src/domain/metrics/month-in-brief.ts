import type { MissedItem } from './rank-missed';

/** Counts that are kept apart from the rows, since the moves they count belong to no handoff. */
export interface GateCounters {
  /** Moves that passed because the gate was paused. */
  readonly passedWhilePaused: number;
  /** Moves that observe mode would have stopped (S-079). */
  readonly wouldHaveBeenStopped: number;
}

/**
 * This month in sentences' numbers, over all types of the project (experience.md 7).
 *
 * Ratings: `shown` false below 5 ratings, or from fewer than 3 receivers or about fewer than 3 senders; then only `count`
 * is filled (design decision 11). No number here is about a person.
 */
export interface MonthInBrief extends GateCounters {
  /** `yyyy-mm` in the project's reporting zone (UTC until a calendar is set). */
  readonly month: string;
  /** First offered in this month, withdrawn ones included. */
  readonly handoffs: number;
  /** Those whose first offer was accepted or returned (domain.md 3.1 rule 2). */
  readonly decided: number;
  /** Of the decided, accepted without a return (M06). */
  readonly acceptedFirstTime: number;
  /** Of the decided, returned at least once. */
  readonly returned: number;
  /** Most returned-for items, most frequent first, at most 3. A return counts once for each item it names. */
  readonly returnedFor: readonly MissedItem[];
  /** Median hours from first offer to acceptance, null below 3 accepted handoffs (domain.md 3.1 rule 5); calendar hours. */
  readonly medianWaitHours: number | null;
  readonly accepted: number;
  /** Of the accepted, those let through without the questions their level asks for (S-058); absent: none. */
  readonly acceptedUnchecked?: number;
  /** Times one move or acceptance was let pass with a reason (T24); absent: none. */
  readonly letPass?: number;
  /** `values` from low to high, so that their order tells nothing. */
  readonly ratings: { readonly count: number; readonly shown: boolean; readonly values: readonly number[] };
  /** The item missing in most handoffs, at a stopped move or in a return; null when nothing was missed. */
  readonly mostMissed: MissedItem | null;
}

/** As many items the returns are told by. */
export const MAX_RETURNED_FOR = 3;

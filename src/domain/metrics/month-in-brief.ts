import type { HandoffRow } from '../handoff/handoff-row';
import { msBetween } from '../handoff/instant';
import type { HandoffType } from '../type/handoff-type';
import { percentileFrom } from './durations';
import { rankMissed, type MissedItem, type MissedTimes } from './rank-missed';
import { LEAST_PEOPLE, LEAST_RATINGS } from './rating-disclosure';

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

/** Items that one handoff or one return named. */
interface NamedItems {
  readonly typeId: string;
  readonly itemIds: readonly string[];
}

const MS_PER_HOUR = 60 * 60 * 1000;

/**
 * The numbers of one month of a project.
 *
 * @param rows Rows of the project; those of other months and handoffs to oneself are left out (domain.md 3.2, E2).
 * @param types Published versions that may be named; of several versions of one type the newest that knows an id gives its title, and
 *   ids that none knows are left out of `returnedFor` and `mostMissed`.
 * @param month `yyyy-mm`: the month of the first offer, which a handoff never leaves.
 */
export function monthInBrief(
  rows: readonly HandoffRow[],
  types: readonly HandoffType[],
  month: string,
  counters: GateCounters,
): MonthInBrief {
  const cohort = rows.filter((row) => row.cohortMonth === month && row.facts.self !== true && row.senderId !== row.facts.receiverId);
  const returned = cohort.filter(({ facts }) => facts.returns.length > 0);
  const accepted = cohort.filter(({ facts }) => facts.acceptedAt !== null);
  const acceptedFirstTime = accepted.filter(({ facts }) => facts.returns.length === 0);
  const unchecked = accepted.filter(({ facts }) => facts.waived === true).length;
  const letPass = cohort.reduce((sum, { facts }) => sum + (facts.waivers ?? 0), 0);
  const inReturns = returned.flatMap(({ typeId, facts }) => facts.returns.map(({ itemIds }) => ({ typeId, itemIds })));
  const inHandoffs = cohort.map(({ typeId, facts }) => ({ typeId, itemIds: facts.missedIds }));
  return {
    month,
    handoffs: cohort.length,
    decided: acceptedFirstTime.length + returned.length,
    acceptedFirstTime: acceptedFirstTime.length,
    returned: returned.length,
    returnedFor: rankMissed(countEach(inReturns), types).slice(0, MAX_RETURNED_FOR),
    medianWaitHours: medianWaitHours(accepted),
    accepted: accepted.length,
    ...(unchecked === 0 ? {} : { acceptedUnchecked: unchecked }),
    ...(letPass === 0 ? {} : { letPass }),
    ratings: ratingsOf(accepted),
    mostMissed: rankMissed(countEach(inHandoffs), types)[0] ?? null,
    passedWhilePaused: counters.passedWhilePaused,
    wouldHaveBeenStopped: counters.wouldHaveBeenStopped,
  };
}

function medianWaitHours(accepted: readonly HandoffRow[]): number | null {
  const hours = accepted.flatMap(({ facts: { firstOfferedAt, acceptedAt } }) =>
    firstOfferedAt === null || acceptedAt === null ? [] : [msBetween(firstOfferedAt, acceptedAt) / MS_PER_HOUR],
  );
  return percentileFrom(hours, 50);
}

function ratingsOf(accepted: readonly HandoffRow[]): MonthInBrief['ratings'] {
  const rated = accepted.filter(({ facts }) => facts.rating !== null);
  const receivers = new Set(rated.map(({ facts }) => facts.receiverId));
  const senders = new Set(rated.map((row) => row.senderId));
  const shown = rated.length >= LEAST_RATINGS && receivers.size >= LEAST_PEOPLE && senders.size >= LEAST_PEOPLE;
  const values = shown ? rated.flatMap(({ facts }) => facts.rating ?? []).sort((a, b) => a - b) : [];
  return { count: rated.length, shown, values };
}

function countEach(named: readonly NamedItems[]): readonly MissedTimes[] {
  const counts = new Map<string, MissedTimes>();
  for (const { typeId, itemIds } of named) {
    for (const itemId of new Set(itemIds)) {
      const key = JSON.stringify([typeId, itemId]);
      counts.set(key, { typeId, itemId, times: (counts.get(key)?.times ?? 0) + 1 });
    }
  }
  return [...counts.values()];
}

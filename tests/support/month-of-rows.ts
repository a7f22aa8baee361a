import type { HandoffRow } from '../../src/domain/handoff/handoff-row';
import { msBetween } from '../../src/domain/handoff/instant';
import { percentileFrom } from '../../src/domain/metrics/durations';
import { MAX_RETURNED_FOR, type GateCounters, type MonthInBrief } from '../../src/domain/metrics/month-in-brief';
import { rankMissed, type MissedTimes } from '../../src/domain/metrics/rank-missed';
import { LEAST_PEOPLE, LEAST_RATINGS } from '../../src/domain/metrics/rating-disclosure';
import type { HandoffType } from '../../src/domain/type/handoff-type';

/** Items that one handoff or one return named. */
interface NamedItems {
  readonly typeId: string;
  readonly itemIds: readonly string[];
}

const MS_PER_HOUR = 60 * 60 * 1000;

/**
 * A month's numbers reckoned from rows at once: the product makes digests of them first, and must come to the same.
 *
 * @param rows Rows of the project; those of other months and handoffs to oneself are left out (domain.md 3.2, E2).
 * @param types Published versions that may be named; of several versions of one type the newest that knows an id gives its title, and
 *   ids that none knows are left out of `returnedFor` and `mostMissed`.
 * @param month `yyyy-mm`: the month of the first offer, which a handoff never leaves.
 */
export function monthOfRows(
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

import type { GateCounters, MonthInBrief } from '../../domain/metrics/month-in-brief';
import { nearestRank } from '../../domain/metrics/nearest-rank';
import type { HandoffType } from '../../domain/type/handoff-type';
import type { ReadDigest } from './read-digests';

type Named = NonNullable<MonthInBrief['mostMissed']>;

/**
 * One month of a project from its types' digests. The median is of all handoffs, so it is null where a type had too many to keep each; how
 * many people rated over several types is at least what it is for one, and no more is claimed.
 */
export function monthOfDigests(
  all: readonly ReadDigest[],
  types: readonly HandoffType[],
  month: string,
  counters: GateCounters,
): MonthInBrief {
  const own = all.filter((each) => each.month === month);
  const sum = (count: (digest: ReadDigest['digest']) => number): number => own.reduce((total, { digest }) => total + count(digest), 0);
  const waits = own.flatMap(({ digest }) => digest.waits ?? [NaN]);
  const counts = [1, 2, 3, 4, 5].map((_, index) => sum(({ ratings }) => ratings.counts[index] ?? 0));
  const rated = counts.reduce((total, count) => total + count, 0);
  const isShown =
    rated >= 5 &&
    own.some(({ digest: { ratings } }) => ratings.receivers >= 3) &&
    own.some(({ digest: { ratings } }) => ratings.senders >= 3);
  const acceptedUnchecked = sum((digest) => digest.acceptedUnchecked);
  const letPass = sum((digest) => digest.letPass);
  return {
    month,
    handoffs: sum(({ offered }) => offered),
    decided: sum(({ decided }) => decided),
    acceptedFirstTime: sum((digest) => digest.acceptedFirstTime),
    returned: sum(({ returned }) => returned),
    returnedFor: rank(own, types, ({ returnedFor }) => returnedFor).slice(0, 3),
    medianWaitHours: waits.length < 3 || waits.some(Number.isNaN) ? null : nearestRank(waits, 50),
    accepted: sum(({ accepted }) => accepted),
    ...(acceptedUnchecked === 0 ? {} : { acceptedUnchecked }),
    ...(letPass === 0 ? {} : { letPass }),
    ratings: {
      count: rated,
      shown: isShown,
      values: isShown ? counts.flatMap((count, index) => Array<number>(count).fill(index + 1)) : [],
    },
    mostMissed: rank(own, types, ({ missed }) => missed.map(({ id, handoffs }) => ({ id, times: handoffs })))[0] ?? null,
    ...counters,
  };
}

function rank(
  own: readonly ReadDigest[],
  types: readonly HandoffType[],
  timesOf: (digest: ReadDigest['digest']) => readonly { readonly id: string; readonly times: number }[],
): readonly Named[] {
  const named = types.flatMap(({ typeId, name, items, notePrompts }): Named[] => {
    const times = own.filter((each) => each.typeId === typeId).flatMap(({ digest }) => timesOf(digest));
    const parts = [
      ...items.map((item) => ({ id: item.itemId, title: item.title })),
      ...notePrompts.map((prompt) => ({ id: prompt.sectionId, title: prompt.title })),
    ];
    return parts.flatMap(({ id, title }) => {
      const found = times.find((each) => each.id === id);
      return found === undefined ? [] : [{ typeId, typeName: name, itemId: id, title, times: found.times }];
    });
  });
  return named.sort((one, other) => other.times - one.times);
}

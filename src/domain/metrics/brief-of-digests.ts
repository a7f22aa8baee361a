import type { HandoffType } from '../type/handoff-type';
import { percentileFrom } from './durations';
import type { MonthDigest } from './month-digest';
import { MAX_RETURNED_FOR, type GateCounters, type MonthInBrief } from './month-in-brief';
import { rankMissed } from './rank-missed';
import { addCounts, ratingValues } from './rating-counts';
import { ratingDisclosure } from './rating-disclosure';

/** The digest of one type. */
export interface TypeDigest {
  readonly typeId: string;
  readonly digest: MonthDigest;
}

/**
 * A month in sentences' numbers, from stored digests.
 *
 * Two things it knows less well than the rows themselves would tell: the median is null where a type has more than a thousand accepted
 * handoffs, since a digest keeps no longer list of waits; and how many people rated over all types is at least what the type with most of
 * them has, so that ratings over several types may stay hidden a little longer.
 *
 * @param digests Of all types of the project; those of other months are passed over.
 * @param types Published versions that may be named; of several versions of one type the newest that knows an id gives its title, and
 *   ids that none knows are left out of `returnedFor` and `mostMissed`.
 */
export function briefOfDigests(
  digests: readonly TypeDigest[],
  types: readonly HandoffType[],
  month: string,
  { passedWhilePaused, wouldHaveBeenStopped }: GateCounters,
): MonthInBrief {
  const ofMonth = digests.filter(({ digest }) => digest.month === month);
  const sumOf = (countOf: (digest: MonthDigest) => number): number => ofMonth.reduce((sum, { digest }) => sum + countOf(digest), 0);
  const unchecked = sumOf(({ acceptedUnchecked }) => acceptedUnchecked);
  const letPass = sumOf((digest) => digest.letPass);
  const returnedFor = ofMonth.flatMap(({ typeId, digest }) => digest.returnedFor.map(({ id, times }) => ({ typeId, itemId: id, times })));
  const missed = ofMonth.flatMap(({ typeId, digest }) =>
    digest.missed.map(({ id, handoffs }) => ({ typeId, itemId: id, times: handoffs })),
  );
  return {
    month,
    handoffs: sumOf(({ offered }) => offered),
    decided: sumOf(({ decided }) => decided),
    acceptedFirstTime: sumOf(({ acceptedFirstTime }) => acceptedFirstTime),
    returned: sumOf(({ returned }) => returned),
    returnedFor: rankMissed(returnedFor, types).slice(0, MAX_RETURNED_FOR),
    medianWaitHours: medianOf(ofMonth.map(({ digest }) => digest.waits)),
    accepted: sumOf(({ accepted }) => accepted),
    ...(unchecked === 0 ? {} : { acceptedUnchecked: unchecked }),
    ...(letPass === 0 ? {} : { letPass }),
    ratings: ratingsOf(ofMonth.map(({ digest }) => digest)),
    mostMissed: rankMissed(missed, types)[0] ?? null,
    passedWhilePaused,
    wouldHaveBeenStopped,
  };
}

function medianOf(waits: readonly MonthDigest['waits'][]): number | null {
  if (waits.includes(null)) return null;
  return percentileFrom(
    waits.flatMap((each) => each ?? []),
    50,
  );
}

function ratingsOf(digests: readonly MonthDigest[]): MonthInBrief['ratings'] {
  const { count, isShown } = ratingDisclosure(digests);
  const counts = addCounts(digests.map(({ ratings }) => ratings.counts));
  return { count, shown: isShown, values: isShown ? ratingValues(counts) : [] };
}

import type { MonthDigest } from './month-digest';
import { ratingDisclosure, type RatingDisclosure } from './rating-disclosure';
import { addCounts, type RatingCounts } from './rating-counts';
import type { Share } from './digest-counts';

/** What can be told of several months of one type together. Percentiles cannot: they are each month's own. */
export interface MergedDigests extends Pick<
  MonthDigest,
  (typeof COUNTS)[number] | (typeof SHARES)[number] | 'isProvisional' | 'talk' | 'questions'
> {
  /** In the order of the digests. */
  readonly months: readonly string[];
  readonly disclosure: RatingDisclosure;
  /** How often 1, 2, … 5 was given; null while they are not to be shown. */
  readonly ratingCounts: RatingCounts | null;
  /** How many could have been rated and were not, for `ratingBounds`. */
  readonly unrated: number;
  /** Most frequent first. */
  readonly missed: MonthDigest['missed'];
  readonly returnedFor: MonthDigest['returnedFor'];
}

const COUNTS = [
  'offered',
  'withdrawn',
  'decided',
  'acceptedFirstTime',
  'returned',
  'returns',
  'accepted',
  'mature',
  'rateable',
  'rated',
  'acceptedUnchecked',
  'letPass',
  'pingPong',
] as const;

const SHARES = ['firstPass', 'dropped', 'rework', 'error', 'overdue', 'bypass', 'readiness', 'readback', 'response'] as const;

/**
 * Adds up the counts and shares of some months; ratings only where they may be shown.
 *
 * A work item handed over in two months is two work items for M18, so that number stays with its month.
 */
export function mergeDigests(digests: readonly MonthDigest[]): MergedDigests {
  const sumOf = (countOf: (digest: MonthDigest) => number): number => digests.reduce((sum, digest) => sum + countOf(digest), 0);
  const counts = Object.fromEntries(COUNTS.map((name) => [name, sumOf((digest) => digest[name])])) as Record<
    (typeof COUNTS)[number],
    number
  >;
  const shares = Object.fromEntries(
    SHARES.map((name) => [name, { k: sumOf((digest) => digest[name].k), n: sumOf((digest) => digest[name].n) }]),
  ) as Record<(typeof SHARES)[number], Share>;
  const disclosure = ratingDisclosure(digests);
  return {
    months: digests.map(({ month }) => month),
    isProvisional: digests.some(({ isProvisional }) => isProvisional),
    ...counts,
    ...shares,
    talk: {
      k: sumOf(({ talk }) => talk.k),
      n: sumOf(({ talk }) => talk.n),
      waived: sumOf(({ talk }) => talk.waived),
    },
    questions: {
      before: sumOf(({ questions }) => questions.before),
      after: sumOf(({ questions }) => questions.after),
      handoffs: sumOf(({ questions }) => questions.handoffs),
    },
    disclosure,
    ratingCounts: disclosure.isShown ? addCounts(digests.map(({ ratings }) => ratings.counts)) : null,
    unrated: counts.rateable - counts.rated,
    missed: addNamed(digests.flatMap(({ missed }) => missed.map(({ id, handoffs }) => ({ id, times: handoffs })))).map(({ id, times }) => ({
      id,
      handoffs: times,
    })),
    returnedFor: addNamed(digests.flatMap(({ returnedFor }) => returnedFor)),
  };
}

function addNamed(named: MonthDigest['returnedFor']): MonthDigest['returnedFor'] {
  const timesOf = new Map<string, number>();
  for (const { id, times } of named) timesOf.set(id, (timesOf.get(id) ?? 0) + times);
  return [...timesOf].map(([id, times]) => ({ id, times })).sort((one, other) => other.times - one.times || (one.id < other.id ? -1 : 1));
}

import { binomialTail } from './binomial-tail';
import type { MonthDigest } from './month-digest';
import { ratingsIn, ratingsUpTo, rawMean } from './rating-counts';
import { LATEST, ratingEvidence, type RatingEvidence } from './rating-evidence';
import { ratingMoments } from './rating-moments';

/** One flag, with the key of its sentence and what that needs (domain.md 3.5). */
export type RatingFlag =
  | { readonly level: 'LOW-1'; readonly key: 'health.flag.low1' }
  | { readonly level: 'LOW-2'; readonly key: 'health.flag.low2'; readonly params: { readonly count: number } }
  | { readonly level: 'LOW-3'; readonly key: 'health.flag.low3' }
  | { readonly level: 'DROP'; readonly key: 'health.flag.drop' }
  | { readonly level: 'CLEAR'; readonly key: 'health.flag.clear'; readonly params: { readonly count: number } };

/** What the ratings of one type say in one month. */
export interface RatingVerdict {
  readonly flags: readonly RatingFlag[];
  /** How many standard deviations the mean of three months lies above 3, for `familyOfFlags`; null where LOW-3 has too few ratings or may not show them. */
  readonly z: number | null;
}

const THRESHOLD = 3;
const SINGLE_LOW = 2;
const LEAST_FOR_LOW_2 = 3;
const LEAST_FOR_LOW_3 = 5;
const LEAST_FOR_CLEAR = 5;
const CLEAR_MEAN = 3.5;
const RARE = 0.01;

/** The flags of one type in one month, from its digests; parameters as for `ratingEvidence`. */
export function ratingFlags(digests: readonly MonthDigest[], asOfMonth: string, changedIn?: string): RatingVerdict {
  return flagsOf(ratingEvidence(digests, asOfMonth, changedIn));
}

/** The flags that the evidence raises, by the rules of domain.md 3.5; none from ratings that may not be shown. */
export function flagsOf(evidence: RatingEvidence): RatingVerdict {
  const { flags: low3, z } = lowOverMonths(evidence);
  return { flags: [...lowOfMonth(evidence), ...low3, ...drop(evidence), ...clear(evidence)], z };
}

function lowOfMonth({ month }: RatingEvidence): readonly RatingFlag[] {
  if (month === null) return [];
  const count = ratingsIn(month.counted);
  const isLow = count >= LEAST_FOR_LOW_2 && (rawMean(month.counted) ?? THRESHOLD) < THRESHOLD;
  return [
    ...(ratingsUpTo(SINGLE_LOW, month.given) > 0 ? [{ level: 'LOW-1', key: 'health.flag.low1' } as const] : []),
    ...(isLow ? [{ level: 'LOW-2', key: 'health.flag.low2', params: { count } } as const] : []),
  ];
}

function lowOverMonths({ trailing }: RatingEvidence): RatingVerdict {
  if (trailing === null || ratingsIn(trailing) < LEAST_FOR_LOW_3) return { flags: [], z: null };
  const { mean, sd, upper95 } = ratingMoments(trailing);
  return { flags: upper95 < THRESHOLD ? [{ level: 'LOW-3', key: 'health.flag.low3' }] : [], z: (mean - THRESHOLD) / sd };
}

/** Worse than its own past: so many of the last ten ratings at 3 or below come once in a hundred times at most. */
function drop({ lately }: RatingEvidence): readonly RatingFlag[] {
  if (lately === null) return [];
  // A past without any would make a single one impossible; half a one is as little as so few ratings can tell from none.
  const usual = Math.max(lately.past.k, 0.5) / lately.past.n;
  return binomialTail(lately.low, LATEST, usual) <= RARE ? [{ level: 'DROP', key: 'health.flag.drop' }] : [];
}

function clear({ since }: RatingEvidence): readonly RatingFlag[] {
  if (since === null || ratingsIn(since) < LEAST_FOR_CLEAR || (rawMean(since) ?? 0) < CLEAR_MEAN) return [];
  // The mean is taken as normal, so that P(mean < 3) < 0.5 says no more than this.
  if (ratingMoments(since).mean <= THRESHOLD) return [];
  return [{ level: 'CLEAR', key: 'health.flag.clear', params: { count: ratingsIn(since) } }];
}

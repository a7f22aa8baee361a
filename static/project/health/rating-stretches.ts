import type { TypeHealth } from '../../../src/contract/health';
import { monthBefore } from '../../../src/domain/calendar/calendar-day';
import { plainSignals, type ValueChart } from '../../../src/domain/metrics/chart-signals';
import type { Share } from '../../../src/domain/metrics/digest-counts';
import type { RatingBlock } from '../../../src/domain/metrics/rating-blocks';
import { ratingBounds } from '../../../src/domain/metrics/rating-bounds';
import { ratingsIn, ratingsUpTo, ratingValues, rawMean, type RatingCounts } from '../../../src/domain/metrics/rating-counts';
import { LEAST_RATINGS } from '../../../src/domain/metrics/rating-disclosure';
import { ratingMoments } from '../../../src/domain/metrics/rating-moments';
import type { Interval } from '../../../src/domain/metrics/wilson';

/** The ratings of a stretch of months, and what may be said of them (domain.md 3.3). */
export interface RatingStretch {
  /** First and last month, `yyyy-mm`. */
  readonly from: string;
  readonly to: string;
  readonly counts: RatingCounts;
  readonly n: number;
  /** Rated, of those that could be. */
  readonly response: Share;
  /** So few answered that the mean may flatter. */
  readonly isLowResponse: boolean;
  readonly mean: number;
  /** Rated 1 or 2, of the rated. */
  readonly low: Share;
  /** What the mean would be if all who said nothing had rated 1, and if all had rated 5. */
  readonly bounds: Interval;
  /** Rated 4 or 5, of all that could be: silence counts against. */
  readonly goodOfAll: Share;
  /** Estimate and 95 % range of the true mean, with one imagined rating of each kind. */
  readonly estimate: Interval & { readonly mean: number };
}

const LOW_RESPONSE_BELOW = 0.6;
const LOW = 2;
const NOT_GOOD = 3;
const TWO_SIDED_95 = 1.959963984540054;

/** Sums up the ratings of one stretch; null without any. */
export function toStretch({ from, to, counts, rateable }: RatingBlock): RatingStretch | null {
  const n = ratingsIn(counts);
  const mean = rawMean(counts);
  // Ratings of one go count once, so that fewer are rated than handoffs; never more.
  const bounds = ratingBounds(ratingValues(counts), Math.max(rateable, n));
  if (mean === null || bounds === null) return null;
  const moments = ratingMoments(counts);
  const away = TWO_SIDED_95 * moments.sd;
  const all = Math.max(rateable, n);
  return {
    from,
    to,
    counts,
    n,
    response: { k: n, n: all },
    isLowResponse: n / all < LOW_RESPONSE_BELOW,
    mean,
    low: { k: ratingsUpTo(LOW, counts), n },
    bounds,
    goodOfAll: { k: n - ratingsUpTo(NOT_GOOD, counts), n: all },
    estimate: { mean: moments.mean, lower: Math.max(1, moments.mean - away), upper: Math.min(5, moments.mean + away) },
  };
}

/** What is to be said about the ratings of a month: the stretch it belongs to, or how many ratings wait to be shown. */
export interface RatingsOfMonth {
  /** The stretch with the month in it; else the last one before it, null where there is none. */
  readonly stretch: RatingStretch | null;
  /** The month itself is in it. */
  readonly isItsOwn: boolean;
  /** Ratings since the last stretch, where the month lies behind it; else 0. */
  readonly held: number;
}

/** Finds what may be said of the ratings of one month (design decision 11). */
export function ratingsOfMonth({ ratings, ratingsHeld }: Pick<TypeHealth, 'ratings' | 'ratingsHeld'>, month: string): RatingsOfMonth {
  const own = ratings.find(({ from, to }) => from <= month && month <= to);
  const shown = own ?? ratings.findLast(({ to }) => to < month);
  return { stretch: shown === undefined ? null : toStretch(shown), isItsOwn: own !== undefined, held: own === undefined ? ratingsHeld : 0 };
}

/**
 * Limits of monthly means: only where twelve months or more follow each other and each has five ratings of its own (domain.md 3.4). Null
 * elsewhere: then there are dots with their ranges and nothing more.
 */
export function ratingLimits(stretches: readonly RatingStretch[]): ValueChart | null {
  const isMonthly = stretches.every(({ from, to, n }, index) => {
    const before = stretches[index - 1];
    return from === to && n >= LEAST_RATINGS && (before === undefined || monthBefore(from, 1) === before.to);
  });
  return isMonthly ? plainSignals(stretches.map(({ mean }) => mean)) : null;
}

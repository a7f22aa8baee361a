import type { RatingCounts } from './rating-counts';
import { requireShare } from './require-numbers';

/** Where the true mean rating lies, 1 to 5 (domain.md 3.3). */
export interface RatingMoments {
  readonly mean: number;
  readonly sd: number;
  /** With 95 % probability the true mean is below it: U of LOW-3. */
  readonly upper95: number;
}

/** 95 % quantile of the standard normal. */
const Z_95 = 1.6448536269514722;

/**
 * Mean rating and its uncertainty, from one imagined rating of each kind and the real ones. Closed form, no sampling (O-15), and no special
 * function: the functions of the project page judge flags by it.
 *
 * Without a real rating it is the imagined ones alone, which says nothing and is not to be shown.
 *
 * @throws {RangeError} For counts that are not whole numbers of at least 0.
 */
export function ratingMoments(counts: RatingCounts): RatingMoments {
  for (const count of counts) requireShare(count, count);
  const weights = counts.map((count, index) => ({ rating: index + 1, weight: count + 1 }));
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  const mean = weights.reduce((sum, { rating, weight }) => sum + rating * weight, 0) / total;
  const meanSquare = weights.reduce((sum, { rating, weight }) => sum + rating * rating * weight, 0) / total;
  const sd = Math.sqrt((meanSquare - mean * mean) / (total + 1));
  return { mean, sd, upper95: mean + Z_95 * sd };
}

import { requireNumbers } from './require-numbers';
import type { Interval } from './wilson';

const [WORST, BEST] = [1, 5];

/**
 * Between what the mean would be if all who said nothing had rated 1 and if all had rated 5 (Manski; O-19). Assumes nothing.
 *
 * @param rateable How many could have been rated, those that were included.
 * @returns Null where nothing could be rated.
 * @throws {RangeError} For ratings outside 1 to 5, or more of them than `rateable`.
 */
export function ratingBounds(ratings: readonly number[], rateable: number): Interval | null {
  requireNumbers(ratings, WORST);
  if (ratings.some((rating) => rating > BEST)) throw new RangeError('A rating is at most 5');
  if (!Number.isInteger(rateable) || rateable < ratings.length) throw new RangeError(`${ratings.length} ratings of ${rateable}`);
  if (rateable === 0) return null;
  const sum = ratings.reduce((total, rating) => total + rating, 0);
  const silent = rateable - ratings.length;
  return { lower: (sum + silent * WORST) / rateable, upper: (sum + silent * BEST) / rateable };
}

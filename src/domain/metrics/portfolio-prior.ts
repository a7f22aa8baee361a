import type { MonthDigest } from './month-digest';
import { addCounts, ratingsIn, rawMean } from './rating-counts';
import { DEFAULT_PRIOR, type Prior } from './shrunken-mean';

const LEAST_RATINGS_OF_PROJECT = 30;

/**
 * What the mean rating of a type is drawn towards: that of the whole project once it has 30 ratings, else 4 (domain.md 3.3).
 *
 * @param digests Of all types, over the last twelve months.
 */
export function portfolioPrior(digests: readonly MonthDigest[]): Prior {
  const counts = addCounts(digests.map(({ ratings }) => ratings.counts));
  const mean = rawMean(counts);
  return mean === null || ratingsIn(counts) < LEAST_RATINGS_OF_PROJECT ? DEFAULT_PRIOR : { ...DEFAULT_PRIOR, prior: mean };
}

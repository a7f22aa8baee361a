import { addCounts } from './merge-digests';
import type { MonthDigest } from './month-digest';
import { DEFAULT_PRIOR, type Prior } from './shrunken-mean';

const LEAST_RATINGS_OF_PROJECT = 30;

/**
 * What the mean rating of a type is drawn towards: that of the whole project once it has 30 ratings, else 4 (domain.md 3.3).
 *
 * @param digests Of all types, over the last twelve months.
 */
export function portfolioPrior(digests: readonly MonthDigest[]): Prior {
  const counts = addCounts(digests.map(({ ratings }) => ratings.counts));
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (n < LEAST_RATINGS_OF_PROJECT) return DEFAULT_PRIOR;
  return { ...DEFAULT_PRIOR, prior: counts.reduce((sum, count, index) => sum + count * (index + 1), 0) / n };
}

import { normalTail } from './normal-tail';
import type { RatingCounts } from './rating-counts';
import { ratingMoments, type RatingMoments } from './rating-moments';

/** What the ratings say about the true mean, 1 to 5 (domain.md 3.3). */
export interface RatingPosterior extends RatingMoments {
  readonly probabilityBelow3: number;
}

/**
 * `ratingMoments` with how probable it is that the true mean lies below 3, the mean being taken as normal (O-15).
 *
 * @throws {RangeError} For counts that are not whole numbers of at least 0.
 */
export function ratingPosterior(counts: RatingCounts): RatingPosterior {
  const moments = ratingMoments(counts);
  return { ...moments, probabilityBelow3: normalTail((moments.mean - 3) / moments.sd) };
}

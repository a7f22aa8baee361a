import type { MonthDigest } from './month-digest';
import { addCounts, type RatingCounts } from './rating-counts';
import { ratingDisclosure } from './rating-disclosure';

/** The ratings of a stretch of months, together. */
export interface RatingBlock {
  /** First and last month, `yyyy-mm`. */
  readonly from: string;
  readonly to: string;
  readonly counts: RatingCounts;
  readonly rateable: number;
}

/** Stretches that may be shown, and how many ratings wait behind the last one. */
export interface RatingBlocks {
  readonly blocks: readonly RatingBlock[];
  readonly held: number;
}

/**
 * Ratings in the shortest stretches of months that may be shown (design decision 11). Stretches never overlap: from two sums that differ by one
 * month, the few ratings of that month could be worked out. They begin at the oldest month, so that a stretch stays as it is when newer
 * months come.
 *
 * @param digests Of one type, each month once, oldest first.
 */
export function ratingBlocks(digests: readonly Pick<MonthDigest, 'month' | 'ratings' | 'rateable'>[]): RatingBlocks {
  const blocks: RatingBlock[] = [];
  let open: Pick<MonthDigest, 'month' | 'ratings' | 'rateable'>[] = [];
  for (const digest of digests) {
    open = [...open, digest];
    const [first] = open;
    if (first === undefined || !ratingDisclosure(open).isShown) continue;
    blocks.push({
      from: first.month,
      to: digest.month,
      counts: addCounts(open.map(({ ratings }) => ratings.counts)),
      rateable: open.reduce((sum, { rateable }) => sum + rateable, 0),
    });
    open = [];
  }
  return { blocks, held: ratingDisclosure(open).count };
}

import type { MonthDigest } from './month-digest';
import { addCounts, ratingsIn } from './rating-counts';

/** Ratings are shown from this many (design decision 11). */
export const LEAST_RATINGS = 5;

/** And only from so many different people, about so many. */
export const LEAST_PEOPLE = 3;

/** Whether the ratings of some digests may be shown together, and if not, what is missing. */
export interface RatingDisclosure {
  readonly isShown: boolean;
  /** May always be told. */
  readonly count: number;
  /** Null where they are shown. */
  readonly hiddenFor: 'few-ratings' | 'few-people' | null;
}

/**
 * Nothing about ratings is shown below 5, or from fewer than 3 receivers, or about fewer than 3 senders.
 *
 * Digests hold no people, so those of several months or types cannot be told apart. There are at least as many as in the one with most
 * of them; that is what counts, and now and then hides what could have been shown.
 *
 * Each answer is about these digests alone. Where a sum stands beside one of its months, the difference tells the others: show a sum only
 * where none of its months, or each that has ratings, is shown on its own.
 */
export function ratingDisclosure(digests: readonly Pick<MonthDigest, 'ratings'>[]): RatingDisclosure {
  const count = ratingsIn(addCounts(digests.map(({ ratings }) => ratings.counts)));
  const receivers = Math.max(0, ...digests.map(({ ratings }) => ratings.receivers));
  const senders = Math.max(0, ...digests.map(({ ratings }) => ratings.senders));
  if (count < LEAST_RATINGS) return { isShown: false, count, hiddenFor: 'few-ratings' };
  if (Math.min(receivers, senders) < LEAST_PEOPLE) return { isShown: false, count, hiddenFor: 'few-people' };
  return { isShown: true, count, hiddenFor: null };
}

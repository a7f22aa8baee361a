import type { MonthDigest } from '../metrics/month-digest';
import type { RatingCounts } from '../metrics/rating-counts';
import { ratingDisclosure } from '../metrics/rating-disclosure';

/** How many of the things most often missing a review keeps. */
const MOST_NAMED = 10;

/** Lists of single handoffs, and times hardly anybody talks about. */
type LeftOut =
  | 'ratings'
  | 'recent'
  | 'first'
  | 'works'
  | 'waits'
  | 'preparation'
  | 'acknowledge'
  | 'checking'
  | 'firstWork'
  | 'handoffsPerTicket'
  | 'readiness'
  | 'readback';

/** A month's numbers as a review keeps them: without lists of single handoffs, and with ratings only where they may be shown. */
export type ReviewedNumbers = Omit<MonthDigest, LeftOut> & {
  /** How often 1, 2, … 5 was given; absent where they were too few to be shown (design decision 11), and so for good. */
  readonly ratings?: RatingCounts;
};

/** What a review keeps of a month: the numbers stay as reviewed, whatever becomes of the month (S-126). */
export function reviewedNumbers(digest: MonthDigest): ReviewedNumbers {
  const {
    ratings,
    recent: _recent,
    first: _first,
    works: _works,
    waits: _waits,
    preparation: _preparation,
    acknowledge: _acknowledge,
    checking: _checking,
    firstWork: _firstWork,
    handoffsPerTicket: _perTicket,
    readiness: _readiness,
    readback: _readback,
    ...kept
  } = digest;
  return {
    ...kept,
    missed: kept.missed.slice(0, MOST_NAMED),
    returnedFor: kept.returnedFor.slice(0, MOST_NAMED),
    ...(ratingDisclosure([digest]).isShown ? { ratings: ratings.counts } : {}),
  };
}

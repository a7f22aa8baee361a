import { monthBefore } from '../calendar/calendar-day';
import type { Share } from './digest-counts';
import type { MonthDigest } from './month-digest';
import { addCounts, ratingsIn, ratingsUpTo, type RatingCounts } from './rating-counts';
import { ratingDisclosure } from './rating-disclosure';

/**
 * What the flags of one type are decided by, and nothing else of its ratings: each part is null where those very ratings may not be
 * shown (design decision 11). It stays on the server: its parts overlap, so that from two of them the ratings of a single month could be worked out.
 */
export interface RatingEvidence {
  /** Of the month itself: all that were given, and those that count for flags. */
  readonly month: { readonly given: RatingCounts; readonly counted: RatingCounts } | null;
  /** Those that count for flags, of the month and the two before. */
  readonly trailing: RatingCounts | null;
  /** How many of the last ten were 3 or below, and how many in the six months before. Null below ten and twenty, too. */
  readonly lately: { readonly low: number; readonly past: Share } | null;
  /** Those that count for flags since the agreed change; null without one. */
  readonly since: RatingCounts | null;
}

/** How many ratings `lately` is about. */
export const LATEST = 10;

const LOW = 3;
const TRAILING_MONTHS = 3;
const PAST_MONTHS = 6;
const LEAST_PAST = 20;

/**
 * Gathers the evidence for the flags of domain.md 3.5.
 *
 * @param digests Of one type, in any order, each month once; those after `asOfMonth` are passed over.
 * @param asOfMonth `yyyy-mm`.
 * @param changedIn Month of the agreed change, where an improvement is going on: what came in the months after it is `since`.
 */
export function ratingEvidence(digests: readonly MonthDigest[], asOfMonth: string, changedIn?: string): RatingEvidence {
  const known = digests.filter(({ month }) => month <= asOfMonth).sort((one, other) => (one.month < other.month ? -1 : 1));
  const current = known.filter(({ month }) => month === asOfMonth);
  return {
    month: ratingDisclosure(current).isShown ? { given: givenIn(current), counted: countedIn(current) } : null,
    trailing: whereShown(known.filter(({ month }) => month > monthBefore(asOfMonth, TRAILING_MONTHS))),
    lately: latelyOf(known, asOfMonth),
    since: changedIn === undefined ? null : whereShown(known.filter(({ month }) => month > changedIn)),
  };
}

function latelyOf(known: readonly MonthDigest[], asOfMonth: string): RatingEvidence['lately'] {
  const recent = monthsOfLatest(known);
  const past = known.filter(({ month }) => month < asOfMonth && month >= monthBefore(asOfMonth, PAST_MONTHS));
  const latest = recent.flatMap(({ ratings }) => ratings.latest).slice(-LATEST);
  const before = givenIn(past);
  if (!ratingDisclosure(recent).isShown || !ratingDisclosure(past).isShown) return null;
  if (latest.length < LATEST || ratingsIn(before) < LEAST_PAST) return null;
  const low = latest.filter((rating) => rating <= LOW).length;
  return { low, past: { k: ratingsUpTo(LOW, before), n: ratingsIn(before) } };
}

/** As many of the newest months as hold the last ten ratings. */
function monthsOfLatest(known: readonly MonthDigest[]): readonly MonthDigest[] {
  let held = 0;
  const oldest = known.findLastIndex(({ ratings }) => {
    held += ratings.latest.length;
    return held >= LATEST;
  });
  return known.slice(Math.max(oldest, 0));
}

function whereShown(digests: readonly MonthDigest[]): RatingCounts | null {
  return ratingDisclosure(digests).isShown ? countedIn(digests) : null;
}

function givenIn(digests: readonly MonthDigest[]): RatingCounts {
  return addCounts(digests.map(({ ratings }) => ratings.counts));
}

function countedIn(digests: readonly MonthDigest[]): RatingCounts {
  return addCounts(digests.map(({ ratings }) => ratings.flagCounts));
}

import { addMonths } from '../calendar/calendar-day';
import { binomialTail } from './binomial-tail';
import type { MonthDigest } from './month-digest';
import { addCounts, ratingsIn, ratingsUpTo, rawMean, type RatingCounts } from './rating-counts';
import { ratingDisclosure } from './rating-disclosure';
import { ratingPosterior } from './rating-posterior';

/** One flag, with the key of its sentence and what that needs (domain.md 3.5). */
export type RatingFlag =
  | { readonly level: 'LOW-1'; readonly key: 'health.flag.low1' }
  | { readonly level: 'LOW-2'; readonly key: 'health.flag.low2'; readonly params: { readonly count: number } }
  | { readonly level: 'LOW-3'; readonly key: 'health.flag.low3' }
  | { readonly level: 'DROP'; readonly key: 'health.flag.drop' }
  | { readonly level: 'CLEAR'; readonly key: 'health.flag.clear'; readonly params: { readonly count: number } };

/** What the ratings of one type say in one month. */
export interface RatingVerdict {
  readonly flags: readonly RatingFlag[];
  /** 1 − P(true mean < 3) over three months, for `familyOfFlags`; null where LOW-3 has too few ratings or may not show them. */
  readonly p: number | null;
}

const THRESHOLD = 3;
const SINGLE_LOW = 2;
const LEAST_FOR_LOW_2 = 3;
const LEAST_FOR_LOW_3 = 5;
const LEAST_FOR_CLEAR = 5;
const CLEAR_MEAN = 3.5;
const TRAILING_MONTHS = 3;
const PAST_MONTHS = 6;
const LEAST_PAST = 20;
const LATEST = 10;
const RARE = 0.01;

/**
 * The flags of domain.md 3.5 for one type, never from ratings that may not be shown (design decision 11): each rule asks that for the
 * very months it looks at.
 *
 * @param digests Of one type, in any order, each month once; those after `asOfMonth` are passed over.
 * @param asOfMonth `yyyy-mm`.
 * @param changedIn Month of the agreed change, where an improvement is going on: CLEAR looks at the months after it.
 */
export function ratingFlags(digests: readonly MonthDigest[], asOfMonth: string, changedIn?: string): RatingVerdict {
  const known = digests.filter(({ month }) => month <= asOfMonth).sort((one, other) => (one.month < other.month ? -1 : 1));
  const current = known.filter(({ month }) => month === asOfMonth);
  const trailing = known.filter(({ month }) => month > monthsBefore(asOfMonth, TRAILING_MONTHS));
  const p = pOf(trailing);
  return {
    flags: [
      ...lowOfMonth(current),
      ...(p !== null && ratingPosterior(forFlags(trailing)).upper95 < THRESHOLD
        ? [{ level: 'LOW-3', key: 'health.flag.low3' } as const]
        : []),
      ...drop(known, asOfMonth),
      ...(changedIn === undefined ? [] : clear(known.filter(({ month }) => month > changedIn))),
    ],
    p,
  };
}

function lowOfMonth(current: readonly MonthDigest[]): readonly RatingFlag[] {
  if (!ratingDisclosure(current).isShown) return [];
  const given = addCounts(current.map(({ ratings }) => ratings.counts));
  const counted = forFlags(current);
  const count = ratingsIn(counted);
  return [
    ...(ratingsUpTo(SINGLE_LOW, given) > 0 ? [{ level: 'LOW-1', key: 'health.flag.low1' } as const] : []),
    ...(count >= LEAST_FOR_LOW_2 && (rawMean(counted) ?? THRESHOLD) < THRESHOLD
      ? [{ level: 'LOW-2', key: 'health.flag.low2', params: { count } } as const]
      : []),
  ];
}

function pOf(trailing: readonly MonthDigest[]): number | null {
  const counts = forFlags(trailing);
  if (!ratingDisclosure(trailing).isShown || ratingsIn(counts) < LEAST_FOR_LOW_3) return null;
  return 1 - ratingPosterior(counts).probabilityBelow3;
}

/** Worse than its own past: so many of the last ten ratings at 3 or below come once in a hundred times at most. */
function drop(known: readonly MonthDigest[], asOfMonth: string): readonly RatingFlag[] {
  const recent = monthsOfLatest(known);
  const past = known.filter(({ month }) => month < asOfMonth && month >= monthsBefore(asOfMonth, PAST_MONTHS));
  const latest = recent.flatMap(({ ratings }) => ratings.latest).slice(-LATEST);
  const before = addCounts(past.map(({ ratings }) => ratings.counts));
  const n = ratingsIn(before);
  if (!ratingDisclosure(recent).isShown || !ratingDisclosure(past).isShown || latest.length < LATEST || n < LEAST_PAST) return [];
  const now = latest.filter((rating) => rating <= THRESHOLD).length;
  // A past without any would make a single one impossible; half a one is as little as so few ratings can tell from none.
  const usual = Math.max(ratingsUpTo(THRESHOLD, before), 0.5) / n;
  return binomialTail(now, LATEST, usual) <= RARE ? [{ level: 'DROP', key: 'health.flag.drop' }] : [];
}

/** As many of the newest months as hold the last ten ratings. */
function monthsOfLatest(known: readonly MonthDigest[]): readonly MonthDigest[] {
  let held = 0;
  const older = known.findLastIndex(({ ratings }) => {
    held += ratings.latest.length;
    return held >= LATEST;
  });
  return known.slice(Math.max(older, 0));
}

function clear(since: readonly MonthDigest[]): readonly RatingFlag[] {
  const counts = forFlags(since);
  const count = ratingsIn(counts);
  if (!ratingDisclosure(since).isShown || count < LEAST_FOR_CLEAR || (rawMean(counts) ?? 0) < CLEAR_MEAN) return [];
  return ratingPosterior(counts).probabilityBelow3 < 0.5 ? [{ level: 'CLEAR', key: 'health.flag.clear', params: { count } }] : [];
}

function forFlags(digests: readonly MonthDigest[]): RatingCounts {
  return addCounts(digests.map(({ ratings }) => ratings.flagCounts));
}

function monthsBefore(month: string, months: number): string {
  return addMonths(`${month}-01`, -months).slice(0, 7);
}

import type { MonthDigest } from './month-digest';

/** Below so many handoffs of one type there are sentences and lists, and nothing else (experience.md 7). */
export const LEAST_HANDOFFS = 12;

/** Whether one type has enough handoffs in these months for charts, intervals and flags to say anything. */
export function isEnoughForTrends(months: readonly Pick<MonthDigest, 'offered'>[]): boolean {
  return months.reduce((sum, { offered }) => sum + offered, 0) >= LEAST_HANDOFFS;
}

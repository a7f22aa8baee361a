import { requireNumbers, requireShare } from './require-numbers';
import { shareLimits } from './share-limits';
import type { Interval } from './wilson';

/** Centre of a chart of counts, and the limits of each period: the fewer were looked at, the wider (domain.md 3.4). */
export interface CountChart {
  readonly mean: number;
  /** In the order of the periods; a point signals when it is strictly outside. */
  readonly limits: readonly Interval[];
}

/**
 * u chart: events per thing looked at, for example questions per handoff; the lower limit is floored at 0 (O-04, O-05).
 *
 * @param counts Events of each period.
 * @param sizes Things looked at in each period, above 0: a period in which there were none has no point.
 * @param mean The centre, where earlier periods made it; that of these unless told.
 * @returns Null without a period.
 * @throws {RangeError} For lists of different length, counts below 0, sizes of 0 or less.
 */
export function uChart(counts: readonly number[], sizes: readonly number[], mean = sumOf(counts) / sumOf(sizes)): CountChart | null {
  requirePeriods(counts, sizes);
  if (counts.length === 0) return null;
  const limits = sizes.map((size) => {
    const away = 3 * Math.sqrt(mean / size);
    return { lower: Math.max(0, mean - away), upper: mean + away };
  });
  return { mean, limits };
}

/**
 * p chart: share of things of each period that had it, limits clipped to 0 and 1. Where fewer than 5 are expected the limits are
 * exact (`shareLimits`).
 *
 * @param counts Whole numbers, those that had it in each period.
 * @param sizes Whole numbers above 0, all of each period.
 * @param mean As in `uChart`.
 * @returns Null without a period.
 * @throws {RangeError} For lists of different length, and for a count that is no share of its size.
 */
export function pChart(counts: readonly number[], sizes: readonly number[], mean = sumOf(counts) / sumOf(sizes)): CountChart | null {
  requirePeriods(counts, sizes);
  counts.forEach((count, index) => requireShare(count, sizes[index] ?? 0));
  if (counts.length === 0) return null;
  const limits = sizes.map((size) => shareLimits(mean, size, 3));
  return { mean, limits };
}

function requirePeriods(counts: readonly number[], sizes: readonly number[]): void {
  requireNumbers([...counts, ...sizes], 0);
  if (counts.length !== sizes.length) throw new RangeError(`${counts.length} counts for ${sizes.length} sizes`);
  if (sizes.includes(0)) throw new RangeError('A period without anything to look at has no point');
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

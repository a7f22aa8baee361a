import { binomialTail } from './binomial-tail';
import { nearestRank } from './nearest-rank';
import type { Interval } from './wilson';

/** How long something took, in hours. Percentiles are observed values and null where they would say nothing (domain.md 3.1 rule 5). */
export interface Durations {
  readonly n: number;
  /** Null below 3 values. */
  readonly p50: number | null;
  /** Where the true median lies with 95 %, an observed value each; absent below 6 values and in what was stored before it was worked out. */
  readonly p50Range?: Interval;
  /** Null below 7 values, where it would be the maximum. */
  readonly p85: number | null;
  /** Null below 20 values, where it would be the maximum. */
  readonly p95: number | null;
  /** Null without values, like `mean`. */
  readonly max: number | null;
  readonly mean: number | null;
}

/** As many values a percentile needs to be told apart from the largest one; the median needs three to be a middle. */
const LEAST_FOR = { 50: 3, 85: 7, 95: 20 } as const;

/** Numbers are rounded only where they are stored: to a ten-thousandth, of an hour about a third of a second. */
export function roundStored(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

/** A percentile by nearest rank, null below the number of values that 3.1 rule 5 asks for. */
export function percentileFrom(values: readonly number[], percent: keyof typeof LEAST_FOR): number | null {
  return values.length < LEAST_FOR[percent] ? null : nearestRank(values, percent);
}

/**
 * Where the true median lies with at least 95 %, however the values are distributed: from the r-th smallest to the r-th largest, with the
 * largest r for which fewer than r of `n` fall on one side in at most 2.5 % of all samples (interval of the sign test).
 *
 * @param values In any order.
 * @returns Null below 6 values, where even the smallest and the largest do not reach 95 %.
 */
export function medianRange(values: readonly number[]): Interval | null {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  // P(X ≤ r − 1) of X out of n at one half, as the upper tail that mirrors it.
  const isSafe = (rank: number): boolean => binomialTail(n - rank + 1, n, 0.5) <= 0.025;
  let [safe, unsafe] = [0, Math.ceil(n / 2) + 1];
  while (unsafe - safe > 1) {
    const rank = Math.floor((safe + unsafe) / 2);
    if (isSafe(rank)) safe = rank;
    else unsafe = rank;
  }
  const [lower, upper] = [sorted[safe - 1], sorted[n - safe]];
  return lower === undefined || upper === undefined ? null : { lower, upper };
}

/** Sums up durations as they are stored, rounded. */
export function durationsOf(hours: readonly number[]): Durations {
  const stored = (value: number | null): number | null => (value === null ? null : roundStored(value));
  const range = medianRange(hours);
  return {
    n: hours.length,
    p50: stored(percentileFrom(hours, 50)),
    ...(range === null ? {} : { p50Range: { lower: roundStored(range.lower), upper: roundStored(range.upper) } }),
    p85: stored(percentileFrom(hours, 85)),
    p95: stored(percentileFrom(hours, 95)),
    max: stored(nearestRank(hours, 100)),
    mean: stored(meanOf(hours)),
  };
}

/** Null without values. */
export function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

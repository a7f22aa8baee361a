import { nearestRank } from './nearest-rank';

/** How long something took, in hours. Percentiles are observed values and null where they would say nothing (domain.md 3.1 rule 5). */
export interface Durations {
  readonly n: number;
  /** Null below 3 values. */
  readonly p50: number | null;
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

/** Sums up durations as they are stored, rounded. */
export function durationsOf(hours: readonly number[]): Durations {
  const stored = (value: number | null): number | null => (value === null ? null : roundStored(value));
  return {
    n: hours.length,
    p50: stored(percentileFrom(hours, 50)),
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

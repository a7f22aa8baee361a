import { requireNumbers } from './require-numbers';

/** Natural process limits of single values (domain.md 3.4), in the unit of the values. */
export interface XmrLimits {
  readonly mean: number;
  /** Mean of the differences between neighbours, each without its sign. */
  readonly meanMovingRange: number;
  readonly lower: number;
  readonly upper: number;
  /** No single difference between neighbours should be larger. */
  readonly rangeUpper: number;
}

/** Mean range of two normal values in standard deviations (d2 for n = 2). */
const RANGE_PER_SIGMA = 1.128;

/** Three-sigma limit of a moving range, in mean moving ranges (D4 for n = 2). */
const RANGE_LIMIT = 3.267;

/**
 * XmR chart of values in the order they came (O-01, O-03).
 *
 * The lower limit is not cut at 0: what cannot be negative is for the caller to say.
 *
 * @returns Null below 2 values, since nothing moved.
 * @throws {RangeError} For a value that is not finite.
 */
export function xmr(values: readonly number[]): XmrLimits | null {
  requireNumbers(values);
  if (values.length < 2) return null;
  const ranges = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)));
  const mean = meanOf(values);
  const meanMovingRange = meanOf(ranges);
  const away = (3 / RANGE_PER_SIGMA) * meanMovingRange;
  return { mean, meanMovingRange, lower: mean - away, upper: mean + away, rangeUpper: RANGE_LIMIT * meanMovingRange };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

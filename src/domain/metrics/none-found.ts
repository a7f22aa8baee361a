import { requireShare } from './require-numbers';

/** How sure both are: 95 %, one-sided, since nothing lies below none. */
const LEFT = 0.05;

/**
 * Largest share that still goes with none found among `n` looked at, at 95 % (O-27).
 *
 * @throws {RangeError} Unless `n` is a whole number of at least 1.
 */
export function upperWhereNone(n: number): number {
  requireShare(1, n);
  return 1 - LEFT ** (1 / n);
}

/** How many must be looked at to find at least one with 95 %, where this share of many is bad (O-28). `share` is above 0 and below 1. */
export function checksToFindOne(share: number): number {
  return Math.ceil(Math.log(LEFT) / Math.log(1 - share));
}

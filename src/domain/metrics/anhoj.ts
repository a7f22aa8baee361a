import { binomialTail } from './binomial-tail';

/** A run chart signals when its longest run is longer, or it crosses the centre more rarely; both limits themselves are fine. */
export interface AnhojLimits {
  readonly longestRun: number;
  readonly fewestCrossings: number;
}

const RARE = 0.05;

/**
 * Anhøj's limits for a run chart (domain.md 3.4, O-22).
 *
 * @param n Points that are not on the centre line.
 * @throws {RangeError} Unless `n` is a whole number of at least 1.
 */
export function anhoj(n: number): AnhojLimits {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`No run chart has ${n} points`);
  let fewestCrossings = 0;
  while (1 - binomialTail(fewestCrossings + 1, n - 1, 0.5) < RARE) fewestCrossings += 1;
  return { longestRun: Math.round(Math.log2(n)) + 3, fewestCrossings };
}

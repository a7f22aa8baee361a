import { jStat } from 'jstat';
import { requireShare } from './require-numbers';
import type { Interval } from './wilson';

const ONE_SIDE = 0.025;

/**
 * Exact 95 % interval of a share: never too narrow, mostly a little too wide (O-09).
 *
 * @returns Null where `n` is 0: nothing is known.
 * @throws {RangeError} Unless both are whole numbers and 0 ≤ k ≤ n.
 */
export function clopperPearson(k: number, n: number): Interval | null {
  requireShare(k, n);
  if (n === 0) return null;
  return {
    lower: k === 0 ? 0 : jStat.beta.inv(ONE_SIDE, k, n - k + 1),
    upper: k === n ? 1 : jStat.beta.inv(1 - ONE_SIDE, k + 1, n - k),
  };
}

/**
 * Exact 95 % interval (Garwood) of the expected number where `k` were counted; divide both by what was looked at for a rate (O-24).
 *
 * @throws {RangeError} Unless `k` is a whole number of at least 0.
 */
export function exactPoisson(k: number): Interval {
  requireShare(k, k);
  return { lower: k === 0 ? 0 : jStat.gamma.inv(ONE_SIDE, k, 1), upper: jStat.gamma.inv(1 - ONE_SIDE, k + 1, 1) };
}

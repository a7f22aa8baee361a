import { requireShare } from './require-numbers';

/** Both ends belong to it. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** 97.5 % quantile of the standard normal: 95 % between both sides. */
const Z = 1.959963984540054;

/**
 * Wilson's 95 % interval of a share, the one beside every rate (domain.md 3.1 rule 6, O-08).
 *
 * @returns Null where `n` is 0: nothing is known.
 * @throws {RangeError} Unless both are whole numbers and 0 ≤ k ≤ n.
 */
export function wilson(k: number, n: number): Interval | null {
  requireShare(k, n);
  if (n === 0) return null;
  const share = k / n;
  const centre = share + (Z * Z) / (2 * n);
  const away = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  const scale = 1 + (Z * Z) / n;
  return { lower: k === 0 ? 0 : (centre - away) / scale, upper: k === n ? 1 : (centre + away) / scale };
}

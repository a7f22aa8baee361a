import { requireNumbers } from './require-numbers';
import { shareLimits } from './share-limits';
import type { Interval } from './wilson';

/** Between these lies the share of a type that is like all the others. */
export interface FunnelLimits {
  /** 95 %: one in twenty types is outside by chance. */
  readonly inner: Interval;
  /** 99.8 %: one in five hundred. */
  readonly outer: Interval;
}

const INNER_SIGMAS = 1.959963984540054;
const OUTER_SIGMAS = 3.090232306167814;

/**
 * Limits of a funnel plot, which compares types without ranking them (domain.md 3.1 rule 7).
 *
 * @param share Of all types together, 0 to 1.
 * @param n Size of the one type, a whole number; below 5 it is not to be compared.
 * @returns Null where `n` is 0.
 * @throws {RangeError} For a share outside 0 to 1, or an `n` that is no count.
 */
export function funnelLimits(share: number, n: number): FunnelLimits | null {
  requireNumbers([share, n], 0);
  if (share > 1 || !Number.isInteger(n)) throw new RangeError(`No funnel around ${share} at ${n}`);
  if (n === 0) return null;
  return { inner: shareLimits(share, n, INNER_SIGMAS), outer: shareLimits(share, n, OUTER_SIGMAS) };
}

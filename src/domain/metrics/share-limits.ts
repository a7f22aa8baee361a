import { binomialTail } from './binomial-tail';
import { normalTail } from './normal-tail';
import type { Interval } from './wilson';

/** Below this many expected, the normal approximation of a share says nothing. */
const FEW_EXPECTED = 5;

/**
 * Within what the share of `size` things lies by chance alone, when each has it with probability `mean`; clipped to 0 and 1.
 *
 * Where fewer than 5 are expected the limits are exact: the outermost shares that come, together with those beyond them, with more than
 * the probability that lies beyond `sigmas` on their side.
 *
 * @param size Whole number above 0.
 * @param sigmas How wide, in standard deviations.
 */
export function shareLimits(mean: number, size: number, sigmas: number): Interval {
  if (size * mean < FEW_EXPECTED) return exactLimits(mean, size, normalTail(sigmas));
  const away = sigmas * Math.sqrt((mean * (1 - mean)) / size);
  return { lower: Math.max(0, mean - away), upper: Math.min(1, mean + away) };
}

function exactLimits(mean: number, size: number, oneSide: number): Interval {
  let most = Math.floor(size * mean);
  while (most < size && binomialTail(most + 1, size, mean) > oneSide) most += 1;
  let least = Math.ceil(size * mean);
  while (least > 0 && 1 - binomialTail(least, size, mean) > oneSide) least -= 1;
  return { lower: least / size, upper: most / size };
}

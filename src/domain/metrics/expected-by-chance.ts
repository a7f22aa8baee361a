import { LEAST_POINTS } from './chart-signals';
import { requireNumbers } from './require-numbers';

/** Share of charts of 24 points that signal although nothing ever changed, by simulation (domain.md 3.4). */
const FALSE_OF_24_POINTS = 0.087;

/**
 * How many charts signal by chance alone, to be told wherever several stand together (domain.md 3.4).
 *
 * Simulated charts whose limits come from all their points agree within a fifth from 12 to 100 points; a duration chart keeps the limits
 * of its first twenty, and from 36 points on has up to twice as many.
 *
 * @param charts How many are looked at.
 * @param points Points of each; below 12 there are no limits and so no signals.
 * @throws {RangeError} For a number below 0 or not finite.
 */
export function expectedByChance(charts: number, points: number): number {
  requireNumbers([charts, points], 0);
  return points < LEAST_POINTS ? 0 : charts * (1 - (1 - FALSE_OF_24_POINTS) ** (points / 24));
}

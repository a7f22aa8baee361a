import { LEAST_POINTS } from './chart-signals';
import { requireNumbers } from './require-numbers';

/** Share of charts of 24 points that signal although nothing ever changed, by simulation (domain.md 3.4). */
const FALSE_OF_24_POINTS = 0.087;

/** The same for points after the twenty that locked limits were made of: what those twenty missed by chance they miss for good. */
const FALSE_AFTER_LOCK: readonly (readonly [points: number, share: number])[] = [
  [0, 0],
  [12, 0.17],
  [24, 0.26],
  [36, 0.34],
  [60, 0.41],
  [100, 0.49],
];

/**
 * How many charts signal by chance alone, to be told wherever several stand together (domain.md 3.4). Simulated duration charts of 12 to 120
 * points agree within a fifth; those of counts have fewer once their limits are locked.
 *
 * @param charts How many are looked at.
 * @param points Points of each; below 12 there are no limits and so no signals.
 * @param afterLock How many of those came after the points the limits were made of.
 * @throws {RangeError} For a number below 0 or not finite.
 */
export function expectedByChance(charts: number, points: number, afterLock = 0): number {
  requireNumbers([charts, points, afterLock], 0);
  if (points < LEAST_POINTS) return 0;
  const quiet = (1 - FALSE_OF_24_POINTS) ** (Math.max(0, points - afterLock) / 24);
  return charts * (1 - quiet * (1 - falseAfterLock(afterLock)));
}

/** Between two simulated sizes on the line that joins them. */
function falseAfterLock(points: number): number {
  const next = FALSE_AFTER_LOCK.findIndex(([size]) => size >= points);
  const [to, upper] = FALSE_AFTER_LOCK[next] ?? [points, FALSE_AFTER_LOCK.at(-1)?.[1] ?? 0];
  const [from, lower] = FALSE_AFTER_LOCK[next - 1] ?? [to, upper];
  return to === from ? upper : lower + ((upper - lower) * (points - from)) / (to - from);
}

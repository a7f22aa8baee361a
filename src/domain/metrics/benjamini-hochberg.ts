import { requireNumbers } from './require-numbers';

/**
 * Adjusted p-values of Benjamini and Hochberg: those at or below q are the ones to follow up when, of all followed up, a share of at
 * most q may be false (O-12).
 *
 * @returns In the order of `pValues`; empty for none.
 * @throws {RangeError} For a value outside 0 to 1.
 */
export function benjaminiHochberg(pValues: readonly number[]): readonly number[] {
  requireNumbers(pValues, 0);
  if (pValues.some((p) => p > 1)) throw new RangeError('A probability is at most 1');
  const adjusted = [...pValues];
  let least = 1;
  const largestFirst = pValues.map((p, index) => ({ p, index })).sort((one, other) => other.p - one.p);
  largestFirst.forEach(({ p, index }, place) => {
    const rank = pValues.length - place;
    // p·m/m is not p in floating point, and an adjusted value must never fall below its own p.
    least = Math.min(least, Math.max(p, (p * pValues.length) / rank));
    adjusted[index] = least;
  });
  return adjusted;
}

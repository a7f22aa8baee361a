import type { Share } from './digest-counts';
import { requireNumbers, requireShare } from './require-numbers';

/**
 * The share over several types as it would be with a fixed mix, beside the plain total, which can move against every type when only the
 * mix moves (Simpson; domain.md 3.1 rule 8, O-13).
 *
 * @param typeShares One for each type.
 * @param mix In the same order how much each type weighs, for example its handoffs of the previous twelve months.
 * @returns Null where no type with weight has anything to count. One without anything is left out, and the others weigh the more.
 * @throws {RangeError} For lists of different length, and for what is no share or no weight.
 */
export function standardised(typeShares: readonly Share[], mix: readonly number[]): number | null {
  requireNumbers(mix, 0);
  if (typeShares.length !== mix.length) throw new RangeError(`${typeShares.length} shares for ${mix.length} weights`);
  for (const { k, n } of typeShares) requireShare(k, n);
  const known = typeShares
    .map(({ k, n }, index) => ({ share: k / n, weight: n === 0 ? 0 : (mix[index] ?? 0) }))
    .filter(({ weight }) => weight > 0);
  const total = known.reduce((sum, { weight }) => sum + weight, 0);
  return total === 0 ? null : known.reduce((sum, { share, weight }) => sum + (share * weight) / total, 0);
}

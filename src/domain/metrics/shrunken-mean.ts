import { requireNumbers } from './require-numbers';

/** What a mean of few ratings is drawn towards. */
export interface Prior {
  /** As many ratings as the prior weighs, above 0. */
  readonly strength: number;
  readonly prior: number;
}

/** Where the project has fewer than 30 ratings of its own (domain.md 3.3). */
export const DEFAULT_PRIOR: Prior = { strength: 5, prior: 4 };

/**
 * Mean rating for ordering and trend lines, drawn towards the prior the more the fewer ratings there are (O-16).
 *
 * @returns The prior itself without ratings: not to be shown then.
 * @throws {RangeError} For broken ratings, or a strength that is not above 0.
 */
export function shrunkenMean(ratings: readonly number[], { strength, prior }: Prior): number {
  requireNumbers([...ratings, strength, prior], 0);
  if (strength === 0) throw new RangeError('A prior without weight leaves nothing to say');
  return (strength * prior + ratings.reduce((sum, rating) => sum + rating, 0)) / (strength + ratings.length);
}

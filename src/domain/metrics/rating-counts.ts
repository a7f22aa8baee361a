/** How often each rating was given: of 1, of 2, … of 5. */
export type RatingCounts = readonly [number, number, number, number, number];

/** Adds up how often each rating was given. */
export function addCounts(all: readonly RatingCounts[]): RatingCounts {
  const sumAt = (index: 0 | 1 | 2 | 3 | 4): number => all.reduce((sum, counts) => sum + counts[index], 0);
  return [sumAt(0), sumAt(1), sumAt(2), sumAt(3), sumAt(4)];
}

/** How many ratings there are. */
export function ratingsIn(counts: RatingCounts): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** How many are at most so high, 1 to 5. */
export function ratingsUpTo(rating: number, counts: RatingCounts): number {
  return counts.slice(0, rating).reduce((sum, count) => sum + count, 0);
}

/** The raw mean; null without ratings. */
export function rawMean(counts: RatingCounts): number | null {
  const n = ratingsIn(counts);
  return n === 0 ? null : counts.reduce((sum, count, index) => sum + count * (index + 1), 0) / n;
}

/** Each rating on its own, from low to high, so that their order tells nothing. */
export function ratingValues(counts: RatingCounts): readonly number[] {
  return counts.flatMap((count, index) => Array<number>(count).fill(index + 1));
}

/** Every value under a key called rating or comment that holds something. */
export function findRatings(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...((key === 'rating' || key === 'comment') && inner !== null ? [inner as unknown] : []),
    ...findRatings(inner),
  ]);
}

/**
 * Percentile by nearest rank: always an observed value, never an interpolation (domain.md 3.1 rule 5, O-07).
 *
 * @param values In any order; not changed.
 * @param percent Whole number from 1 to 100.
 * @returns Null when there are no values.
 */
export function nearestRank(values: readonly number[], percent: number): number | null {
  const ascending = [...values].sort((a, b) => a - b);
  return ascending[Math.ceil((percent * ascending.length) / 100) - 1] ?? null;
}

import { requireNumbers } from './require-numbers';

/**
 * P(X ≥ k) of X successes in n independent tries with probability p each (O-21).
 *
 * @param k Whole number; 0 or less is certain, more than `n` impossible.
 * @throws {RangeError} Unless `k` and `n` are whole, n ≥ 0 and 0 ≤ p ≤ 1.
 */
export function binomialTail(k: number, n: number, p: number): number {
  requireNumbers([n, p], 0);
  if (!Number.isInteger(k) || !Number.isInteger(n) || p > 1) throw new RangeError(`No binomial tail for ${k} of ${n} at ${p}`);
  if (k <= 0) return 1;
  if (k > n || p === 0) return 0;
  if (p === 1) return 1;
  // Logarithms, since a single term may be smaller than any number while their sum is not.
  const logOdds = Math.log(p) - Math.log1p(-p);
  let logTerm = n * Math.log1p(-p);
  let tail = 0;
  for (let successes = 1; successes <= n; successes += 1) {
    logTerm += Math.log(n - successes + 1) - Math.log(successes) + logOdds;
    if (successes >= k) tail += Math.exp(logTerm);
  }
  return Math.min(1, tail);
}

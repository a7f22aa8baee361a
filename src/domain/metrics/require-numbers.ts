/**
 * Statistics over a broken number would be broken without a sign of it, so they refuse.
 *
 * @throws {RangeError} For NaN and infinite values, and for those below `least`.
 */
export function requireNumbers(values: readonly number[], least = -Infinity): void {
  const wrong = values.find((value) => !Number.isFinite(value) || value < least);
  if (wrong !== undefined) throw new RangeError(`Not a number that can be counted with: ${wrong}`);
}

/** @throws {RangeError} Unless both are whole numbers and 0 ≤ `k` ≤ `n`. */
export function requireShare(k: number, n: number): void {
  if (!Number.isInteger(k) || !Number.isInteger(n) || k < 0 || k > n) throw new RangeError(`Not a share: ${k} of ${n}`);
}

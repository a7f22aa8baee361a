import fc from 'fast-check';
import { nearestRank } from '../../../src/domain/metrics/nearest-rank';

const upTo = (n: number): readonly number[] => Array.from({ length: n }, (_, index) => index + 1);

describe('nearestRank', () => {
  it('takes an observed value and never one in between (O-07)', () => {
    expect([50, 85, 95].map((percent) => nearestRank(upTo(10), percent))).toEqual([5, 9, 10]);
    expect([50, 85, 95].map((percent) => nearestRank([72, 2, 3, 4, 3, 5, 8, 12, 9, 20], percent))).toEqual([5, 20, 72]);
  });

  it('O-06: 90th percentile of the NIST gauge values', () => {
    const gauge = [95.1772, 95.1567, 95.1937, 95.1959, 95.1442, 95.061, 95.1591, 95.1195, 95.1065, 95.0925, 95.199, 95.1682];
    expect(nearestRank(gauge, 90)).toBe(95.1959);
  });

  it('differs from the maximum from 7 values on at P85 and from 20 on at P95 (O-07)', () => {
    const firstBelowMax = (percent: number): number | undefined => upTo(30).find((n) => nearestRank(upTo(n), percent) !== n);
    expect(firstBelowMax(85)).toBe(7);
    expect(firstBelowMax(95)).toBe(20);
  });

  it('has no answer without values', () => {
    expect(nearestRank([], 50)).toBeNull();
  });

  it('leaves at least that share of the values at or below it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.integer({ min: 1, max: 100 }), (values, percent) => {
        const rank = nearestRank(values, percent);
        expect(values).toContain(rank);
        expect(values.filter((value) => value <= (rank ?? 0)).length * 100).toBeGreaterThanOrEqual(percent * values.length);
        expect(values.filter((value) => value < (rank ?? 0)).length * 100).toBeLessThan(percent * values.length);
      }),
    );
  });
});

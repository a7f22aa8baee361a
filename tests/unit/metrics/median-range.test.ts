import fc from 'fast-check';
import { durationsOf, medianRange } from '../../../src/domain/metrics/durations';
import { nearestRank } from '../../../src/domain/metrics/nearest-rank';

const upTo = (n: number): readonly number[] => Array.from({ length: n }, (_each, index) => index + 1);

describe('the range of a median', () => {
  // Ranks of the sign test's 95 % interval, as tables of it print them.
  it.each([
    [6, 1, 6],
    [9, 2, 8],
    [20, 6, 15],
    [30, 10, 21],
    [50, 18, 33],
    [100, 40, 61],
  ])('goes, of %i values, from the one at place %i to the one at place %i', (n, lower, upper) => {
    expect(medianRange([...upTo(n)].reverse())).toEqual({ lower, upper });
  });

  it('is not told below six values, where it would not hold 95 %', () => {
    expect(medianRange(upTo(5))).toBeNull();
    expect(durationsOf(upTo(5))).not.toHaveProperty('p50Range');
    expect(medianRange(upTo(50_000))).toMatchObject({ lower: 24_781 });
  });

  it('consists of observed values and holds the median', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 500, noNaN: true }), { minLength: 6, maxLength: 60 }), (values) => {
        const { lower, upper } = medianRange(values)!;
        const median = nearestRank(values, 50)!;
        expect(values).toEqual(expect.arrayContaining([lower, upper]));
        expect(lower <= median && median <= upper).toBe(true);
      }),
    );
  });
});

import fc from 'fast-check';
import { ratingBounds } from '../../../src/domain/metrics/rating-bounds';
import type { RatingCounts } from '../../../src/domain/metrics/rating-counts';
import { ratingPosterior } from '../../../src/domain/metrics/rating-posterior';
import { savingsEstimate } from '../../../src/domain/metrics/savings-estimate';
import { DEFAULT_PRIOR, shrunkenMean } from '../../../src/domain/metrics/shrunken-mean';

const count = fc.integer({ min: 0, max: 50 });
const anyCounts = fc.tuple(count, count, count, count, count);
const rating = fc.integer({ min: 1, max: 5 });

/** Every way `n` ratings can fall. */
function* outcomesOf(n: number): Generator<RatingCounts> {
  for (let a = 0; a <= n; a += 1)
    for (let b = 0; a + b <= n; b += 1)
      for (let c = 0; a + b + c <= n; c += 1) for (let d = 0; a + b + c + d <= n; d += 1) yield [a, b, c, d, n - a - b - c - d];
}

const sumOf = (counts: RatingCounts): number => counts.reduce((sum, each, index) => sum + each * (index + 1), 0);
const logFactorial = (n: number): number =>
  Array.from({ length: n }, (_, index) => Math.log(index + 1)).reduce((sum, each) => sum + each, 0);

/** How probable an outcome is when single ratings fall as `chances` says. */
const probability = (counts: RatingCounts, chances: readonly number[]): number =>
  Math.exp(
    logFactorial(counts.reduce((sum, each) => sum + each)) +
      counts.reduce((sum, each, index) => sum + (each === 0 ? 0 : each * Math.log(chances[index]!)) - logFactorial(each), 0),
  );

/** The distributions of domain.md 3.5, from a true mean of 4.20 down to 2.20. */
const scenarios = [
  [0.02, 0.04, 0.14, 0.32, 0.48],
  [0.04, 0.08, 0.22, 0.36, 0.3],
  [0.07, 0.14, 0.29, 0.32, 0.18],
  [0.1, 0.22, 0.36, 0.22, 0.1],
  [0.16, 0.34, 0.3, 0.14, 0.06],
  [0.28, 0.38, 0.22, 0.1, 0.02],
];
const chanceOf = (n: number, fires: (counts: RatingCounts) => boolean): number[] => {
  const firing = [...outcomesOf(n)].filter(fires);
  return scenarios.map((chances) => firing.reduce((sum, counts) => sum + probability(counts, chances), 0));
};

describe('ratingPosterior', () => {
  it.each([
    { counts: [0, 3, 0, 0, 0], expected: [2.625, 0.4061, 3.293] },
    { counts: [0, 5, 0, 0, 0], expected: [2.5, 0.3371, 3.0545] },
    { counts: [2, 4, 3, 1, 0], expected: [2.5333, 0.2867, 3.005] },
    { counts: [5, 0, 0, 0, 0], expected: [2.0, 0.4264, 2.7014] },
    { counts: [1, 0, 0, 0, 0], expected: [2.6667, 0.5634, 3.5934] },
    { counts: [0, 2, 1, 2, 2], expected: [3.3333, 0.364, 3.932] },
  ] as const)('O-15: $counts', ({ counts, expected }) => {
    const { mean, sd, upper95 } = ratingPosterior(counts);
    expected.forEach((value, index) => expect([mean, sd, upper95][index]).toBeCloseTo(value, 4));
  });

  it('O-15: the lower bound the published star ranking really gives', () => {
    const { mean, sd } = ratingPosterior([25, 20, 75, 80, 60]);
    [3.4906, 0.074, 3.3684].forEach((value, index) => expect([mean, sd, mean - 1.65 * sd][index]).toBeCloseTo(value, 4));
  });

  it.each([
    { n: 3, expected: [0.017, 0.0704, 0.1952, 0.3991, 0.6545, 0.8559] },
    { n: 5, expected: [0.0047, 0.0389, 0.1647, 0.4211, 0.7344, 0.9311] },
    { n: 10, expected: [0.0002, 0.0095, 0.1083, 0.4438, 0.8433, 0.9868] },
  ])('O-17: how often $n ratings have a raw mean below 3', ({ n, expected }) => {
    chanceOf(n, (counts) => sumOf(counts) < 3 * n).forEach((chance, index) => expect(chance).toBeCloseTo(expected[index]!, 4));
  });

  it.each([
    { n: 5, expected: [0, 0, 0.0007, 0.0046, 0.036, 0.1608] },
    { n: 10, expected: [0, 0, 0.0009, 0.0182, 0.1712, 0.5737] },
    { n: 15, expected: [0, 0, 0.0007, 0.0297, 0.3081, 0.818] },
    { n: 20, expected: [0, 0, 0.0004, 0.0327, 0.4032, 0.92] },
  ])('O-17: how often $n ratings are evidence of a mean below 3', ({ n, expected }) => {
    chanceOf(n, (counts) => ratingPosterior(counts).upper95 < 3).forEach((chance, index) =>
      expect(chance).toBeCloseTo(expected[index]!, 4),
    );
  });

  it('O-18: the highest raw mean that is evidence, for 4 to 8 ratings, and none for 3', () => {
    const highest = (n: number): number =>
      Math.max(...[...outcomesOf(n)].filter((counts) => ratingPosterior(counts).upper95 < 3).map((counts) => sumOf(counts) / n));
    [1.25, 1.8, 2, 2.142857, 2.25].forEach((value, index) => expect(highest(index + 4)).toBeCloseTo(value, 5));
    expect(highest(3)).toBe(-Infinity);
  });

  it('keeps its mean on the scale, and its bound and probability agree', () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const { mean, sd, upper95, probabilityBelow3 } = ratingPosterior(counts);
        expect(mean).toBeGreaterThan(1);
        expect(mean).toBeLessThan(5);
        expect(sd).toBeGreaterThan(0);
        if (Math.abs(mean - 3) > 1e-6) expect(probabilityBelow3 > 0.5).toBe(mean < 3);
        if (Math.abs(upper95 - 3) > 1e-6) expect(probabilityBelow3 > 0.95).toBe(upper95 < 3);
      }),
    );
    expect(() => ratingPosterior([1, 0, 0, 0, Number.NaN])).toThrow(RangeError);
  });
});

describe('shrunkenMean', () => {
  it('O-16: is drawn to 4 the more the fewer there are', () => {
    const all = [[5], [1], [1, 2, 3], Array<number>(10).fill(2), [], [...Array<number>(15).fill(2), ...Array<number>(5).fill(3)]];
    [4.1667, 3.5, 3.25, 2.6667, 4, 2.6].forEach((value, index) => expect(shrunkenMean(all[index]!, DEFAULT_PRIOR)).toBeCloseTo(value, 4));
    expect(() => shrunkenMean([], { strength: 0, prior: 4 })).toThrow(RangeError);
  });
});

describe('ratingBounds', () => {
  it('O-19: eight of twenty rated', () => {
    const ratings = [5, 5, 4, 4, 5, 3, 4, 5];
    expect(ratings.reduce((sum, each) => sum + each) / 8).toBe(4.375);
    expect(ratingBounds(ratings, 20)).toEqual({ lower: 2.35, upper: 4.75 });
    const good = ratings.filter((each) => each >= 4).length;
    expect([good / 8, good / 20]).toEqual([0.875, 0.35]);
  });

  it('contains the raw mean, and is the raw mean where all rated', () => {
    fc.assert(
      fc.property(fc.array(rating, { minLength: 1, maxLength: 30 }), fc.integer({ min: 0, max: 20 }), (all, silent) => {
        const mean = all.reduce((sum, each) => sum + each, 0) / all.length;
        const { lower, upper } = ratingBounds(all, all.length + silent)!;
        expect(lower).toBeLessThanOrEqual(mean + 1e-12);
        expect(upper).toBeGreaterThanOrEqual(mean - 1e-12);
        if (silent === 0) expect(lower).toBe(upper);
      }),
    );
  });

  it('says nothing about nothing, and refuses more ratings than could be given', () => {
    expect(ratingBounds([], 0)).toBeNull();
    for (const wrong of [() => ratingBounds([1, 2], 1), () => ratingBounds([6], 1), () => ratingBounds([], Number.NaN)])
      expect(wrong).toThrow(RangeError);
  });
});

describe('savingsEstimate', () => {
  it('S-095, O-35, M21: ten minutes ten times a day, for 220, 240 and 250 days', () => {
    [366.6667, 400, 416.6667].forEach((hours, index) => expect(savingsEstimate(10, 10, [220, 240, 250][index]!)).toBeCloseTo(hours, 4));
    expect(() => savingsEstimate(-1, 10, 220)).toThrow(RangeError);
  });
});

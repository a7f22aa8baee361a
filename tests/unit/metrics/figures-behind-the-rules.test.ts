import { DEFAULT_PRIOR } from '../../../src/domain/metrics/shrunken-mean';
import { clopperPearson } from '../../../src/domain/metrics/exact-intervals';
import { nearestRank } from '../../../src/domain/metrics/nearest-rank';

/** Figures that rules and defaults were chosen by. The product has no function for them; each is worked out here and held against the rule. */
describe('figures behind the rules', () => {
  const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

  it('O-06, O-07: interpolated percentiles are values nobody observed; the nearest rank is one that was', () => {
    const gauge = [95.1772, 95.1567, 95.1937, 95.1959, 95.1442, 95.061, 95.1591, 95.1195, 95.1065, 95.0925, 95.199, 95.1682];
    const durations = [2, 3, 3, 4, 5, 8, 9, 12, 20, 72];
    const at = (values: readonly number[], position: number): number => {
      const sorted = [...values].sort((one, other) => one - other);
      const below = Math.min(Math.max(Math.floor(position), 1), sorted.length);
      const lower = sorted[below - 1] ?? Number.NaN;
      return lower + (position - below) * ((sorted[below] ?? lower) - lower);
    };
    const n = gauge.length;
    const interpolated = [0.9 * (n + 1), 0.9 * (n - 1) + 1, 0.9 * (n + 1 / 3) + 1 / 3, 0.9 * (n + 1 / 4) + 3 / 8].map((each) =>
      at(gauge, each),
    );
    [95.19807, 95.19568, 95.19724, 95.19714].forEach((expected, index) => expect(interpolated[index]).toBeCloseTo(expected, 5));
    expect(nearestRank(gauge, 90)).toBe(95.1959);
    for (const value of interpolated) expect(gauge).not.toContain(value);
    const linear = [0.5, 0.85, 0.95].map((q) => at(durations, q * (durations.length - 1) + 1));
    [6.5, 17.2, 48.6].forEach((expected, index) => expect(linear[index]).toBeCloseTo(expected, 4));
    expect([50, 85, 95].map((percent) => nearestRank(durations, percent))).toEqual([5, 20, 72]);
  });

  it('O-14: the prior mean is no kinder than published ratings', () => {
    const groups = [
      { n: 49, mean: 3.58, sd: 0.92 },
      { n: 109, mean: 4.48, sd: 0.7 },
    ];
    const n = sumOf(groups.map((group) => group.n));
    const mean = sumOf(groups.map((group) => group.n * group.mean)) / n;
    const within = sumOf(groups.map((group) => (group.n - 1) * group.sd ** 2));
    const between = sumOf(groups.map((group) => group.n * (group.mean - mean) ** 2));
    expect(mean).toBeCloseTo(4.2009, 4);
    expect(Math.sqrt((within + between) / (n - 1))).toBeCloseTo(0.8776, 4);
    expect(DEFAULT_PRIOR.prior).toBeLessThan(mean);
  });

  it('O-20: whoever is silent was unsatisfied more often than those who speak show', () => {
    const implied = [6 / 0.06, 23 / 0.23, 64 / 0.32];
    [100, 100, 200].forEach((expected, index) => expect(implied[index]).toBeCloseTo(expected, 6));
    const shares = [(implied[0] ?? 0) / sumOf(implied), (implied[2] ?? 0) / sumOf(implied), 6 / (6 + 23 + 64)];
    [0.25, 0.5, 0.0645].forEach((expected, index) => expect(shares[index]).toBeCloseTo(expected, 4));
  });

  it('O-27: with nothing found, the rule of three is a little wider than the exact bound', () => {
    const exact = 1 - 0.05 ** (1 / 30);
    expect(exact).toBeCloseTo(0.095, 4);
    expect(3 / 30).toBeGreaterThan(exact);
    // Two-sided, so wider than the one-sided bound.
    expect(clopperPearson(0, 30)?.upper).toBeGreaterThan(exact);
  });

  it('O-29: of 40 handoffs with 4 bad ones, 21 checks find one with 95 %', () => {
    const findsOne = (checks: number): number => {
      let none = 1;
      for (let taken = 0; taken < checks; taken += 1) none *= (36 - taken) / (40 - taken);
      return 1 - none;
    };
    expect(findsOne(20)).toBeLessThan(0.95);
    expect(findsOne(21)).toBeCloseTo(0.9576, 4);
  });

  it('O-30: two raters who agree in 35 of 50 agree by 0.4 beyond chance', () => {
    const [bothYes, firstOnly, secondOnly, bothNo] = [20, 5, 10, 15] as const;
    const n = bothYes + firstOnly + secondOnly + bothNo;
    const agreed = (bothYes + bothNo) / n;
    const byChance = ((bothYes + firstOnly) * (bothYes + secondOnly) + (secondOnly + bothNo) * (firstOnly + bothNo)) / n ** 2;
    expect((agreed - byChance) / (1 - byChance)).toBeCloseTo(0.4, 6);
  });

  it('O-36: a tool of 10 a user and month pays off from 1, 2 and 12 prevented failures of 50 a quarter', () => {
    expect([1, 2, 20].map((users) => Math.ceil((users * 10 * 3) / 50))).toEqual([1, 2, 12]);
  });

  it('O-37: what is left after five handoffs falls with what each of them keeps', () => {
    [0.025, 0.855, 0.99].forEach((left, index) => expect(left ** (1 / 5)).toBeCloseTo([0.4782, 0.9692, 0.998][index] ?? 0, 4));
    expect(0.5 ** 5).toBe(0.03125);
  });
});

import fc from 'fast-check';
import { anhoj } from '../../../src/domain/metrics/anhoj';
import { binomialTail } from '../../../src/domain/metrics/binomial-tail';
import { pChart, uChart } from '../../../src/domain/metrics/count-charts';
import { normalTail } from '../../../src/domain/metrics/normal-tail';
import { xmr } from '../../../src/domain/metrics/xmr';

const nist = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];
const numbers = fc.array(fc.double({ min: -1_000, max: 1_000, noNaN: true }), { minLength: 2, maxLength: 40 });

describe('xmr', () => {
  it('O-01: NIST individuals chart, without a signal', () => {
    const chart = xmr(nist)!;
    expect(chart.mean).toBeCloseTo(50.81, 4);
    expect(chart.meanMovingRange).toBeCloseTo(1.8778, 4);
    expect(chart.lower).toBeCloseTo(45.8159, 4);
    expect(chart.upper).toBeCloseTo(55.8041, 4);
    expect(nist.every((value) => value > chart.lower && value < chart.upper)).toBe(true);
  });

  it("O-02: differs from Wheeler's rounded constants by no more than their rounding", () => {
    const chart = xmr(nist)!;
    const wheeler = [45.8151, 55.8049, 6.1403];
    [chart.mean - 2.66 * chart.meanMovingRange, chart.mean + 2.66 * chart.meanMovingRange, 3.27 * chart.meanMovingRange].forEach(
      (value, index) => expect(value).toBeCloseTo(wheeler[index]!, 4),
    );
    expect(chart.rangeUpper).toBeCloseTo(3.267 * chart.meanMovingRange, 10);
  });

  it('O-03: hours, where 20 signals and 14 does not', () => {
    const chart = xmr([6, 9, 4, 7, 8, 5, 10, 6, 7, 8, 6])!;
    [6.9091, 2.8, -0.5377, 14.3559].forEach((value, index) =>
      expect([chart.mean, chart.meanMovingRange, chart.lower, chart.upper][index]).toBeCloseTo(value, 4),
    );
    expect([20 > chart.upper, 14 > chart.upper]).toEqual([true, false]);
  });

  it('has its mean between its limits, and no limits for fewer than two values', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const { mean, lower, upper, rangeUpper } = xmr(values)!;
        expect(lower).toBeLessThanOrEqual(mean);
        expect(upper).toBeGreaterThanOrEqual(mean);
        expect(rangeUpper).toBeGreaterThanOrEqual(0);
      }),
    );
    expect([xmr([]), xmr([1])]).toEqual([null, null]);
    expect(() => xmr([1, Number.NaN])).toThrow(RangeError);
  });
});

describe('uChart', () => {
  it('O-04: twenty samples of five', () => {
    const defects = [10, 12, 8, 14, 10, 16, 11, 7, 10, 15, 9, 5, 7, 11, 12, 6, 8, 10, 7, 5];
    expect(defects.reduce((sum, each) => sum + each)).toBe(193);
    const chart = uChart(
      defects,
      defects.map(() => 5),
    )!;
    expect(chart.mean).toBeCloseTo(1.93, 4);
    for (const { lower, upper } of chart.limits) {
      expect(lower).toBeCloseTo(0.0661, 4);
      expect(upper).toBeCloseTo(3.7939, 4);
    }
  });

  it('O-05: questions per handoff, wider for smaller periods and never below 0', () => {
    const { mean, limits } = uChart([12, 9, 15, 8], [20, 15, 25, 16])!;
    expect(mean).toBeCloseTo(0.5789, 4);
    const expected = [
      [0.0685, 1.0894],
      [0, 1.1683],
      [0.1224, 1.0355],
      [0.0083, 1.1496],
    ];
    limits.forEach(({ lower, upper }, index) => {
      expect(lower).toBeCloseTo(expected[index]![0]!, 4);
      expect(upper).toBeCloseTo(expected[index]![1]!, 4);
    });
    expect(limits[1]!.lower).toBe(0);
    expect(30 / 20).toBeGreaterThan(limits[0]!.upper);
  });
});

describe('pChart', () => {
  it('is three sigma around the mean share, clipped to 0 and 1', () => {
    const { mean, limits } = pChart([10, 30], [100, 100])!;
    expect(mean).toBe(0.2);
    expect(limits[0]!.lower).toBeCloseTo(0.08, 10);
    expect(limits[0]!.upper).toBeCloseTo(0.32, 10);
    expect(pChart([19, 20], [20, 20])!.limits[0]!.upper).toBe(1);
  });

  it('is exact where fewer than five are expected', () => {
    const { limits } = pChart([2, 1, 3, 2], [20, 20, 20, 20])!;
    const [{ lower, upper } = { lower: 1, upper: 0 }] = limits;
    expect(lower).toBe(0);
    const most = Math.round(upper * 20);
    expect(binomialTail(most + 1, 20, 0.1)).toBeLessThanOrEqual(0.00135);
    expect(binomialTail(most, 20, 0.1)).toBeGreaterThan(0.00135);
  });

  it('keeps its mean between its limits, with shares of nothing and of all', () => {
    const periods = fc.array(
      fc.integer({ min: 1, max: 60 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n))),
      { minLength: 1, maxLength: 15 },
    );
    fc.assert(
      fc.property(periods, (all) => {
        const { mean, limits } = pChart(
          all.map(([k]) => k),
          all.map(([, n]) => n),
        )!;
        for (const [index, { lower, upper }] of limits.entries()) {
          const size = all[index]![1];
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(upper).toBeLessThanOrEqual(1);
          // An exact limit is a share that can occur, so the mean may lie up to one handoff outside.
          expect(lower).toBeLessThanOrEqual(mean + 1 / size);
          expect(upper).toBeGreaterThanOrEqual(mean - 1 / size);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('has no limits without periods, and refuses what is no share', () => {
    expect([pChart([], []), uChart([], [])]).toEqual([null, null]);
    for (const wrong of [() => pChart([3], [2]), () => pChart([0], [0]), () => uChart([1], []), () => uChart([-1], [2])])
      expect(wrong).toThrow(RangeError);
  });
});

describe('anhoj', () => {
  it('O-22: longest run and fewest crossings by number of points', () => {
    const limits = [10, 12, 16, 20, 24, 30].map((n) => [anhoj(n).longestRun, anhoj(n).fewestCrossings]);
    expect(limits).toEqual([
      [6, 2],
      [7, 3],
      [7, 4],
      [7, 6],
      [8, 8],
      [8, 10],
    ]);
    expect(() => anhoj(0)).toThrow(RangeError);
  });
});

describe('three sigma', () => {
  it('O-23: is passed once in 370 points by chance', () => {
    const both = 2 * normalTail(3);
    expect(both).toBeCloseTo(0.0027, 4);
    expect(1 / both).toBeCloseTo(370.398, 2);
  });
});

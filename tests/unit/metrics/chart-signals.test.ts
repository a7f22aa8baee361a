import fc from 'fast-check';
import { inStretches } from '../../../src/domain/metrics/chart-stretches';
import { addDays } from '../../../src/domain/calendar/calendar-day';
import { pSignals, signalsOf, uSignals } from '../../../src/domain/metrics/chart-signals';
import type { Share } from '../../../src/domain/metrics/digest-counts';
import { expectedByChance } from '../../../src/domain/metrics/expected-by-chance';
import { funnelLimits } from '../../../src/domain/metrics/funnel-limits';
import { standardised } from '../../../src/domain/metrics/standardised';
import { xmr } from '../../../src/domain/metrics/xmr';

/** The same numbers between 0 and 1 at every run. */
function* chances(): Generator<number, never> {
  let state = 12_345;
  for (;;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield (state + 0.5) / 2_147_483_648;
  }
}

/** Durations of a process that never changes. */
function logNormal(): () => number {
  const next = chances();
  const take = (): number => next.next().value;
  return () => Math.exp(Math.sqrt(-2 * Math.log(take())) * Math.cos(2 * Math.PI * take()));
}

const alternating = (length: number): number[] => Array.from({ length }, (_, index) => (index % 2 === 0 ? 2 : 8));
const steady = (length: number, share: Share = { k: 4, n: 20 }): Share[] => Array<Share>(length).fill(share);

describe('signalsOf durations', () => {
  it('has its limits in hours around the geometric mean, none below 12 points', () => {
    const chart = signalsOf(alternating(12))!;
    const half = (3 / 1.128) * Math.log(4);
    expect(chart.centre).toBeCloseTo(4, 10);
    expect(chart.lower).toBeCloseTo(4 * Math.exp(-half), 10);
    expect(chart.upper).toBeCloseTo(4 * Math.exp(half), 10);
    expect(chart.signals.isSignal).toBe(false);
    expect(signalsOf(alternating(11))).toBeNull();
  });

  it('names points beyond the limits, which stay those of the first twenty', () => {
    const chart = signalsOf([...alternating(20), 4, 900, 5])!;
    expect([chart.baseline.last, chart.upper]).toEqual([19, signalsOf(alternating(20))!.upper]);
    expect(chart.signals).toMatchObject({ outside: [21], isSignal: true });
  });

  it('takes a run longer than Anhøj allows, or fewer crossings, as a signal, and the limits themselves not', () => {
    const sides = (text: string): number[] => Array.from(text, (side) => (side === '+' ? 8 : 2));
    const run = (text: string) => signalsOf(sides(text))!.signals;
    expect(run('+++++++-+-+-').longestRun).toEqual({ length: 7, limit: 7, isSignal: false });
    expect(run('++++++++-+--').longestRun).toEqual({ length: 8, limit: 7, isSignal: true });
    expect(run('++++--+++---').crossings).toEqual({ count: 3, limit: 3, isSignal: false });
    expect(run('++++++------').crossings).toEqual({ count: 1, limit: 3, isSignal: true });
  });

  it('counts less than a minute as a minute, and sees nothing in equal values', () => {
    const zeros = signalsOf(Array<number>(24).fill(0))!;
    expect(zeros.centre).toBeCloseTo(1 / 60, 10);
    expect(zeros.signals).toMatchObject({ outside: [], isSignal: false, longestRun: { length: 0 } });
    expect(signalsOf(Array<number>(15).fill(7.3))!.signals.isSignal).toBe(false);
    expect(() => signalsOf([...alternating(12), Number.NaN])).toThrow(RangeError);
  });

  it('cries wolf in few charts of a process that never changes, where the raw chart does in a third', () => {
    const hours = logNormal();
    const charts = Array.from({ length: 600 }, () => Array.from({ length: 12 }, hours));
    const share = (isFalse: (values: number[]) => boolean): number => charts.filter(isFalse).length / charts.length;
    expect(share((values) => signalsOf(values)!.signals.isSignal)).toBeLessThan(0.08);
    const raw = share((values) => values.some((value) => value > xmr(values)!.upper));
    expect(raw).toBeGreaterThan(0.25);
  });
});

describe('signals of periods', () => {
  it('pSignals: names the period beyond its own limits', () => {
    const chart = pSignals([...steady(12), { k: 17, n: 20 }])!;
    expect(chart.signals.outside).toEqual([12]);
    expect(chart.periods[12]).toMatchObject({ value: 0.85, first: 12, last: 12 });
    expect(pSignals(steady(11))).toBeNull();
  });

  it('uSignals: more questions than handoffs are no mistake', () => {
    expect(uSignals([...steady(12, { k: 30, n: 20 }), { k: 90, n: 20 }])!.signals.outside).toEqual([12]);
    expect(() => pSignals(steady(12, { k: 30, n: 20 }))).toThrow(RangeError);
  });

  it('joins periods until two are expected in each, passes empty ones over, and loses nothing', () => {
    const chart = pSignals([{ k: 0, n: 0 }, ...steady(25, { k: 1, n: 10 })])!;
    expect(chart.periods.map(({ first, last }) => [first, last])).toEqual([
      ...Array.from({ length: 11 }, (_, index) => [index * 2 + 1, index * 2 + 2]),
      [23, 25],
    ]);
    fc.assert(
      fc.property(
        fc.array(
          fc.integer({ min: 0, max: 40 }).chain((n) => fc.record({ k: fc.integer({ min: 0, max: n }), n: fc.constant(n) })),
          { minLength: 12, maxLength: 40 },
        ),
        (all) => {
          const periods = pSignals(all)?.periods;
          if (periods === undefined) return;
          expect(periods.reduce((sum, { n }) => sum + n, 0)).toBe(all.reduce((sum, { n }) => sum + n, 0));
          expect(periods.every(({ n, k, value }) => value === k / n)).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('draw nothing where nothing ever happened', () => {
    expect([pSignals(steady(20, { k: 0, n: 9 })), uSignals([]), pSignals(steady(20, { k: 0, n: 0 }))]).toEqual([null, null, null]);
  });
});

describe('stretches of limits', () => {
  const day = (place: number): string => addDays('2026-01-01', place);
  const points = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 60 });
  const chartsOf = (values: readonly number[], starts: readonly number[]) =>
    inStretches(
      values.map((hours, place) => ({ hours, day: day(place) })),
      (point) => point.day,
      starts.map((place) => ({ from: day(place), reason: 'Changed' })),
    ).map(({ points: own, ...stretch }) => ({ ...stretch, chart: signalsOf(own.map(({ hours }) => hours)) }));

  it('points before a start keep their limits whatever comes after it', () => {
    fc.assert(
      fc.property(points, points, points, (before, after, other) => {
        const [first] = chartsOf([...before, ...after], [before.length]);
        const [again] = chartsOf([...before, ...other], [before.length]);
        expect(first).toEqual(again);
      }),
    );
  });

  it('points after a start have the limits they would have alone, and without a start all is one stretch', () => {
    fc.assert(
      fc.property(points, points, (before, after) => {
        const last = chartsOf([...before, ...after], [before.length]).at(-1);
        expect(last).toEqual({ start: { from: day(before.length), reason: 'Changed' }, place: before.length, chart: signalsOf(after) });
        expect(chartsOf(before, [])).toEqual([{ start: null, place: 0, chart: signalsOf(before) }]);
      }),
    );
  });

  it('keep a start that has no points yet, and only the newest of them', () => {
    const starts = [4, 5].map((place) => ({ from: day(place), reason: `Day ${String(place)}` }));
    expect(inStretches([day(0), day(1)], (at) => at, starts).map(({ start, points: own }) => [start?.from, own.length])).toEqual([
      [undefined, 2],
      [day(5), 0],
    ]);
  });

  it('points that are not shown make the limits and raise no signal', () => {
    const values = [900, ...alternating(19), ...alternating(15)];
    const chart = signalsOf(values, 20)!;
    expect([chart.upper, chart.signals.outside, chart.signals.longestRun.limit]).toEqual([signalsOf(values)!.upper, [], 7]);
    const months = [...steady(20, { k: 2, n: 20 }), ...steady(6, { k: 18, n: 20 })];
    expect(pSignals(months, 20)).toMatchObject({ centre: 0.1, baseline: { first: 0, last: 19 }, signals: { outside: [0, 1, 2, 3, 4, 5] } });
  });
});

describe('expectedByChance', () => {
  it('expects three to four false signals of ten types with four charts over two years', () => {
    expect(expectedByChance(40, 24)).toBeGreaterThan(3);
    expect(expectedByChance(40, 24)).toBeLessThan(4);
    expect(expectedByChance(1, 12)).toBeCloseTo(0.04, 1);
    expect([expectedByChance(40, 11), expectedByChance(0, 24)]).toEqual([0, 0]);
  });

  it('agrees with charts of a process that never changes, whether or not the points that made their limits are shown', () => {
    const hours = logNormal();
    const share = (length: number, shownFrom: number): number =>
      Array.from({ length: 400 }, () => signalsOf(Array.from({ length }, hours), shownFrom)!).filter(({ signals }) => signals.isSignal)
        .length / 400;
    for (const [length, shownFrom] of [
      [60, 0],
      [120, 20],
      [44, 20],
    ] as const) {
      const expected = expectedByChance(1, length - shownFrom, length - 20);
      expect(Math.abs(share(length, shownFrom) / expected - 1)).toBeLessThan(0.25);
    }
  });
});

describe('standardised', () => {
  const mix = [357, 343];

  it('O-13: turns the order round when only the mix differs', () => {
    const [a, b] = [
      [
        { k: 81, n: 87 },
        { k: 192, n: 263 },
      ],
      [
        { k: 234, n: 270 },
        { k: 55, n: 80 },
      ],
    ];
    expect(a.map(({ k, n }) => Number((k / n).toFixed(4)))).toEqual([0.931, 0.73]);
    expect(b.map(({ k, n }) => Number((k / n).toFixed(4)))).toEqual([0.8667, 0.6875]);
    expect([273 / 350, 289 / 350].map((total) => Number(total.toFixed(4)))).toEqual([0.78, 0.8257]);
    expect(standardised(a, mix)).toBeCloseTo(0.8325, 4);
    expect(standardised(b, mix)).toBeCloseTo(0.7789, 4);
  });

  it('leaves out a type without anything, and says nothing of nothing', () => {
    expect(
      standardised(
        [
          { k: 1, n: 2 },
          { k: 0, n: 0 },
        ],
        mix,
      ),
    ).toBe(0.5);
    expect([standardised([], []), standardised([{ k: 0, n: 0 }], [1]), standardised([{ k: 1, n: 2 }], [0])]).toEqual([null, null, null]);
    expect(() => standardised([{ k: 1, n: 2 }], [])).toThrow(RangeError);
  });
});

describe('funnelLimits', () => {
  it('narrow with size, the outer around the inner, the share within both', () => {
    const { inner, outer } = funnelLimits(0.3, 100)!;
    expect(inner.lower).toBeCloseTo(0.3 - 1.96 * Math.sqrt(0.21 / 100), 4);
    expect(outer.upper).toBeCloseTo(0.3 + 3.09 * Math.sqrt(0.21 / 100), 4);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 400 }), (share, n) => {
        const limits = funnelLimits(share, n)!;
        expect(limits.outer.lower).toBeLessThanOrEqual(limits.inner.lower);
        expect(limits.outer.upper).toBeGreaterThanOrEqual(limits.inner.upper);
        expect(limits.inner.upper).toBeGreaterThanOrEqual(share - 1 / n);
      }),
    );
    expect(funnelLimits(0.3, 0)).toBeNull();
    expect(() => funnelLimits(1.1, 9)).toThrow(RangeError);
  });
});

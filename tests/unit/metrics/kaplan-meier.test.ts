import fc from 'fast-check';
import { kaplanMeier, kaplanMeierQuantile, type Observation } from '../../../src/domain/metrics/kaplan-meier';
import { nearestRank } from '../../../src/domain/metrics/nearest-rank';

/** `6+` was watched for 6 and had not happened. */
const watched = (text: string): Observation[] =>
  text.split(' ').map((each) => ({ time: Number.parseFloat(each), event: !each.endsWith('+') }));

const times = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 40 });
const observations = fc.array(fc.record({ time: fc.integer({ min: 0, max: 20 }), event: fc.boolean() }), { maxLength: 30 });

describe('kaplanMeier', () => {
  it('O-10: remission on 6-MP', () => {
    const remission = watched('6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+');
    const expected = [
      [6, 21, 3, 0.8571],
      [7, 17, 1, 0.8067],
      [10, 15, 1, 0.7529],
      [13, 12, 1, 0.6902],
      [16, 11, 1, 0.6275],
      [22, 7, 1, 0.5378],
      [23, 6, 1, 0.4482],
    ];
    const steps = kaplanMeier(remission);
    expect(steps).toHaveLength(expected.length);
    steps.forEach(({ time, atRisk, events, survival }, index) => {
      expect([time, atRisk, events]).toEqual(expected[index]!.slice(0, 3));
      expect(survival).toBeCloseTo(expected[index]![3]!, 4);
    });
    expect(kaplanMeierQuantile(remission, 0.5)).toBe(23);
  });

  it('O-11: half of the waits last up to 4, while the median of those that are over would say 2', () => {
    const waits = watched('1 2 2 3+ 4 5+ 8 10+');
    [0.875, 0.625, 0.46875, 0.234375].forEach((survival, index) => expect(kaplanMeier(waits)[index]!.survival).toBeCloseTo(survival, 10));
    const over = waits.flatMap(({ time, event }) => (event ? [time] : []));
    expect([kaplanMeierQuantile(waits, 0.5), nearestRank(over, 50)]).toEqual([4, 2]);
  });

  it('is the share of longer ones where nothing is open, and its quantiles are nearest ranks', () => {
    fc.assert(
      fc.property(times, fc.integer({ min: 1, max: 100 }), (all, percent) => {
        const closed = all.map((time) => ({ time, event: true }));
        for (const { time, survival } of kaplanMeier(closed))
          expect(survival).toBeCloseTo(all.filter((each) => each > time).length / all.length, 9);
        expect(kaplanMeierQuantile(closed, percent / 100)).toBe(nearestRank(all, percent));
      }),
    );
  });

  it('does not depend on the order, never rises, and has observed times only', () => {
    fc.assert(
      fc.property(observations, (all) => {
        const steps = kaplanMeier(all);
        expect(kaplanMeier(all.toReversed())).toEqual(steps);
        let before = 1;
        for (const { time, survival } of steps) {
          expect(all).toContainEqual({ time, event: true });
          expect(survival).toBeLessThan(before);
          before = survival;
        }
      }),
    );
  });

  it('has no quantile where too few are over, and refuses what is no time or share', () => {
    expect(kaplanMeier([])).toEqual([]);
    expect([kaplanMeierQuantile([], 0.5), kaplanMeierQuantile(watched('1 2+ 3+'), 0.5)]).toEqual([null, null]);
    expect(() => kaplanMeier([{ time: Number.NaN, event: false }])).toThrow(RangeError);
    expect(() => kaplanMeierQuantile([], Number.NaN)).toThrow(RangeError);
  });
});

import fc from 'fast-check';
import { benjaminiHochberg } from '../../../src/domain/metrics/benjamini-hochberg';

const published = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1];

describe('benjaminiHochberg', () => {
  it('O-12: follows up four of fifteen at 5 %, where Bonferroni would three', () => {
    const adjusted = benjaminiHochberg(published);
    expect(adjusted.filter((p) => p <= 0.05)).toHaveLength(4);
    expect(published.filter((p) => p <= 0.05 / published.length)).toHaveLength(3);
    [0.0015, 0.003, 0.0095, 0.0356, 0.0603].forEach((value, index) => expect(adjusted[index]).toBeCloseTo(value, 4));
  });

  it('answers in the order it was asked, is never below p, and keeps their order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }), (all) => {
        const adjusted = benjaminiHochberg(all);
        expect(benjaminiHochberg(all.toReversed())).toEqual(adjusted.toReversed());
        all.forEach((p, index) => {
          expect(adjusted[index]).toBeGreaterThanOrEqual(p);
          expect(adjusted[index]).toBeLessThanOrEqual(1);
          all.forEach((other, place) => {
            if (p < other) expect(adjusted[index]).toBeLessThanOrEqual(adjusted[place]!);
          });
        });
      }),
    );
  });

  it('has nothing to say about nothing, and refuses what is no probability', () => {
    expect(benjaminiHochberg([])).toEqual([]);
    expect(() => benjaminiHochberg([1.1])).toThrow(RangeError);
    expect(() => benjaminiHochberg([Number.NaN])).toThrow(RangeError);
  });
});

import fc from 'fast-check';
import { binomialTail } from '../../../src/domain/metrics/binomial-tail';
import { clopperPearson, exactPoisson } from '../../../src/domain/metrics/exact-intervals';
import { checksToFindOne, upperWhereNone } from '../../../src/domain/metrics/none-found';
import { wilson, type Interval } from '../../../src/domain/metrics/wilson';

const share = fc.integer({ min: 1, max: 500 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
const expectInterval = (interval: Interval | null, [lower, upper]: readonly [number, number]): void => {
  expect(interval?.lower).toBeCloseTo(lower, 4);
  expect(interval?.upper).toBeCloseTo(upper, 4);
};

describe('intervals of a share', () => {
  it.each([
    { k: 81, n: 263, expected: [0.2553, 0.3662] },
    { k: 15, n: 148, expected: [0.0624, 0.1605] },
    { k: 0, n: 20, expected: [0, 0.1611] },
    { k: 1, n: 29, expected: [0.0061, 0.1718] },
    { k: 3, n: 10, expected: [0.1078, 0.6032] },
    { k: 3, n: 9, expected: [0.1206, 0.6458] },
    { k: 1, n: 7, expected: [0.0257, 0.5131] },
    { k: 29, n: 822, expected: [0.0247, 0.0502] },
  ] as const)('O-08: Wilson, $k of $n', ({ k, n, expected }) => expectInterval(wilson(k, n), expected));

  it.each([
    { k: 81, n: 263, expected: [0.2527, 0.3676] },
    { k: 15, n: 148, expected: [0.0578, 0.1617] },
    { k: 0, n: 20, expected: [0, 0.1684] },
    { k: 1, n: 29, expected: [0.0009, 0.1776] },
  ] as const)('O-09: Clopper and Pearson, $k of $n', ({ k, n, expected }) => expectInterval(clopperPearson(k, n), expected));

  it('S-005: three dropped of nine have the interval that stands beside them', () => {
    expectInterval(wilson(3, 9), [0.1206, 0.6458]);
  });

  it('contain the share, and the exact one ends where the tail does', () => {
    fc.assert(
      fc.property(share, ([k, n]) => {
        const exact = clopperPearson(k, n)!;
        for (const { lower, upper } of [wilson(k, n)!, exact]) {
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(lower).toBeLessThanOrEqual(k / n);
          expect(upper).toBeGreaterThanOrEqual(k / n);
          expect(upper).toBeLessThanOrEqual(1);
        }
        if (k > 0) expect(binomialTail(k, n, exact.lower)).toBeCloseTo(0.025, 6);
        if (k < n) expect(binomialTail(k + 1, n, exact.upper)).toBeCloseTo(0.975, 6);
      }),
    );
  });

  it('say nothing about nothing, and refuse what is no share', () => {
    expect([wilson(0, 0), clopperPearson(0, 0)]).toEqual([null, null]);
    for (const wrong of [() => wilson(2, 1), () => wilson(-1, 2), () => clopperPearson(0.5, 2), () => exactPoisson(-1)])
      expect(wrong).toThrow(RangeError);
  });
});

describe('exactPoisson', () => {
  it('O-24: 0, 1, 3 and 10 counted', () => {
    expectInterval(exactPoisson(0), [0, 3.6889]);
    expectInterval(exactPoisson(1), [0.0253, 5.5716]);
    expectInterval(exactPoisson(3), [0.6187, 8.7673]);
    expectInterval(exactPoisson(10), [4.7954, 18.3904]);
  });

  it('contains what was counted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (k) => {
        const { lower, upper } = exactPoisson(k);
        expect(lower).toBeLessThanOrEqual(k);
        expect(upper).toBeGreaterThan(k);
      }),
    );
  });
});

describe('binomialTail', () => {
  it('O-21: the tails of DROP', () => {
    const tails = [binomialTail(3, 5, 0.1), ...[4, 5].map((k) => binomialTail(k, 10, 0.1)), ...[5, 6].map((k) => binomialTail(k, 10, 0.2))];
    [0.00856, 0.0128, 0.00163, 0.0328, 0.00637].forEach((value, index) => expect(tails[index]).toBeCloseTo(value, 4));
  });

  it('O-27: no defect in thirty leaves 9.5 % possible, one in twenty times', () => {
    expect(1 - binomialTail(1, 30, 0.095)).toBeCloseTo(0.05, 3);
    expect(upperWhereNone(30)).toBeCloseTo(0.095, 4);
    expect(() => upperWhereNone(0)).toThrow(RangeError);
  });

  it('O-28: twenty-nine audits show a defect of 10 % with 95 %, and fifty-nine one of 5 %', () => {
    const needed = (p: number): number => {
      let n = 1;
      while (binomialTail(1, n, p) < 0.95) n += 1;
      return n;
    };
    expect([needed(0.1), needed(0.05)]).toEqual([29, 59]);
    expect([checksToFindOne(0.1), checksToFindOne(0.05)]).toEqual([29, 59]);
  });

  it('knows its ends', () => {
    expect([binomialTail(0, 5, 0.3), binomialTail(6, 5, 0.3), binomialTail(1, 5, 0), binomialTail(5, 5, 1)]).toEqual([1, 0, 0, 1]);
    expect(() => binomialTail(1, 2, 1.5)).toThrow(RangeError);
    expect(() => binomialTail(1, 2, Number.NaN)).toThrow(RangeError);
  });
});

import fc from 'fast-check';
import { handoffsPerItem, withClosed, type ClosedItem, type ClosedItems } from '../../../src/domain/metrics/closed-items';

const all = (...closed: readonly ClosedItem[]): ClosedItems => closed.reduce(withClosed, {});
const first = (handoffs: number): ClosedItem => ({ handoffs, was: null });

describe('handoffs per work item closed in a month', () => {
  it('M18: are the mean, the 85th percentile by nearest rank from seven on, and the most', () => {
    expect(handoffsPerItem({})).toEqual({ items: 0, mean: null, p85: null, max: null });
    expect(handoffsPerItem(all(first(1), first(1), first(4)))).toEqual({ items: 3, mean: 2, p85: null, max: 4 });
    expect(handoffsPerItem(all(...[1, 1, 1, 1, 2, 3, 3, 4, 4, 10].map(first)))).toEqual({ items: 10, mean: 3, p85: 4, max: 10 });
  });

  it('M18: a work item closed again in the month, or accepted once more while closed, is the same one', () => {
    expect(all(first(1), first(2), { handoffs: 2, was: 1 })).toEqual({ 2: 2 });
  });

  it('M18: the order in which they arrive does not matter', () => {
    const closings = fc
      .array(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }), { maxLength: 8 })
      .map((items) =>
        items.flatMap((counts) => counts.map((handoffs, index): ClosedItem => ({ handoffs, was: counts[index - 1] ?? null }))),
      );
    fc.assert(
      fc.property(
        closings.chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length }))),
        ([given, shuffled]) => expect(all(...shuffled)).toEqual(all(...given)),
      ),
      { numRuns: 50 },
    );
  });
});

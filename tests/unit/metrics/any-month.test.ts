import fc from 'fast-check';
import { addMs } from '../../../src/domain/handoff/instant';
import { digestMonth, type MonthDigest } from '../../../src/domain/metrics/month-digest';
import type { MeasuredHandoff } from '../../../src/domain/metrics/measured-handoff';
import { anyHandoff, anyMonth } from './any-handoffs';
import { accepted, asOf, windows } from './measured-samples';

const BOUND_BYTES = 40_000;
const RUNS = { numRuns: 20 };
const digest = (handoffs: readonly MeasuredHandoff[], month = '2026-05'): MonthDigest => digestMonth(handoffs, month, asOf, windows);

describe('the digest of any month', () => {
  it('is the same in whatever order the handoffs arrive', () => {
    fc.assert(
      fc.property(
        anyMonth.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => expect(digest(shuffled)).toEqual(digest(all)),
      ),
      RUNS,
    );
  });

  it('changes by an added handoff only where that belongs', () => {
    fc.assert(
      fc.property(anyMonth, anyHandoff, (all, one) => {
        const added = { ...one, handoffId: 'added' };
        for (const month of ['2026-04', '2026-05', '2026-06']) {
          const more = digest([...all, added], month);
          if (month === one.month) expect(more.offered).toBe(digest(all, month).offered + 1);
          else expect(more).toEqual(digest(all, month));
        }
      }),
      RUNS,
    );
  });

  it('holds shares between nothing and all, and percentiles in order', () => {
    fc.assert(
      fc.property(anyMonth, (all) => {
        const month = digest(all);
        for (const { k, n } of [month.firstPass, month.dropped, month.rework, month.error, month.overdue, month.response]) {
          expect(k).toBeGreaterThanOrEqual(0);
          expect(k).toBeLessThanOrEqual(n);
        }
        const { p50, p85, p95, max } = month.cycleWorking;
        const inOrder = [p50, p85, p95, max].flatMap((value) => value ?? []);
        expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
        expect(JSON.stringify(month)).not.toMatch(/NaN|Infinity/u);
      }),
      RUNS,
    );
  });

  it('stays within its bound: with all waits of a thousand and a hundred items named, and with five thousand', () => {
    const ids = Array.from({ length: 100 }, (_, index) => `item-with-a-rather-long-name-${String(index)}`);
    const many = (count: number, missedIds: readonly string[]): MeasuredHandoff[] =>
      Array.from({ length: count }, (_, index) => {
        const acceptedAt = addMs('2026-05-01T00:00:00.000Z', index * 531_337);
        const decided = { decidedAt: acceptedAt, outcome: 'accepted' } as const;
        const offered = { at: '2026-05-01T00:00:00.000Z', acknowledgedAt: null, dueAt: null, ...decided };
        const firstWorkAt = addMs(acceptedAt, 3_600_000);
        return { ...accepted(), handoffId: String(index), offers: [offered], acceptedAt, firstWorkAt, missedIds, returnedFor: [missedIds] };
      });
    const full = digest(many(1_000, ids));
    expect(full).toMatchObject({
      waits: { length: 1_000 },
      missed: { length: 40 },
      returnedFor: { length: 40 },
      recent: { length: 100 },
      first: { length: 20 },
    });
    expect(JSON.stringify(full).length).toBeLessThan(BOUND_BYTES);
    const large = digest(many(5_000, []));
    expect(large).toMatchObject({ waits: null, recent: { length: 100 } });
    expect(JSON.stringify(large).length).toBeLessThan(BOUND_BYTES);
  });
});

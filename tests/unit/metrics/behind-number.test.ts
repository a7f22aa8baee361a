import fc from 'fast-check';
import { behindNumber, type Figure, type TimeFigure } from '../../../src/domain/metrics/behind-number';
import type { MeasuredHandoff } from '../../../src/domain/metrics/measured-handoff';
import { digestMonth, type MonthDigest } from '../../../src/domain/metrics/month-digest';
import { anyMonth } from './any-handoffs';
import { accepted, asOf, windows } from './measured-samples';

const MONTH = '2026-05';
const TIMES: readonly TimeFigure[] = ['cycleWorking', 'cycleCalendar', 'firstWork', 'acknowledge', 'checking', 'preparation'];
const behind = (all: readonly MeasuredHandoff[], figure: Figure) => behindNumber(all, MONTH, figure, { asOf, windows });

/** What the digest says of each number that counts handoffs or things of theirs. */
const counted = (of: MonthDigest): Readonly<Record<Exclude<Figure, TimeFigure | 'open' | 'longChain' | 'toAndFro'>, number>> => ({
  dropped: of.dropped.k,
  notFirstTime: of.firstPass.n - of.firstPass.k,
  returned: of.returns,
  error: of.error.k,
  rework: of.rework.k,
  bypass: of.bypass.k,
  questions: of.questions.before + of.questions.after,
  overdue: of.overdue.k,
  notReadBack: of.readback.n - of.readback.k,
  notTalked: of.talk.n - of.talk.k,
  pingPong: of.pingPong,
  unanswered: of.asked.open,
  readiness: of.readiness.k,
});

describe('the handoffs behind a number', () => {
  it('are as many as the digest counts, whatever happened to them', () => {
    fc.assert(
      fc.property(anyMonth, (all) => {
        const digest = digestMonth(all, MONTH, asOf, windows);
        const sums = Object.keys(counted(digest)).map((figure) => [
          figure,
          behind(all, figure as Figure).reduce((sum, { amount }) => sum + amount, 0),
        ]);
        expect(Object.fromEntries(sums)).toEqual(counted(digest));
      }),
      { numRuns: 60 },
    );
  });

  it('S-128, M09: are of as many work items as the digest says went through a long chain, or to and fro', () => {
    fc.assert(
      fc.property(anyMonth, (all) => {
        const digest = digestMonth(all, MONTH, asOf, windows);
        const items = (figure: Figure): number => behind(all, figure).length;
        expect([items('longChain'), items('toAndFro')]).toEqual([digest.longChains, digest.wentToAndFro]);
      }),
      { numRuns: 30 },
    );
  });

  it('are those of a time, the slowest first: its longest is the longest of the digest', () => {
    fc.assert(
      fc.property(anyMonth, (all) => {
        const digest = digestMonth(all, MONTH, asOf, windows);
        for (const figure of TIMES) {
          const hours = behind(all, figure).map(({ amount }) => amount);
          expect(hours).toEqual([...hours].sort((a, b) => b - a));
          expect(hours[0] ?? null).toBe(digest[figure]?.max ?? null);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('are the newest first, and none of another month or to oneself', () => {
    const at = (day: number, more: Partial<MeasuredHandoff> = {}): MeasuredHandoff => {
      const handoff = accepted({ handoffId: `day-${String(day)}`, ...more });
      return {
        ...handoff,
        acceptedAt: null,
        offers: handoff.offers.map((offer) => ({ ...offer, at: `2026-05-0${String(day)}T09:00:00.000Z` })),
      };
    };
    const all = [at(4), at(6), at(5), at(7, { month: '2026-04' }), at(8, { senderId: 'one', receiverId: 'one' })];
    expect(behind(all, 'open').map(({ handoffId }) => handoffId)).toEqual(['day-6', 'day-5', 'day-4']);
  });

  it('S-131: name nobody and tell no rating', () => {
    const [one] = behind([accepted({ month: MONTH, rating: 1 })], 'cycleCalendar');
    expect(Object.keys(one ?? {}).sort()).toEqual(['amount', 'handoffId', 'issueId']);
  });
});

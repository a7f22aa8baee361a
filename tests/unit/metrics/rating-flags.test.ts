import { normalTail } from '../../../src/domain/metrics/normal-tail';
import { familyOfFlags } from '../../../src/domain/metrics/family-of-flags';
import { digestMonth, type MonthDigest } from '../../../src/domain/metrics/month-digest';
import { ratingEvidence } from '../../../src/domain/metrics/rating-evidence';
import { flagsOf, ratingFlags, type RatingVerdict } from '../../../src/domain/metrics/rating-flags';
import { ratingValues, type RatingCounts } from '../../../src/domain/metrics/rating-counts';
import english from '../../../src/contract/locales/en-US.json';
import { asOf, windows } from './measured-samples';

/** A month whose ratings came from and were about so many people; the lowest last. */
const month = (name: string, counts: RatingCounts, people = 3): MonthDigest => ({
  ...digestMonth([], name, asOf, windows),
  ratings: { counts, flagCounts: counts, latest: ratingValues(counts).toReversed().slice(-10), receivers: people, senders: people },
});
const levels = ({ flags }: RatingVerdict): string[] => flags.map(({ level }) => level);
const may = (counts: RatingCounts, people?: number): RatingVerdict => ratingFlags([month('2026-05', counts, people)], '2026-05');

describe('flags of one month', () => {
  it('LOW-1: from a single rating of 2', () => {
    expect(levels(may([0, 1, 0, 0, 9]))).toEqual(['LOW-1']);
    expect(levels(may([0, 0, 1, 0, 9]))).toEqual([]);
  });

  it('O-42: LOW-2 of fourteen threes and a two, not of fifteen threes', () => {
    expect((14 * 3 + 2) / 15).toBeCloseTo(2.9333, 4);
    expect(may([0, 1, 14, 0, 0]).flags).toContainEqual({ level: 'LOW-2', key: 'health.flag.low2', params: { count: 15 } });
    expect(levels(may([0, 0, 15, 0, 0]))).toEqual([]);
  });

  it('O-15: LOW-3 of five ones, not of five twos and not of 2, 4, 3, 1', () => {
    expect(levels(may([5, 0, 0, 0, 0]))).toEqual(['LOW-1', 'LOW-2', 'LOW-3']);
    expect(levels(may([0, 5, 0, 0, 0]))).toEqual(['LOW-1', 'LOW-2']);
    expect(levels(may([2, 4, 3, 1, 0]))).toEqual(['LOW-1', 'LOW-2']);
  });

  it('none is ever told of ratings that may not be shown', () => {
    expect(may([4, 0, 0, 0, 0])).toEqual({ flags: [], z: null });
    expect(may([9, 9, 0, 0, 0], 2)).toEqual({ flags: [], z: null });
  });

  it('are decided by what may be shown alone, so that no function has to answer more', () => {
    const hidden = [month('2026-04', [9, 0, 0, 0, 0], 2), month('2026-05', [0, 4, 0, 0, 0])];
    expect(ratingEvidence(hidden.slice(1), '2026-05', '2026-04')).toEqual({ month: null, trailing: null, lately: null, since: null });
    expect(ratingEvidence(hidden, '2026-05', '2026-04')).toEqual({ month: null, trailing: [9, 4, 0, 0, 0], lately: null, since: null });
    expect(levels(flagsOf(ratingEvidence(hidden, '2026-05')))).toEqual(['LOW-3']);
  });

  it('counts what was given by the same two people only so often as the flags may', () => {
    const low = month('2026-05', [9, 0, 0, 0, 0]);
    const pair = { ...low, ratings: { ...low.ratings, flagCounts: [2, 0, 0, 0, 0] as const } };
    expect(levels(ratingFlags([pair], '2026-05'))).toEqual(['LOW-1']);
  });
});

describe('flags over months', () => {
  it('LOW-3 looks at three months, in any order, and at none after the one asked for', () => {
    const low = (name: string): MonthDigest => month(name, [2, 0, 0, 0, 0]);
    const three = [low('2026-05'), low('2026-03'), low('2026-04')];
    expect(levels(ratingFlags(three, '2026-05'))).toEqual(['LOW-3']);
    expect(levels(ratingFlags(three, '2026-06'))).toEqual([]);
    expect(levels(ratingFlags([...three, month('2026-06', [0, 0, 0, 0, 50])], '2026-05'))).toEqual(['LOW-3']);
  });

  it('O-21: DROP from six of ten where a fifth was usual, and from five where a tenth was', () => {
    const past = (low: number, high: number): MonthDigest => month('2026-04', [0, 0, low, 0, high]);
    const now = (low: number): MonthDigest => month('2026-05', [0, 0, low, 0, 10 - low]);
    const drops = (before: MonthDigest, current: MonthDigest): boolean =>
      levels(ratingFlags([before, current], '2026-05')).includes('DROP');
    expect([5, 6].map((low) => drops(past(4, 16), now(low)))).toEqual([false, true]);
    expect([4, 5].map((low) => drops(past(2, 18), now(low)))).toEqual([false, true]);
    expect(drops(past(2, 17), now(10))).toBe(false);
    expect(drops({ ...past(2, 18), month: '2025-10' }, now(10))).toBe(false);
  });

  it('DROP is not raised by the first lower rating after a past without any', () => {
    const past = month('2026-04', [0, 0, 0, 0, 20]);
    const now = (low: number): string[] => levels(ratingFlags([past, month('2026-05', [0, 0, low, 0, 10 - low])], '2026-05'));
    expect([now(1), now(2), now(3)]).toEqual([[], [], ['DROP']]);
  });

  it('DROP takes ratings of the month before where this one has fewer than ten', () => {
    const past = month('2026-03', [0, 0, 0, 0, 25]);
    const before = month('2026-04', [0, 0, 6, 0, 0]);
    const now = month('2026-05', [0, 0, 4, 0, 0]);
    expect(levels(ratingFlags([past, before, now], '2026-05'))).toEqual(['DROP']);
    expect(
      levels(
        ratingFlags([past, { ...before, ratings: { ...before.ratings, receivers: 2 } }, month('2026-05', [0, 0, 4, 0, 0], 2)], '2026-05'),
      ),
    ).toEqual([]);
  });

  it('CLEAR from five ratings since the change with a mean of 3.5', () => {
    const since = (counts: RatingCounts): string[] =>
      levels(ratingFlags([month('2026-03', [9, 0, 0, 0, 0]), month('2026-05', counts)], '2026-05', '2026-03'));
    expect(since([0, 0, 4, 2, 0])).toEqual(['LOW-3']);
    expect(since([0, 0, 4, 1, 1])).toEqual(['LOW-3', 'CLEAR']);
    expect(levels(ratingFlags([month('2026-05', [0, 0, 0, 0, 9])], '2026-05'))).toEqual([]);
  });

  it('has the wording of domain.md 3.5', () => {
    expect(english['health.flag.low1']).toBe('A receiver found this handoff hard');
    expect(english['health.flag.low2.other']).toBe('Below 3 this month (n = {count}). Small samples do this by chance');
    expect(english['health.flag.low3']).toBe('Evidence is strong (≥ 95%) that the true average is below 3');
    expect(english['health.flag.drop']).toBe('Worse than its own past');
  });
});

describe('familyOfFlags', () => {
  /** The z of which a normal variable stays below with probability `p`, by halving. */
  const zOf = (p: number): number => {
    let [low, high] = [-8, 8];
    for (let step = 0; step < 60; step += 1) {
      const middle = (low + high) / 2;
      if (normalTail(-middle) < p) low = middle;
      else high = middle;
    }
    return low;
  };
  const judged = (p: number): RatingVerdict => ({ flags: p < 0.05 ? [{ level: 'LOW-3', key: 'health.flag.low3' }] : [], z: zOf(p) });
  const flagged = (verdicts: readonly RatingVerdict[]): number => verdicts.filter(({ flags }) => flags.length > 0).length;

  it('leaves ten types as they are, and tells how many false ones to expect', () => {
    const ten = [judged(0.04), ...Array.from({ length: 9 }, () => judged(0.9)), { flags: [], z: null }];
    expect(familyOfFlags(ten)).toEqual({ verdicts: ten, isAdjusted: false, expectedFalse: 0.5 });
  });

  it('O-12: of eleven types and more, LOW-3 stays where Benjamini and Hochberg keep it', () => {
    const published = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1];
    const all = familyOfFlags(published.map(judged));
    expect([flagged(all.verdicts), all.isAdjusted]).toEqual([9, true]);
    expect(all.expectedFalse).toBeCloseTo(0.9, 10);
    const alone = familyOfFlags([judged(0.04), ...Array.from({ length: 10 }, () => judged(0.9))]);
    expect([flagged(alone.verdicts), alone.expectedFalse]).toEqual([0, 0]);
  });
});

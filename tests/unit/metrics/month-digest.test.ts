import { couldGo } from '../../../src/domain/metrics/could-go';
import { digestMonth, type MonthDigest } from '../../../src/domain/metrics/month-digest';
import { kaplanMeier } from '../../../src/domain/metrics/kaplan-meier';
import type { MeasuredHandoff } from '../../../src/domain/metrics/measured-handoff';
import { ratingBounds } from '../../../src/domain/metrics/rating-bounds';
import { ratingsUpTo, ratingValues, rawMean } from '../../../src/domain/metrics/rating-counts';
import { ratingPosterior } from '../../../src/domain/metrics/rating-posterior';
import { shrunkenMean } from '../../../src/domain/metrics/shrunken-mean';
import { workingHours } from '../../../src/domain/calendar/working-time';
import { asOf, f1, windows } from './measured-samples';

const digest = (handoffs: readonly MeasuredHandoff[], now = asOf): MonthDigest => digestMonth(handoffs, '2026-05', now, windows);

describe('fixture F1', () => {
  const report = digest(f1);
  const ratings = ratingValues(report.ratings.counts);

  it('O-41, S-014: M01 in calendar and working hours, where P95 is still the maximum', () => {
    expect(report.cycleCalendar).toMatchObject({ n: 8, p50: 6, p85: 67, p95: null, max: 71.5, mean: 21.625 });
    expect(report.cycleWorking).toMatchObject({ n: 8, p50: 2, p85: 7, p95: null, max: 7.5, mean: 3.625 });
  });

  it('O-41: M01 with what is open or was withdrawn as lasting at least so long', () => {
    const steps = kaplanMeier(
      f1.map(({ offers: [first], acceptedAt, ended, calendar }) => ({
        time: workingHours(first?.at ?? asOf, acceptedAt ?? ended?.at ?? asOf, calendar),
        event: acceptedAt !== null,
      })),
    );
    expect(steps.map(({ time }) => time)).toEqual([0.5, 1, 2, 3, 6, 7, 7.5]);
    const expected = [0.9091, 0.8182, 0.6364, 0.5091, 0.3818, 0.2545, 0.1273];
    steps.forEach(({ survival }, index) => expect(survival).toBeCloseTo(expected[index]!, 4));
    expect(report.cycleCensoredMedian).toBe(6);
  });

  it('O-41: M02 and M10, per offer', () => {
    expect(report.acknowledge).toMatchObject({ n: 11, p50: 0.5, p85: 2 });
    expect(report.overdue).toEqual({ k: 2, n: 12 });
  });

  it('O-41, S-107: M04 with n, P50, P85 and the mean, and early starts apart', () => {
    expect(report.firstWork).toMatchObject({ n: 7, p50: 1, p85: 2, mean: 1.3571, early: 1 });
  });

  it('O-41, S-108: M05 questions per accepted handoff', () => {
    const { before, after, handoffs } = report.questions;
    expect([before + after, handoffs, (before + after) / handoffs]).toEqual([11, 8, 1.375]);
  });

  it('O-41, S-109, S-005: M06 to M09', () => {
    expect(report).toMatchObject({
      firstPass: { k: 6, n: 8 },
      rework: { k: 1, n: 7 },
      error: { k: 3, n: 7 },
      dropped: { k: 5, n: 8 },
      pingPong: 1,
    });
  });

  it('O-41: M11 raw, shrunken, bounds, posterior and shares', () => {
    expect(rawMean(report.ratings.counts)).toBeCloseTo(3.5714, 4);
    expect(shrunkenMean(ratings, { strength: 5, prior: 4 })).toBe(3.75);
    expect(ratingBounds(ratings, report.rateable)).toEqual({ lower: 3.25, upper: 3.75 });
    expect([ratingsUpTo(2, report.ratings.counts), ratings.length]).toEqual([2, 7]);
    expect([ratings.filter((rating) => rating >= 4).length, report.rateable]).toEqual([4, 8]);
    const { mean, sd, upper95 } = ratingPosterior(report.ratings.counts);
    [3.3333, 0.364, 3.932].forEach((value, index) => expect([mean, sd, upper95][index]).toBeCloseTo(value, 4));
  });

  it('O-41: M12 and M13', () => {
    expect(report.response).toEqual({ k: 7, n: 8 });
    expect(report.bypass).toEqual({ k: 1, n: 12 });
  });

  it('S-027: eleven handoffs and one move past them are 91.7 % of the gated moves', () => {
    expect((1 - report.bypass.k / report.bypass.n) * 100).toBeCloseTo(91.7, 1);
  });

  it('S-006: counts each return once, and each item once in a return that names it', () => {
    expect(report.returns).toBe(3);
    expect(report.returnedFor).toEqual([
      { id: 'known_issues', times: 3 },
      { id: 'pull_request', times: 1 },
    ]);
  });

  it('is provisional while H10 is open and H9 within its windows', () => {
    expect(report.isProvisional).toBe(true);
    expect(digest(f1, '2026-06-22T09:59:59.000Z').isProvisional).toBe(true);
    expect(digest(f1, '2026-06-22T10:00:00.000Z').isProvisional).toBe(false);
  });

  it('holds no id of a person, handoff or work item', () => {
    expect(JSON.stringify(report)).not.toMatch(/maya|ana|"H\d+"/u);
  });
});

describe('couldGo', () => {
  const caught = (k: number, n: number, over: Partial<MonthDigest> = {}) => ({ firstPass: { k, n }, missed: [], returnedFor: [], ...over });
  const missed = [{ id: 'data', handoffs: 1 }];

  it('S-129: is asked from 189 handoffs that were all accepted the first time, and of more where one was not', () => {
    const [one, other] = [caught(188, 188), caught(189, 189)];
    expect([one, other].map((month) => couldGo([month], [month]))).toEqual([null, { k: 189, n: 189 }]);
    const least = Array.from({ length: 600 }, (_each, index) => index + 1).find(
      (n) => couldGo([caught(n - 1, n)], [caught(n - 1, n)]) !== null,
    );
    expect(least).toBe(280);
  });

  it('S-129: is not asked where anything was missing or named in a return of the three months, or nothing was decided in them', () => {
    const before = caught(300, 300, { missed });
    expect(couldGo([caught(1, 1)], [before, caught(1, 1)])).toEqual({ k: 301, n: 301 });
    const named = caught(300, 300, { returnedFor: [{ id: 'data', times: 1 }] });
    for (const month of [before, named, caught(0, 0)]) expect(couldGo([month], [before, month])).toBeNull();
    expect(couldGo([], [before])).toBeNull();
  });
});

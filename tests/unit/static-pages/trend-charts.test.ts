import english from '../../../src/contract/locales/en-US.json';
import type { ChartMonth, TypeHealth } from '../../../src/contract/health';
import { addMonths } from '../../../src/domain/calendar/calendar-day';
import { onlyCharted } from '../../../src/domain/metrics/charted-points';
import { formatText, type Translate } from '../../../static/kit/text/format-text';
import { firstPassFunnel, mixedTotals } from '../../../static/project/health/across-types';
import { toCsvColumns } from '../../../static/kit/numbers/data-table';
import { effectsOf, stateJql } from '../../../static/project/health/effects';
import { returnedFor } from '../../../static/project/health/missed-items';
import { ratingShape } from '../../../static/project/health/rating-shape';
import { ratingLimits, ratingsOfMonth, toStretch } from '../../../static/project/health/rating-stretches';
import type { Say } from '../../../static/kit/numbers/say-numbers';
import { sayHeld, stretchLines } from '../../../static/project/health/say-ratings';
import { sayLimits, sayPoint, saySignals, sayStreak, trendColumns } from '../../../static/project/health/say-trend';
import { expectedFalse, trendCharts, type TrendChart } from '../../../static/project/health/trend-charts';
import { trendShape } from '../../../static/project/health/trend-shape';
import { SAMPLE_MONTHS, sampleHealth, sampleMonth, sampleType, type SampleHandoff } from '../../support/health-samples';
import { threeTypes } from '../../support/page-stories/trends-stories';

const strings: Readonly<Record<string, string>> = english;
const translate: Translate = (key, otherwise) => strings[key] ?? otherwise ?? key;
const say: Say = { locale: 'en-US', t: (key, vars) => formatText(translate, 'en-US', key, vars) };

const times = (count: number, sample: SampleHandoff = {}): readonly SampleHandoff[] => Array.from({ length: count }, () => sample);
const typeOf = (handoffsOf: (place: number) => readonly SampleHandoff[], months = SAMPLE_MONTHS) =>
  sampleType(
    'dev-to-qa',
    'Dev → QA',
    months.map((month, place) => sampleMonth('dev-to-qa', month, handoffsOf(place))),
  );
const chartsOf = (type: TypeHealth) =>
  Object.fromEntries(trendCharts({ months: SAMPLE_MONTHS }, type).map((chart) => [chart.id, chart])) as Record<
    TrendChart['id'],
    TrendChart
  >;

describe('charts over time', () => {
  it('draw no limits below their minimum, yet keep every number for the table', () => {
    const charts = chartsOf(typeOf(() => times(6), ['2026-10']));
    expect(Object.values(charts).map(({ newest }) => newest.limited)).toEqual([null, null, null, null]);
    expect(charts.cycle.points).toHaveLength(6);
    expect(charts.error.points).toMatchObject([{ at: { from: '2026-10', to: '2026-10' }, share: { k: 0, n: 6 }, limits: null }]);
    expect(expectedFalse(Object.values(charts))).toEqual({ charts: 0, expected: 0 });
    expect(saySignals(say, charts.cycle)).toEqual([]);
  });

  it('say which handoff took longer than chance explains, and draw it as a signal', () => {
    const hours = [1, 2, 1.5, 2.5, 1, 2, 1.5, 1, 2, 1.5, 2.5, 2];
    const type = typeOf(() => [...hours, 300].map((each) => ({ hours: each })), ['2026-05']);
    const { cycle } = chartsOf(type);
    expect(cycle.points.filter(({ isOutside }) => isOutside)).toHaveLength(1);
    const said = cycle.points.map((point) => sayPoint(say, 'cycle', point)).filter((text) => text.endsWith('outside the limits'));
    expect(said).toHaveLength(1);
    expect(saySignals(say, cycle)[0]).toMatch(/^1 point lies outside the limits: /u);
    expect(trendShape(say, cycle).points.filter(({ isSignal }) => isSignal)).toHaveLength(1);
  });

  it('M04, S-107: draw the time until work begins where its first sign is kept, without work that began before', () => {
    const hours = [1, 2, 1.5, 2.5, 1, 2, 1.5, 1, 2, 1.5, 2.5, 2];
    const { firstWork } = chartsOf(typeOf(() => [{ workAfter: -1 }, ...[...hours, 300].map((workAfter) => ({ workAfter }))], ['2026-05']));
    expect(firstWork.points.slice(0, 12).map(({ value }) => value)).toEqual(hours);
    expect(firstWork.points.map(({ isOutside }) => isOutside).lastIndexOf(true)).toBe(12);
    expect(trendShape(say, firstWork).y).toMatchObject({ scale: 'log', title: 'Working hours' });
    expect(trendColumns(say, firstWork).map(({ heading }) => heading)).not.toContain('Of');
    expect(Object.keys(chartsOf(typeOf(() => times(20), ['2026-05'])))).not.toContain('firstWork');
  });

  it('show a year of errors by month with limits, and how many charts would signal by chance', () => {
    const charts = chartsOf(typeOf((place) => [...times(12), ...times(place === 4 ? 18 : 6, { returned: ['where_to_test'] })]));
    expect(charts.error.points.map(({ share }) => share?.n)).toEqual([18, 18, 18, 18, 30, 18, 18, 18, 18, 18, 18, 18]);
    expect(charts.error.newest.limited).not.toBeNull();
    expect(charts.rework.newest.limited).toBeNull();
    const { charts: drawn, expected } = expectedFalse(Object.values(charts));
    expect(drawn).toBe(2);
    expect(expected).toBeGreaterThan(0);
    const [first] = charts.error.points;
    expect(
      toCsvColumns(trendColumns(say, charts.error)).map(({ heading, cell }) => [heading, first === undefined ? null : cell(first)]),
    ).toEqual([
      ['When', 'November 2025'],
      ['Counted', 6],
      ['Of', 18],
      ['%', 33.33],
      ['Lower limit', expect.any(Number)],
      ['Middle', expect.any(Number)],
      ['Upper limit', expect.any(Number)],
      ['Outside', 'no'],
    ]);
  });
});

describe('failures too rare for a chart', () => {
  it('say how many handoffs went well since the last one', () => {
    const charts = chartsOf(typeOf((place) => [...times(8), ...(place === 2 ? [{ reworked: true } as const] : [])]));
    expect(charts.rework.newest.limited).toBeNull();
    expect(sayStreak(say, charts.rework)).toBe('None of the 72 counted handoffs of the months from February 2026 on was reworked.');
    const often = chartsOf(typeOf(() => [...times(12), ...times(6, { returned: ['where_to_test'] })]));
    expect([sayStreak(say, often.error), sayStreak(say, often.cycle)]).toEqual([null, null]);
    expect(sayStreak(say, chartsOf(typeOf(() => times(3, { reworked: true }), ['2026-09'])).rework)).toBeNull();
  });
});

describe('limits of charts over years', () => {
  const month = (back: number): string => addMonths('2026-11-01', -back).slice(0, 7);
  const some = (count: number, place: number): readonly SampleHandoff[] => [
    ...times(count, { hours: [1, 2, 1.5, 3][place % 4] ?? 1 }),
    ...times(3, { returned: ['where_to_test'] }),
  ];
  /** A type of two years: its first months, a gap that is not read, and the eighteen months charts show. */
  const aged = (change: Partial<TypeHealth> = {}, recent = some): TypeHealth => {
    const months = [26, 25, 24, ...Array.from({ length: 18 }, (_each, index) => 17 - index)];
    const digests = months.map((back) => sampleMonth('dev-to-qa', month(back), back > 17 ? some(6, back) : recent(6, back)));
    const type = sampleType('dev-to-qa', 'Dev → QA', digests.slice(-13));
    return { ...type, earlier: digests.slice(0, -13), ...change };
  };

  it('stay those of the first points although those are no longer shown, and say from when to when they are', () => {
    const { cycle, error } = chartsOf(aged());
    expect(error.points[0]?.at).toEqual({ from: month(17), to: month(17) });
    expect(error.newest.limited?.baseline).toMatchObject({ from: { from: month(26) }, points: 20 });
    expect(sayLimits(say, cycle)).toEqual(['Limits from Sep 2, 2024 to Nov 4, 2024.']);
    const slower = chartsOf(aged({}, (count, place) => some(count, place).map((each) => ({ ...each, hours: 7 }))));
    expect(slower.cycle.points[0]?.limits).toEqual(cycle.points[0]?.limits);
    expect(slower.cycle.newest.limited?.signals.isSignal).toBe(true);
  });

  it('begin anew where somebody said so: each stretch keeps its own, the mark and the table say why', () => {
    const reason = 'New checklist since the spring';
    const { cycle, error } = chartsOf(aged({ starts: [{ from: `${month(8)}-10`, reason }] }));
    const { cycle: before } = chartsOf(aged());
    const at = cycle.newest.place;
    expect(cycle.points.slice(0, at).map(({ limits }) => limits)).toEqual(before.points.slice(0, at).map(({ limits }) => limits));
    expect(cycle.points[at]?.limits).not.toEqual(before.points[at]?.limits);
    expect(sayLimits(say, error)).toEqual([
      `New limits from Mar 10, 2026: ${reason}`,
      'They show from 12 months in which two or more are to be expected; 7 have numbers so far.',
    ]);
    expect(error.newest).toMatchObject({ limited: null, known: 7 });
    expect(error.points[error.newest.place]?.at).toEqual({ from: month(7), to: month(7) });
    expect(saySignals(say, error)).toEqual([]);
    const [anew] = toCsvColumns(trendColumns(say, error)).filter(({ heading }) => heading === 'New limits because');
    expect(error.points.map((point) => anew?.cell(point)).filter((cell) => cell !== null)).toEqual([reason]);
    expect(trendShape(say, error).marks).toEqual([{ x: error.newest.place - 0.5, text: 'Mar 10' }]);
  });

  it('are held against nothing where what they were made of is all there is: then there is no chart', () => {
    const earlier = Array.from({ length: 14 }, (_each, place) => sampleMonth('dev-to-qa', month(40 - place), some(6, place)));
    const nothing = { k: 0, n: 0 };
    const resumed = { ...sampleMonth('dev-to-qa', month(0), times(1)), recent: [], error: nothing, rework: nothing };
    const { cycle, error } = chartsOf({ ...aged(), earlier, months: [resumed] });
    expect([cycle, error].map(({ points, newest }) => [points, newest.limited])).toEqual([
      [[], null],
      [[], null],
    ]);
    expect(saySignals(say, cycle)).toEqual([]);
  });

  it('are the same where months keep only what charts take, and a hundred times a type are about all there is', () => {
    const busy = aged({ starts: [{ from: `${month(8)}-10`, reason: 'A new checklist' }] }, (count, place) => [
      ...some(count, place),
      ...times(30, { hours: (place % 5) + 1, workAfter: (place % 3) + 1 }),
    ]);
    const all: readonly ChartMonth[] = [...(busy.earlier ?? []), ...busy.months];
    const kept = onlyCharted(all, busy.starts ?? []);
    const told = (type: TypeHealth) => {
      const charts = trendCharts({ months: SAMPLE_MONTHS }, type);
      const drawn = charts.map((chart) => ({ points: chart.points, lines: trendShape(say, chart).lines }));
      return [drawn, charts.map((chart) => [...sayLimits(say, chart), ...saySignals(say, chart)]), expectedFalse(charts)];
    };
    const months = busy.months.map((each, index) => ({ ...each, ...kept.slice(-13)[index] }));
    expect(told({ ...busy, earlier: kept.slice(0, -13), months })).toEqual(told(busy));
    const count = (months: readonly ChartMonth[]): number => months.reduce((sum, { recent }) => sum + recent.length, 0);
    expect(count(all)).toBeGreaterThan(600);
    expect(count(kept)).toBeLessThanOrEqual(140);
  });

  it('keep what a month may still change apart from the rest', () => {
    const { questions } = chartsOf(aged());
    const last = questions.points.at(-1);
    expect(last === undefined ? '' : sayPoint(say, 'questions', last)).toMatch(/, may still change$/u);
    expect(trendShape(say, questions).points[0]?.isOpen).toBe(false);
  });
});

describe('what bad handoffs cost', () => {
  it('S-007: is delay, errors, rework and frustration, each with a number and the table it comes from', () => {
    const type = typeOf(() => [...times(5, { rating: 2 }), ...times(5, { returned: ['where_to_test'] })], ['2026-05']);
    const [month] = type.months;
    if (month === undefined) throw new Error('The sample has no month.');
    expect(effectsOf(say, type, month).map(({ id, value, leadsTo }) => [id, value, leadsTo])).toEqual([
      ['delay', 'Half accepted within 2 h (10 accepted).', 'cycle'],
      ['errors', '5 of 10 (50.0%, 23.7–76.3%)', 'error'],
      ['rework', '0 of 10 (0.0%, 0.0–27.8%)', 'rework'],
      ['frustration', 'Rated 1 or 2: 5 of 5 (100.0%, 56.6–100.0%), May 2026.', 'ratings'],
    ]);
    expect(stateJql('SHOP', ['Waiting', 'Checking'])).toBe(
      'project = "SHOP" AND "Handoff state" in ("Waiting", "Checking") ORDER BY updated ASC',
    );
  });

  it('S-006: counts each return once, beside what the returns named', () => {
    const month = sampleMonth('dev-to-qa', '2026-05', [
      ...times(2, { returned: ['where_to_test', 'pull_request'] }),
      { returned: ['where_to_test'] },
      {},
    ]);
    expect([month.returns, month.returned]).toEqual([3, 3]);
    expect(returnedFor([month], { where_to_test: 'Where to test', pull_request: 'Pull request' })).toEqual([
      { title: 'Where to test', times: 3 },
      { title: 'Pull request', times: 2 },
    ]);
  });
});

describe('ratings', () => {
  it('say the five counts, who answered, the mean with what silence could hide, and the share of low ones', () => {
    const stretch = toStretch({ from: '2026-05', to: '2026-05', counts: [0, 0, 1, 3, 4], rateable: 20 });
    expect(stretch === null ? [] : stretchLines(say, stretch)).toEqual([
      '8 ratings, 1 terrible to 5 seamless – 1: 0, 2: 0, 3: 1, 4: 3, 5: 4.',
      'Rated: 8 of 20 (40.0%, 21.9–61.3%) of those that could be. Low response: the mean may be flattering.',
      'Mean 4.38. Had everybody rated, it would lie between 2.35 and 4.75.',
      'Rated 1 or 2: 0 of 8 (0.0%, 0.0–32.4%).',
      'Rated 4 or 5, of all that could be rated: 7 of 20 (35.0%, 18.1–56.7%).',
    ]);
  });

  it('have limits only where a year of months has five each, and say which month was unlike the others', () => {
    const of = (numbers: (place: number) => readonly number[], months = SAMPLE_MONTHS) =>
      typeOf((place) => numbers(place).map((rating) => ({ rating: rating as 1 | 2 | 3 | 4 | 5 })), months).ratings.flatMap(
        (block) => toStretch(block) ?? [],
      );
    const usual = (place: number): number[] => [4, 5, 4, 4, place % 2 === 0 ? 5 : 4, 4];
    const stretches = of((place) => (place === 11 ? [1, 1, 2, 1, 1, 1] : usual(place)));
    const limits = ratingLimits(stretches);
    expect(limits?.signals.outside).toEqual([11]);
    const { points, lines } = ratingShape(say, stretches, limits);
    expect(points[11]).toMatchObject({ isSignal: true, text: 'October 2026: mean 1.17 of 6 ratings, outside the limits' });
    expect(lines.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['centre', 'limit', 'farLimit']));
    expect(ratingLimits(of(usual, SAMPLE_MONTHS.slice(2)))).toBeNull();
    const pooled = of((place) => (place === 4 ? [4, 4, 4] : usual(place)));
    expect(pooled.some(({ from, to }) => from !== to)).toBe(true);
    expect(ratingLimits(pooled)).toBeNull();
    expect(ratingShape(say, pooled, null).lines.map(({ kind }) => kind)).toEqual(['limit']);
  });

  it('stay hidden below five and from fewer than three people, and say how many there are', () => {
    const three = typeOf(() => times(3, { rating: 1 }), ['2026-10']);
    expect(sayHeld(say, ratingsOfMonth(three, '2026-10'))).toBe('3 ratings so far, shown from 5.');
    const twoPeople = typeOf(() => times(6, { rating: 1, more: { senderId: 'one', receiverId: 'other' } }), ['2026-10']);
    expect(twoPeople.verdict.flags).toEqual([]);
    expect(sayHeld(say, ratingsOfMonth(twoPeople, '2026-10'))).toBe(
      '6 ratings so far, shown once they come from and are about at least 3 people.',
    );
    const later = typeOf((place) => times(place === 0 ? 6 : 2, { rating: 4 }), ['2026-09', '2026-10']);
    expect(ratingsOfMonth(later, '2026-10')).toMatchObject({ isItsOwn: false, held: 2, stretch: { from: '2026-09', to: '2026-09', n: 6 } });
  });
});

describe('all types together', () => {
  it('keeps the value with the usual mix where it is while the total falls with the mix', () => {
    const totals = mixedTotals(threeTypes(), 'firstPass').filter(({ month }) => month < '2026-10');
    const shares = totals.map(({ total }) => total.k / total.n);
    const same = totals.map(({ sameMix }) => sameMix ?? 0);
    expect(Math.max(...shares) - Math.min(...shares)).toBeGreaterThan(0.15);
    expect(Math.max(...same) - Math.min(...same)).toBeLessThan(0.06);
  });

  it('compares types by how far from all of them chance may take them, in the order of the settings', () => {
    expect(firstPassFunnel(threeTypes())?.types.map(({ typeId, standing }) => [typeId, standing])).toEqual([
      ['dev-to-qa', 'far'],
      ['design-to-dev', 'far'],
      ['release-to-ops', 'expected'],
    ]);
    expect(firstPassFunnel(sampleHealth([typeOf(() => times(2))]))).toBeNull();
  });
});

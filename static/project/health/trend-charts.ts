import type { ChartMonth, HealthView, TypeHealth } from '../../../src/contract/health';
import { CHART_MONTHS } from '../../../src/domain/metrics/baseline';
import { monthBefore } from '../../../src/domain/calendar/calendar-day';
import { pSignals, signalsOf, uSignals, type Baseline, type PeriodChart, type Signals } from '../../../src/domain/metrics/chart-signals';
import { inStretches, type ChartStart, type Stretch } from '../../../src/domain/metrics/chart-stretches';
import type { Share } from '../../../src/domain/metrics/digest-counts';
import type { TimeSeries } from '../../../src/domain/metrics/month-digest';
import { expectedByChance } from '../../../src/domain/metrics/expected-by-chance';

/** An instant, or the month or months it sums up, first and last (`yyyy-mm`). */
export type PointTime = { readonly instant: string } | { readonly from: string; readonly to: string };

/** One point of a chart over time. */
export interface TrendPoint {
  readonly at: PointTime;
  readonly value: number;
  /** What it was counted from; null for a single handoff. */
  readonly share: Share | null;
  /** Null where there are too few points for limits. */
  readonly limits: { readonly lower: number; readonly centre: number; readonly upper: number } | null;
  readonly isOutside: boolean;
  /** It is of a month that may still change; never a single handoff. */
  readonly isProvisional: boolean;
}

/** What the points of a stretch are held against. */
export interface TrendLimits {
  readonly signals: Signals;
  /** When its first and its last point are; as many as `points`. */
  readonly baseline: { readonly from: PointTime; readonly to: PointTime; readonly points: number };
  /** Shown points that came after those. */
  readonly afterLock: number;
}

/** The shown points from one start of the limits to the next. */
export interface TrendStretch {
  /** Null: from the first points there are. */
  readonly start: ChartStart | null;
  /** Place of its first point in the chart; it goes up to the next stretch. */
  readonly place: number;
  /** How many points there are to make limits of, shown or not. */
  readonly known: number;
  /** Null below 12 of those. */
  readonly limited: TrendLimits | null;
}

/** One chart of a type: hours of single handoffs, or counts by month. */
export interface TrendChart {
  readonly id: 'cycle' | 'firstWork' | 'error' | 'rework' | 'questions';
  readonly points: readonly TrendPoint[];
  /** Oldest first. */
  readonly stretches: readonly TrendStretch[];
  /** The newest of them: what is said about the chart is about it. */
  readonly newest: TrendStretch;
}

/** As many of the latest handoffs as a chart shows. */
const MOST_POINTS = 100;

/** What a stretch comes to, with its shown points. */
type Drawn = Omit<TrendStretch, 'place'> & { readonly points: readonly TrendPoint[] };

/** The charts of one type, in the order they show; none draws what lies before its months, though its limits may come from there. */
export function trendCharts(view: Pick<HealthView, 'months'>, type: TypeHealth): readonly TrendChart[] {
  const from = monthBefore(view.months.at(-1) ?? '', CHART_MONTHS - 1);
  const months = [...(type.earlier ?? []), ...type.months];
  const starts = type.starts ?? [];
  const byMonth = (id: TrendChart['id'], shareOf: (month: ChartMonth) => Share, chartOf: typeof pSignals): TrendChart =>
    toChart(
      id,
      inStretches(months, ({ month }) => `${month}-01`, starts).flatMap((stretch) => drawMonths(stretch, from, shareOf, chartOf)),
    );
  const works = months.flatMap((month) => month.works ?? []);
  return [
    toChart('cycle', drawHandoffs(months, from, starts)),
    ...(works.length === 0 ? [] : [toChart('firstWork', drawHandoffs(works, from, starts))]),
    byMonth('error', ({ error }) => error, pSignals),
    byMonth('rework', ({ rework }) => rework, pSignals),
    byMonth('questions', ({ questions: { before, after, handoffs } }) => ({ k: before + after, n: handoffs }), uSignals),
  ];
}

/** How many of the charts that have limits would signal by chance, although nothing changed (domain.md 3.4). */
export function expectedFalse(charts: readonly TrendChart[]): { readonly charts: number; readonly expected: number } {
  const limited = charts.filter(({ newest }) => newest.limited !== null);
  return {
    charts: limited.length,
    expected: limited.reduce(
      (sum, { points, newest }) => sum + expectedByChance(1, points.length - newest.place, newest.limited?.afterLock),
      0,
    ),
  };
}

function toChart(id: TrendChart['id'], drawn: readonly Drawn[]): TrendChart {
  let place = 0;
  const stretches = drawn.map(({ points, limited, ...stretch }): TrendStretch => {
    const at = place;
    place += points.length;
    // Limits without a point that is shown are held against nothing.
    return { ...stretch, limited: points.length === 0 ? null : limited, place: at };
  });
  const newest = stretches.at(-1) ?? { start: null, place: 0, known: 0, limited: null };
  return { id, points: drawn.flatMap(({ points }) => points), stretches, newest };
}

/** Whether its points are hours of single handoffs. */
export function isOfHours(id: TrendChart['id']): boolean {
  return id === 'cycle' || id === 'firstWork';
}

/** Handoffs in the order of acceptance, on the logarithm of their working hours. */
function drawHandoffs(months: readonly TimeSeries[], from: string, starts: readonly ChartStart[]): readonly Drawn[] {
  const known = months.flatMap(({ first = [], recent }) => [...first, ...recent]).sort((one, other) => one.at.localeCompare(other.at));
  const inWindow = known.findIndex(({ at }) => at >= from);
  const shownFrom = inWindow < 0 ? known.length : Math.max(inWindow, known.length - MOST_POINTS);
  return inStretches(known, ({ at }) => at.slice(0, 10), starts).flatMap(({ start, place, points }, index, all): Drawn[] => {
    const hidden = Math.max(0, shownFrom - place);
    if (hidden >= points.length && index < all.length - 1) return [];
    const chart = signalsOf(
      points.map(({ hours }) => hours),
      hidden,
    );
    const outside = new Set(chart?.signals.outside);
    const limits = chart === null ? null : { lower: chart.lower, centre: chart.centre, upper: chart.upper };
    return [
      {
        start,
        known: points.length,
        limited:
          chart && toLimits(chart, points.length - Math.max(hidden, chart.baseline.points), (at) => ({ instant: points[at]?.at ?? '' })),
        points: points.flatMap(({ at, hours }, index): TrendPoint[] => {
          const point = { at: { instant: at }, value: hours, share: null, limits, isOutside: outside.has(index), isProvisional: false };
          return index < hidden ? [] : [point];
        }),
      },
    ];
  });
}

/** Without limits each month that has anything stands for itself; with them, small ones stand together. */
function drawMonths(
  { start, points: months }: Stretch<ChartMonth>,
  from: string,
  shareOf: (month: ChartMonth) => Share,
  chartOf: (shares: readonly Share[], shownFrom: number) => PeriodChart | null,
): readonly Drawn[] {
  const shares = months.map(shareOf);
  const shown = months.findIndex(({ month }) => month >= from);
  if (shown < 0 && months.length > 0) return [];
  const timeOf = (first: number, last: number): PointTime => ({ from: months[first]?.month ?? '', to: months[last]?.month ?? '' });
  const chart = chartOf(shares, shown);
  const isProvisional = (first: number, last: number): boolean => months.slice(first, last + 1).some((month) => month.isProvisional);
  const known = shares.filter(({ n }) => n > 0).length;
  if (chart === null) {
    const points = shares.flatMap((share, index): TrendPoint[] =>
      share.n === 0 || index < shown
        ? []
        : [
            {
              at: timeOf(index, index),
              value: share.k / share.n,
              share,
              limits: null,
              isOutside: false,
              isProvisional: isProvisional(index, index),
            },
          ],
    );
    return [{ start, known, limited: null, points }];
  }
  const outside = new Set(chart.signals.outside);
  return [
    {
      start,
      known,
      limited: toLimits(chart, chart.periods.filter(({ first }) => first > chart.baseline.last).length, (at) => timeOf(at, at)),
      points: chart.periods.map(({ first, last, k, n, value, lower, upper }, index) => ({
        at: timeOf(first, last),
        value,
        share: { k, n },
        limits: { lower, centre: chart.centre, upper },
        isOutside: outside.has(index),
        isProvisional: isProvisional(first, last),
      })),
    },
  ];
}

function toLimits(
  { signals, baseline: { first, last, points } }: { readonly signals: Signals; readonly baseline: Baseline },
  afterLock: number,
  timeOf: (place: number) => PointTime,
): TrendLimits {
  return { signals, afterLock, baseline: { from: timeOf(first), to: timeOf(last), points } };
}

import type { HealthMonth, HealthView, TypeHealth } from '../../../src/contract/health';
import { pSignals, signalsOf, uSignals, type PeriodChart, type Signals } from '../../../src/domain/metrics/chart-signals';
import type { Share } from '../../../src/domain/metrics/digest-counts';
import { expectedByChance } from '../../../src/domain/metrics/expected-by-chance';

/** One point of a chart over time. */
export interface TrendPoint {
  /** An instant, or the month or months it sums up, first and last (`yyyy-mm`). */
  readonly at: { readonly instant: string } | { readonly from: string; readonly to: string };
  readonly value: number;
  /** What it was counted from; null for a single handoff. */
  readonly share: Share | null;
  /** Null where there are too few points for limits. */
  readonly limits: { readonly lower: number; readonly upper: number } | null;
  readonly isOutside: boolean;
}

/** One chart of a type: hours of single handoffs, or counts by month. */
export interface TrendChart {
  readonly id: 'cycle' | 'error' | 'rework' | 'questions';
  readonly points: readonly TrendPoint[];
  /** Null below 12 points: then there is no chart, only the table. */
  readonly limited: { readonly centre: number; readonly signals: Signals } | null;
}

/** As many of the latest handoffs as a chart shows; the limits are those of the first twenty of them. */
const MOST_POINTS = 100;

/** The charts of one type over the months of the view, in the order they show. */
export function trendCharts(view: Pick<HealthView, 'months'>, type: TypeHealth): readonly TrendChart[] {
  const byMonth = (shareOf: (month: HealthMonth) => Share): readonly Share[] =>
    view.months.map((month) => {
      const found = type.months.find((each) => each.month === month);
      return found === undefined ? { k: 0, n: 0 } : shareOf(found);
    });
  const questions = byMonth(({ questions: { before, after, handoffs } }) => ({ k: before + after, n: handoffs }));
  const error = byMonth((month) => month.error);
  const rework = byMonth((month) => month.rework);
  return [
    cycleChart(type.months),
    periodChart('error', view.months, error, pSignals(error)),
    periodChart('rework', view.months, rework, pSignals(rework)),
    periodChart('questions', view.months, questions, uSignals(questions)),
  ];
}

/** How many of the charts that have limits would signal by chance, although nothing changed (domain.md 3.4). */
export function expectedFalse(charts: readonly TrendChart[]): { readonly charts: number; readonly expected: number } {
  const limited = charts.filter((chart) => chart.limited !== null);
  return { charts: limited.length, expected: limited.reduce((sum, { points }) => sum + expectedByChance(1, points.length), 0) };
}

/** Every accepted handoff in the order of acceptance, on the logarithm of its working hours. */
function cycleChart(months: readonly HealthMonth[]): TrendChart {
  const recent = months
    .flatMap((month) => month.recent)
    .sort((one, other) => one.at.localeCompare(other.at))
    .slice(-MOST_POINTS);
  const chart = signalsOf(recent.map(({ hours }) => hours));
  const outside = new Set(chart?.signals.outside);
  return {
    id: 'cycle',
    points: recent.map(({ at, hours }, index) => ({
      at: { instant: at },
      value: hours,
      share: null,
      limits: chart === null ? null : { lower: chart.lower, upper: chart.upper },
      isOutside: outside.has(index),
    })),
    limited: chart === null ? null : { centre: chart.centre, signals: chart.signals },
  };
}

/** Without limits each month that has anything stands for itself; with them, small ones stand together. */
function periodChart(id: TrendChart['id'], months: readonly string[], shares: readonly Share[], chart: PeriodChart | null): TrendChart {
  if (chart === null) {
    const known = shares.flatMap((share, index): TrendPoint[] => {
      const month = months[index] ?? '';
      const at = { from: month, to: month };
      return share.n === 0 ? [] : [{ at, value: share.k / share.n, share, limits: null, isOutside: false }];
    });
    return { id, points: known, limited: null };
  }
  const outside = new Set(chart.signals.outside);
  return {
    id,
    points: chart.periods.map(({ first, last, k, n, value, lower, upper }, index) => ({
      at: { from: months[first] ?? '', to: months[last] ?? '' },
      value,
      share: { k, n },
      limits: { lower, upper },
      isOutside: outside.has(index),
    })),
    limited: { centre: chart.centre, signals: chart.signals },
  };
}

import { formatDay } from '../../kit/time/format-day';
import { monthName } from '../../kit/time/month-name';
import type { TableColumn } from '../../kit/numbers/data-table';
import { sayDecimal, sayHours, sayPercent, sayPercentTick, type Say } from '../../kit/numbers/say-numbers';
import { BASELINE_POINTS } from '../../../src/domain/metrics/baseline';
import { LEAST_POINTS, type Signals } from '../../../src/domain/metrics/chart-signals';
import { isOfHours, type PointTime, type TrendChart, type TrendPoint, type TrendStretch } from './trend-charts';

/** When a point is: the day of a handoff, a month, or the months it sums up. */
export function sayWhen({ t, locale }: Say, at: PointTime): string {
  if ('instant' in at) return formatDay(at.instant.slice(0, 10), locale);
  if (at.from === at.to) return monthName(at.from, locale);
  return t('health.stretch', { from: monthName(at.from, locale), to: monthName(at.to, locale) });
}

/** A value in the unit of its chart. */
function sayValue(say: Say, id: TrendChart['id'], value: number): string {
  if (isOfHours(id)) return sayHours(say, value);
  return id === 'questions' ? sayDecimal(say, value, 2) : sayPercent(say, value);
}

/** A value beside an axis: as short as it can be said. */
export function sayTick(say: Say, id: TrendChart['id'], value: number): string {
  if (isOfHours(id)) return sayHours(say, value);
  return id === 'questions' ? value.toLocaleString(say.locale, { maximumFractionDigits: 2 }) : sayPercentTick(say, value);
}

/** What a point says by itself: when, how much, of how many, whether it may still change, and whether it lies outside the limits. */
export function sayPoint(say: Say, id: TrendChart['id'], point: TrendPoint): string {
  const words = { when: sayWhen(say, point.at), value: sayValue(say, id, point.value) };
  const said =
    point.share === null
      ? say.t('health.point', words)
      : say.t(id === 'questions' ? 'health.point.questions' : 'health.point.of', { ...words, ...point.share });
  const whole = point.isProvisional ? say.t('health.point.provisional', { said }) : said;
  return point.isOutside ? say.t('health.point.outside', { said: whole }) : whole;
}

/** What the newest stretch of a chart shows beyond chance, a sentence each; one sentence where there is nothing. Empty without limits. */
export function saySignals(say: Say, { points, newest: { place, limited } }: TrendChart): readonly string[] {
  if (limited === null) return [];
  const outside = points.slice(place).filter(({ isOutside }) => isOutside);
  return sayFound(
    say,
    limited.signals,
    outside.map(({ at }) => sayWhen(say, at)),
  );
}

/** The same of any chart; `outside` says when its points beyond the limits are. */
export function sayFound(say: Say, { longestRun, crossings, isSignal }: Signals, outside: readonly string[]): readonly string[] {
  if (!isSignal) return [say.t('health.signal.none')];
  const when = new Intl.ListFormat(say.locale).format(outside);
  return [
    ...(outside.length > 0 ? [say.t('health.signal.outside', { count: outside.length, when })] : []),
    ...(longestRun.isSignal ? [say.t('health.signal.run', { count: longestRun.length, limit: longestRun.limit })] : []),
    ...(crossings.isSignal ? [say.t('health.signal.crossings', { count: crossings.count, limit: crossings.limit })] : []),
  ];
}

/** How many handoffs went well since the last failure, where failures are too rare for a chart (domain.md 3.4); null elsewhere. */
export function sayStreak(say: Say, { id, points, newest }: TrendChart): string | null {
  if ((id !== 'error' && id !== 'rework') || newest.limited !== null) return null;
  const since = points.slice(points.findLastIndex(({ share }) => (share?.k ?? 0) > 0) + 1);
  const [first] = since;
  if (first === undefined) return null;
  const count = since.reduce((sum, { share }) => sum + (share?.n ?? 0), 0);
  const from = 'from' in first.at ? first.at.from : first.at.instant;
  return say.t(`health.streak.${id}`, { count, from: monthName(from.slice(0, 7), say.locale) });
}

/** Where limits begin anew and why, and what those in force were made of, a sentence each; empty where there were never any. */
export function sayLimits(say: Say, { id, stretches, newest }: TrendChart): readonly string[] {
  const marks = stretches.flatMap(({ start }) => (start === null ? [] : [sayStart(say, start)]));
  return [...marks, ...sayBaseline(say, id, newest)];
}

/** From when on limits are new, and why. */
function sayStart(say: Say, { from, reason }: NonNullable<TrendStretch['start']>): string {
  return say.t('health.limits.anew', { when: formatDay(from, say.locale), reason });
}

function sayBaseline(say: Say, id: TrendChart['id'], { start, known, limited }: TrendStretch): readonly string[] {
  const few = isOfHours(id) ? 'health.limits.few' : 'health.limits.fewMonths';
  if (limited === null) return start === null ? [] : [say.t(few, { count: known, least: LEAST_POINTS })];
  const { from, to, points } = limited.baseline;
  const words = { from: sayWhen(say, from), to: sayWhen(say, to) };
  if (points < BASELINE_POINTS) return [say.t('health.limits.open', { ...words, points: BASELINE_POINTS })];
  return [say.t('health.limits.locked', words)];
}

/** Columns of a chart's data: the same numbers that it draws. Shares in per cent, times in hours. */
export function trendColumns(say: Say, { id, points, stretches }: TrendChart): readonly TableColumn<TrendPoint>[] {
  const { t } = say;
  const scale = id === 'error' || id === 'rework' ? 100 : 1;
  const scaled = (value: number | undefined): number | null => (value === undefined ? null : value * scale);
  const counted: readonly TableColumn<TrendPoint>[] = [
    { heading: t('health.column.k'), cell: ({ share }) => share?.k ?? null },
    { heading: t('health.column.of'), cell: ({ share }) => share?.n ?? null },
  ];
  const limits: readonly TableColumn<TrendPoint>[] = [
    { heading: t('health.column.lowerLimit'), cell: (point) => scaled(point.limits?.lower) },
    { heading: t('health.column.centre'), cell: (point) => scaled(point.limits?.centre) },
    { heading: t('health.column.upperLimit'), cell: (point) => scaled(point.limits?.upper) },
    { heading: t('health.column.outside'), cell: ({ isOutside }) => (isOutside ? t('health.column.yes') : t('health.column.no')) },
  ];
  const starts = new Map(stretches.map(({ start, place }) => [points[place], start] as const));
  const anew: readonly TableColumn<TrendPoint>[] = [
    { heading: t('health.column.anew'), cell: (point) => starts.get(point)?.reason ?? null },
  ];
  return [
    { heading: t('health.column.when'), cell: ({ at }) => sayWhen(say, at) },
    ...(isOfHours(id) ? [] : counted),
    { heading: t(`health.chart.${id}.unit`), cell: ({ value }) => scaled(value) },
    ...(stretches.some(({ limited }) => limited !== null) ? limits : []),
    ...(stretches.some(({ start }) => start !== null) ? anew : []),
  ];
}

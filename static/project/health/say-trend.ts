import { monthName } from '../../kit/time/month-name';
import type { TableColumn } from './data-table';
import { sayDecimal, sayHours, sayPercent, type Say } from './say-numbers';
import type { TrendChart, TrendPoint } from './trend-charts';

/** When a point is: the day of a handoff, a month, or the months it sums up. */
export function sayWhen({ t, locale }: Say, { at }: Pick<TrendPoint, 'at'>): string {
  if ('instant' in at) return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(at.instant));
  if (at.from === at.to) return monthName(at.from, locale);
  return t('health.stretch', { from: monthName(at.from, locale), to: monthName(at.to, locale) });
}

/** A value in the unit of its chart. */
export function sayValue(say: Say, id: TrendChart['id'], value: number): string {
  if (id === 'cycle') return sayHours(say, value);
  return id === 'questions' ? sayDecimal(say, value, 2) : sayPercent(say, value);
}

/** What a point says by itself: when, how much, of how many, and whether it lies outside the limits. */
export function sayPoint(say: Say, id: TrendChart['id'], point: TrendPoint): string {
  const words = { when: sayWhen(say, point), value: sayValue(say, id, point.value) };
  const said =
    point.share === null
      ? say.t('health.point', words)
      : say.t(id === 'questions' ? 'health.point.questions' : 'health.point.of', { ...words, ...point.share });
  return point.isOutside ? say.t('health.point.outside', { said }) : said;
}

/** What a chart shows beyond chance, a sentence each; one sentence where there is nothing. Empty without limits. */
export function saySignals(say: Say, { points, limited }: TrendChart): readonly string[] {
  if (limited === null) return [];
  const { outside, longestRun, crossings, isSignal } = limited.signals;
  if (!isSignal) return [say.t('health.signal.none')];
  const when = new Intl.ListFormat(say.locale).format(points.filter(({ isOutside }) => isOutside).map((point) => sayWhen(say, point)));
  return [
    ...(outside.length > 0 ? [say.t('health.signal.outside', { count: outside.length, when })] : []),
    ...(longestRun.isSignal ? [say.t('health.signal.run', { count: longestRun.length, limit: longestRun.limit })] : []),
    ...(crossings.isSignal ? [say.t('health.signal.crossings', { count: crossings.count, limit: crossings.limit })] : []),
  ];
}

/** Columns of a chart's data: the same numbers that it draws. Shares in per cent, times in hours. */
export function trendColumns(say: Say, { id, limited }: TrendChart): readonly TableColumn<TrendPoint>[] {
  const { t } = say;
  const scale = id === 'error' || id === 'rework' ? 100 : 1;
  const scaled = (value: number | undefined): number | null => (value === undefined ? null : value * scale);
  const counted: readonly TableColumn<TrendPoint>[] = [
    { heading: t('health.column.k'), cell: ({ share }) => share?.k ?? null },
    { heading: t('health.column.of'), cell: ({ share }) => share?.n ?? null },
  ];
  const limits: readonly TableColumn<TrendPoint>[] = [
    { heading: t('health.column.lowerLimit'), cell: (point) => scaled(point.limits?.lower) },
    { heading: t('health.column.centre'), cell: () => scaled(limited?.centre) },
    { heading: t('health.column.upperLimit'), cell: (point) => scaled(point.limits?.upper) },
    { heading: t('health.column.outside'), cell: ({ isOutside }) => (isOutside ? t('health.column.yes') : t('health.column.no')) },
  ];
  return [
    { heading: t('health.column.when'), cell: (point) => sayWhen(say, point) },
    ...(id === 'cycle' ? [] : counted),
    { heading: t(`health.chart.${id}.unit`), cell: ({ value }) => scaled(value) },
    ...(limited === null ? [] : limits),
  ];
}

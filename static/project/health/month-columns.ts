import type { TableColumn } from '../../kit/numbers/data-table';
import type { RateNumber, TimeNumber } from './month-numbers';
import type { Say } from '../../kit/numbers/say-numbers';

/** Columns of the times, in hours. Where a percentile would be the maximum it says so (domain.md 3.1 rule 5). */
export function timeColumns(t: Say['t']): readonly TableColumn<TimeNumber>[] {
  const orMax =
    (of: 'p85' | 'p95') =>
    ({ durations }: TimeNumber): number | string | null =>
      durations[of] ?? (durations.n === 0 ? null : t('health.column.isMax'));
  return [
    { heading: t('health.column.time'), cell: ({ name }) => t(name) },
    { heading: t('health.column.n'), cell: ({ durations }) => durations.n },
    { heading: t('health.column.p50'), cell: ({ durations }) => durations.p50 },
    { heading: t('health.column.p50From'), cell: ({ durations }) => durations.p50Range?.lower ?? null },
    { heading: t('health.column.p50To'), cell: ({ durations }) => durations.p50Range?.upper ?? null },
    { heading: t('health.column.p85'), cell: orMax('p85') },
    { heading: t('health.column.p95'), cell: orMax('p95') },
    { heading: t('health.column.max'), cell: ({ durations }) => durations.max },
    { heading: t('health.column.mean'), cell: ({ durations }) => durations.mean },
  ];
}

/** Columns of shares and rates with their 95 % interval: Wilson's, for questions the exact Poisson one. */
export function rateColumns(t: Say['t']): readonly TableColumn<RateNumber>[] {
  const scaled = ({ unit }: RateNumber, value: number | null | undefined): number | null =>
    value === null || value === undefined ? null : value * (unit === 'share' ? 100 : 1);
  return [
    { heading: t('health.column.number'), cell: ({ name }) => t(name) },
    { heading: t('health.column.k'), cell: ({ share }) => (share.n === 0 ? null : share.k) },
    { heading: t('health.column.of'), cell: ({ share }) => share.n },
    { heading: t('health.column.value'), cell: (rate) => scaled(rate, rate.value) },
    { heading: t('health.column.unit'), cell: ({ unit }) => (unit === 'share' ? '%' : t('health.column.perHandoff')) },
    { heading: t('health.column.lower'), cell: (rate) => scaled(rate, rate.interval?.lower) },
    { heading: t('health.column.upper'), cell: (rate) => scaled(rate, rate.interval?.upper) },
  ];
}

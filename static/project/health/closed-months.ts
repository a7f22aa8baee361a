import type { HealthView } from '../../../src/contract/health';
import { handoffsPerItem, type HandoffsPerItem } from '../../../src/domain/metrics/closed-items';
import { monthName } from '../../kit/time/month-name';
import type { TableColumn } from '../../kit/numbers/data-table';
import { sayDecimal, UNKNOWN, type Say } from '../../kit/numbers/say-numbers';

/** M18 of one month. */
export type ClosedMonth = HandoffsPerItem & { readonly month: string };

/** The months in which a work item that had a handoff closed, oldest first. */
export function closedMonths({ closed }: Pick<HealthView, 'closed'>): readonly ClosedMonth[] {
  return closed.map((each) => ({ month: each.month, ...handoffsPerItem(each.closed) })).filter(({ items }) => items > 0);
}

/** One month in words: how many work items, and how many handoffs they took. */
export function sayClosed(say: Say, { month, items, mean, p85, max }: ClosedMonth): string {
  const { t, locale } = say;
  const most = t('health.closed.items', {
    count: items,
    month: monthName(month, locale),
    mean: mean === null ? UNKNOWN : sayDecimal(say, mean, 1),
    max: max ?? UNKNOWN,
  });
  return p85 === null ? most : `${most} ${t('health.closed.p85', { p85 })}`;
}

/** Columns of the months' table. */
export function closedColumns({ t, locale }: Say): readonly TableColumn<ClosedMonth>[] {
  return [
    { heading: t('health.column.when'), cell: ({ month }) => monthName(month, locale) },
    { heading: t('health.closed.column.items'), cell: ({ items }) => items },
    { heading: t('health.column.mean'), cell: ({ mean }) => mean },
    { heading: t('health.closed.column.p85'), cell: ({ p85 }) => p85 ?? t('health.column.isMax') },
    { heading: t('health.closed.column.max'), cell: ({ max }) => max },
  ];
}

import type { SpotCheckView } from '../../src/contract/spot-check';
import { upperWhereNone } from '../../src/domain/metrics/none-found';
import { wilson } from '../../src/domain/metrics/wilson';
import { Fold } from '../kit/layout/fold';
import { monthName } from '../kit/time/month-name';
import type { TableColumn } from '../kit/numbers/data-table';
import { NumberTable } from '../kit/numbers/number-table';
import type { Say } from '../kit/numbers/say-numbers';
import { useSay } from '../kit/numbers/use-say';
import styles from './playbook.module.css';

type MonthOfChecks = SpotCheckView['numbers']['months'][number];

/** What was found month by month, with what chance leaves open, as a table and a file (M16). */
export function SpotCheckMonths({ months, fileName }: { readonly months: readonly MonthOfChecks[]; readonly fileName: string }) {
  const say = useSay();
  const { t } = say;
  if (months.length === 0) return null;
  return (
    <Fold summary={t('playbook.spot.months')}>
      <p className={styles.quiet}>{t('playbook.spot.months.text')}</p>
      <NumberTable name={t('playbook.spot.months.name')} fileName={fileName} columns={monthColumns(say)} rows={months} />
    </Fold>
  );
}

/** Shares in per cent; with no defect the range ends at the one-sided bound (decision 22). */
export function monthColumns({ t, locale }: Say): readonly TableColumn<MonthOfChecks>[] {
  const percent = (share: number | undefined): number | null => (share === undefined ? null : 100 * share);
  return [
    { heading: t('playbook.spot.month'), cell: ({ month }) => monthName(month, locale) },
    { heading: t('playbook.spot.month.defects'), cell: ({ defects }) => defects },
    { heading: t('playbook.spot.month.checked'), cell: ({ checked }) => checked },
    { heading: t('health.column.percent'), cell: ({ defects, checked }) => percent(defects / checked) },
    { heading: t('health.column.lower'), cell: ({ defects, checked }) => percent(wilson(defects, checked)?.lower) },
    {
      heading: t('health.column.upper'),
      cell: ({ defects, checked }) => percent(defects === 0 ? upperWhereNone(checked) : wilson(defects, checked)?.upper),
    },
    { heading: t('playbook.spot.month.evidence'), cell: ({ evidence }) => evidence.k },
    { heading: t('playbook.spot.month.answers'), cell: ({ evidence }) => evidence.n },
  ];
}

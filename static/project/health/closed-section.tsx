import { useId } from 'react';
import { Fold } from '../../kit/layout/fold';
import { monthName } from '../../kit/time/month-name';
import type { OfAllTypes } from './across-section';
import { closedColumns, closedMonths, sayClosed } from './closed-months';
import { NumberTable } from '../../kit/numbers/number-table';
import styles from './trends.module.css';
import { useSay } from '../../kit/numbers/use-say';

/** Handoffs per work item closed in a month (M18), of the whole project: a chain of handoffs goes over several types. */
export function ClosedSection({ health, month, projectKey }: OfAllTypes) {
  const say = useSay();
  const headingId = useId();
  const { t, locale } = say;
  const months = closedMonths(health);
  if (months.length === 0) return null;
  const own = months.find((each) => each.month === month);
  return (
    <section className={styles.card} aria-labelledby={headingId}>
      <h2 id={headingId} className={styles.title}>
        {t('health.closed.title')}
      </h2>
      <p>{own === undefined ? t('health.closed.none', { month: monthName(month, locale) }) : sayClosed(say, own)}</p>
      <p className={styles.quiet}>{t('health.closed.counts')}</p>
      <Fold summary={t('health.across.months')}>
        <NumberTable name={t('health.closed.title')} fileName={`${projectKey}-closed`} columns={closedColumns(say)} rows={months} />
      </Fold>
    </section>
  );
}

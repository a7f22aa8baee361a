import { useId } from 'react';
import Lozenge from '@atlaskit/lozenge';
import type { HealthMonth } from '../../../src/contract/health';
import type { NumberPlace } from '../behind/number-place';
import { useBehind } from '../behind/use-behind';
import { monthName } from '../../kit/time/month-name';
import { sayHours, sayShare } from '../../kit/numbers/say-numbers';
import styles from './trends.module.css';
import { useSay } from '../../kit/numbers/use-say';

/** The first number: how many handoffs were dropped, of how many, what counts, and whether it may still change (S-005). */
export function DroppedCard({ month, place }: { readonly month: HealthMonth; readonly place: NumberPlace }) {
  const say = useSay();
  const headingId = useId();
  const { t, locale } = say;
  const behind = useBehind(place);
  const { dropped, isProvisional, isCut, cycleCensoredMedian } = month;
  return (
    <section className={styles.card} aria-labelledby={headingId}>
      <h2 id={headingId} className={styles.title}>
        {t('health.dropped.title', { month: monthName(month.month, locale) })}
        {isProvisional && <Lozenge appearance="inprogress">{t('health.provisional')}</Lozenge>}
      </h2>
      <p className={styles.hero}>{sayShare(say, dropped)}</p>
      <p className={styles.quiet}>{t(dropped.n === 0 ? 'health.dropped.none' : 'health.dropped.counts')}</p>
      {dropped.k > 0 && <p>{behind.ask('dropped', t('behind.of.dropped'))}</p>}
      {behind.list}
      {isCut === true && <p>{t('health.cut')}</p>}
      {isProvisional && (
        <p className={styles.quiet}>
          {t('health.provisional.text')}
          {cycleCensoredMedian !== null && ` ${t('health.provisional.median', { time: sayHours(say, cycleCensoredMedian) })}`}
        </p>
      )}
    </section>
  );
}

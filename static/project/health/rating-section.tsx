import { useId } from 'react';
import type { HealthMonth, HealthView, TypeHealth } from '../../../src/contract/health';
import { familyOfFlags } from '../../../src/domain/metrics/family-of-flags';
import { Strip } from '../../kit/feedback/strip';
import { Fold } from '../../kit/layout/fold';
import { monthName } from '../../kit/time/month-name';
import { useDiscuss } from '../review/use-discuss';
import { NumberTable } from './number-table';
import { Plot } from './plot';
import { ratingColumns, sayHeld, sayStretch, stretchLines } from './say-ratings';
import { sayDecimal } from './say-numbers';
import { ratingShape } from './rating-shape';
import { ratingsOfMonth, toStretch } from './rating-stretches';
import styles from './trends.module.css';
import { useSay } from './use-say';

interface RatingSectionProps {
  readonly health: HealthView;
  readonly type: TypeHealth;
  readonly month: HealthMonth;
  readonly tableId: string;
  readonly fileName: string;
}

const LEAST_STRETCHES = 2;

/** How complete handoffs were found to be: counts, how many answered, what silence could hide, and flags that chance does not raise. */
export function RatingSection({ health, type, month, tableId, fileName }: RatingSectionProps) {
  const say = useSay();
  const { t } = say;
  const headingId = useId();
  const discuss = useDiscuss(type.typeId);
  const { stretch, isItsOwn, held } = ratingsOfMonth(type, month.month);
  const stretches = type.ratings.flatMap((block) => toStretch(block) ?? []);
  const family = familyOfFlags(health.types.map(({ verdict }) => verdict));
  const flags = family.verdicts[health.types.indexOf(type)]?.flags ?? [];
  const name = t('health.ratings.name');
  return (
    <section className={styles.card} aria-labelledby={headingId}>
      <h2 id={headingId} className={styles.title}>
        {t('health.ratings.title')}
        {stretch !== null && <span className={styles.quiet}>{sayStretch(say, stretch)}</span>}
      </h2>
      {flags.length > 0 && (
        <p className={styles.quiet}>{t('health.flags.asOf', { month: monthName(health.months.at(-1) ?? month.month, say.locale) })}</p>
      )}
      {flags.map((flag) => (
        <Strip
          key={flag.level}
          tone={flag.level === 'CLEAR' ? 'success' : flag.level === 'LOW-3' ? 'warning' : 'information'}
          actions={
            flag.level === 'CLEAR'
              ? undefined
              : discuss({ key: flag.key, ...('params' in flag ? { count: String(flag.params.count) } : {}) })
          }
        >
          {'params' in flag ? t(flag.key, flag.params) : t(flag.key)}
        </Strip>
      ))}
      {!isItsOwn && <p>{sayHeld(say, { stretch, held })}</p>}
      {stretch !== null && (
        <ul className={styles.lines}>
          {stretchLines(say, stretch).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {stretches.length >= LEAST_STRETCHES && (
        <>
          <p className={styles.quiet}>{t('health.ratings.chart')}</p>
          <Plot name={name} shape={ratingShape(say, stretches)} />
        </>
      )}
      <div id={tableId}>
        <Fold summary={t('health.data')}>
          {stretches.length === 0 ? (
            <p className={styles.quiet}>{t('health.data.none')}</p>
          ) : (
            <NumberTable name={name} fileName={fileName} columns={ratingColumns(say)} rows={stretches} />
          )}
        </Fold>
      </div>
      <Fold summary={t('health.flags.limits')}>
        <p>{t('health.flags.limits.text')}</p>
        <p>{t('health.flags.chance', { expected: sayDecimal(say, family.expectedFalse, 1) })}</p>
        {family.isAdjusted && <p>{t('health.flags.adjusted')}</p>}
      </Fold>
    </section>
  );
}

import { useId, type ReactNode } from 'react';
import type { HealthMonth, HealthView, TypeHealth } from '../../../src/contract/health';
import type { ValueChart } from '../../../src/domain/metrics/chart-signals';
import { familyOfFlags } from '../../../src/domain/metrics/family-of-flags';
import { Strip } from '../../kit/feedback/strip';
import { Fold } from '../../kit/layout/fold';
import { monthName } from '../../kit/time/month-name';
import { useDiscuss } from '../review/use-discuss';
import { NumberTable } from '../../kit/numbers/number-table';
import { Plot } from './plot';
import { ratingColumns, sayHeld, sayStretch, stretchLines } from './say-ratings';
import { sayDecimal } from '../../kit/numbers/say-numbers';
import { ratingShape } from './rating-shape';
import { ratingLimits, ratingsOfMonth, toStretch, type RatingStretch } from './rating-stretches';
import { sayFound } from './say-trend';
import styles from './trends.module.css';
import { useSay } from '../../kit/numbers/use-say';

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
  const limits = ratingLimits(stretches);
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
          <p className={styles.quiet}>{t(limits === null ? 'health.ratings.chart' : 'health.ratings.limited')}</p>
          {limits !== null && <Found stretches={stretches} limits={limits} actions={discuss({ key: 'review.signal.chart', name })} />}
          <Plot name={name} shape={ratingShape(say, stretches, limits)} />
        </>
      )}
      <div id={tableId}>
        <Fold summary={t('health.data')}>
          {stretches.length === 0 ? (
            <p className={styles.quiet}>{t('health.data.none')}</p>
          ) : (
            <NumberTable name={name} fileName={fileName} columns={ratingColumns(say, limits)} rows={stretches} />
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

interface FoundProps {
  readonly stretches: readonly RatingStretch[];
  readonly limits: ValueChart;
  readonly actions: ReactNode;
}

/** What the monthly means show beyond chance, and which months their limits are of. */
function Found({ stretches, limits: { signals, baseline }, actions }: FoundProps) {
  const say = useSay();
  const when = (place: number): string => monthName(stretches[place]?.to ?? '', say.locale);
  const words = sayFound(say, signals, signals.outside.map(when)).map((sentence) => <p key={sentence}>{sentence}</p>);
  return (
    <>
      {signals.isSignal ? (
        <Strip tone="information" actions={actions}>
          {words}
        </Strip>
      ) : (
        words
      )}
      <p className={styles.quiet}>{say.t('health.limits.moving', { from: when(baseline.first), to: when(baseline.last) })}</p>
    </>
  );
}

import { useId } from 'react';
import type { HealthView } from '../../../src/contract/health';
import { Fold } from '../../kit/layout/fold';
import { monthName } from '../../kit/time/month-name';
import { firstPassFunnel, LEAST_TYPES, mixedTotals, type MixedTotal, type TypeInFunnel } from './across-types';
import type { TableColumn } from '../../kit/numbers/data-table';
import { funnelShape, sayType } from './funnel-shape';
import { NumberTable } from '../../kit/numbers/number-table';
import { Plot } from './plot';
import { sayPercent, sayShare, UNKNOWN, type Say } from '../../kit/numbers/say-numbers';
import styles from './trends.module.css';
import { useSay } from '../../kit/numbers/use-say';

const TOTALS = ['firstPass', 'error'] as const;

/** What is said of a project as a whole, in one month. */
export interface OfAllTypes {
  readonly health: HealthView;
  /** `yyyy-mm`. */
  readonly month: string;
  readonly projectKey: string;
}

/** All types together: compared by a funnel and never ranked, and totals beside what they are with a mix that stays. */
export function AcrossSection({ health, month, projectKey }: OfAllTypes) {
  const say = useSay();
  const headingId = useId();
  const { t, locale } = say;
  if (health.types.length < LEAST_TYPES) return null;
  const funnel = firstPassFunnel(health);
  return (
    <section className={styles.card} aria-labelledby={headingId}>
      <h2 id={headingId} className={styles.title}>
        {t('health.across.title')}
      </h2>
      {TOTALS.map((of) => {
        const found = mixedTotals(health, of).find((each) => each.month === month);
        return (
          found !== undefined && (
            <p key={of}>
              {t(`health.across.${of}`, {
                month: monthName(month, locale),
                share: sayShare(say, found.total),
                sameMix: found.sameMix === null ? UNKNOWN : sayPercent(say, found.sameMix),
              })}
            </p>
          )
        );
      })}
      <p className={styles.quiet}>{t('health.across.mix')}</p>
      {funnel === null ? (
        <p>{t('health.funnel.from')}</p>
      ) : (
        <>
          <h3 className={styles.subtitle}>{t('health.funnel.title')}</h3>
          <p className={styles.quiet}>{t('health.funnel.counts')}</p>
          <ul className={styles.lines}>
            {funnel.types.map((type) => (
              <li key={type.typeId}>{sayType(say, type)}</li>
            ))}
          </ul>
          <Plot name={t('health.funnel.title')} shape={funnelShape(say, funnel)} />
          <Fold summary={t('health.data')}>
            <NumberTable
              name={t('health.funnel.title')}
              fileName={`${projectKey}-types`}
              columns={funnelColumns(say)}
              rows={funnel.types}
            />
          </Fold>
        </>
      )}
      <Fold summary={t('health.across.months')}>
        {TOTALS.map((of) => (
          <NumberTable
            key={of}
            name={t(`health.rate.${of}`)}
            fileName={`${projectKey}-all-${of}`}
            columns={totalColumns(say)}
            rows={mixedTotals(health, of)}
          />
        ))}
      </Fold>
    </section>
  );
}

function funnelColumns({ t }: Say): readonly TableColumn<TypeInFunnel>[] {
  return [
    { heading: t('health.pick.type'), cell: ({ name }) => name },
    { heading: t('health.column.k'), cell: ({ k }) => k },
    { heading: t('health.column.of'), cell: ({ n }) => n },
    { heading: t('health.column.percent'), cell: ({ k, n }) => (100 * k) / n },
    { heading: t('health.column.lower95'), cell: ({ limits }) => 100 * limits.inner.lower },
    { heading: t('health.column.upper95'), cell: ({ limits }) => 100 * limits.inner.upper },
    { heading: t('health.column.lower998'), cell: ({ limits }) => 100 * limits.outer.lower },
    { heading: t('health.column.upper998'), cell: ({ limits }) => 100 * limits.outer.upper },
  ];
}

function totalColumns({ t, locale }: Say): readonly TableColumn<MixedTotal>[] {
  return [
    { heading: t('health.column.when'), cell: ({ month }) => monthName(month, locale) },
    { heading: t('health.column.k'), cell: ({ total }) => total.k },
    { heading: t('health.column.of'), cell: ({ total }) => total.n },
    { heading: t('health.column.percent'), cell: ({ total }) => (100 * total.k) / total.n },
    { heading: t('health.column.sameMix'), cell: ({ sameMix }) => (sameMix === null ? null : 100 * sameMix) },
  ];
}

import { useId } from 'react';
import type { HealthMonth, TypeHealth } from '../../../src/contract/health';
import { TextButton } from '../../kit/layout/text-button';
import { JiraLink } from '../../kit/navigation/jira-link';
import { placeOf } from '../behind/place-of';
import { useBehind } from '../behind/use-behind';
import { effectsOf, stateJql, type Effect } from './effects';
import styles from './trends.module.css';
import { useSay } from '../../kit/numbers/use-say';

interface EffectCardsProps {
  readonly type: TypeHealth;
  readonly month: HealthMonth;
  readonly projectKey: string;
  /** Opens the table a number comes from. */
  readonly onShow: (table: Effect['leadsTo']) => void;
}

/** Delay, errors, rework and frustration, each with the way to its table (S-007). */
export function EffectCards({ type, month, projectKey, onShow }: EffectCardsProps) {
  const say = useSay();
  const headingId = useId();
  const { t } = say;
  const behind = useBehind(placeOf(projectKey, type, month));
  return (
    <section className={styles.part} aria-labelledby={headingId}>
      <h2 id={headingId} className={styles.title}>
        {t('health.effects.title')}
      </h2>
      <div className={styles.cards}>
        {effectsOf(say, type, month).map(({ id, value, leadsTo, figure, states }) => {
          const name = t(`health.effect.${id}`);
          return (
            <section key={id} className={styles.card}>
              <h3 className={styles.subtitle}>{name}</h3>
              <p>{value}</p>
              <p className={styles.ways}>
                <TextButton onClick={() => onShow(leadsTo)} label={t('health.effect.tableLabel', { effect: name })}>
                  {t('health.effect.table')}
                </TextButton>
                {figure !== null && behind.ask(figure, name)}
                {states !== null && (
                  <JiraLink to={{ kind: 'search', jql: stateJql(projectKey, states) }}>
                    {t(`health.effect.${id as 'delay' | 'errors'}.now`)}
                  </JiraLink>
                )}
              </p>
            </section>
          );
        })}
      </div>
      {behind.list}
    </section>
  );
}

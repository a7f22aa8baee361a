import Lozenge from '@atlaskit/lozenge';
import { useId } from 'react';
import type { GadgetHealth, GadgetMonth, GadgetType } from '../../src/contract/gadget';
import { isEnoughForTrends, LEAST_HANDOFFS } from '../../src/domain/metrics/enough-for-trends';
import { JiraLink } from '../kit/navigation/jira-link';
import { TRENDS_PATH } from '../kit/navigation/project-target';
import { waitingPath } from '../kit/navigation/waiting-target';
import { monthName } from '../kit/time/month-name';
import { sayHours, sayShare } from '../kit/numbers/say-numbers';
import { useSay } from '../kit/numbers/use-say';
import styles from './gadget.module.css';

interface TypePartProps {
  readonly type: GadgetType;
  readonly health: GadgetHealth;
}

/** One type: what waits now, and the last whole month; one sentence where it had too few handoffs for shares (experience.md 7). */
export function TypePart({ type, health: { project, month, isWaitingCut } }: TypePartProps) {
  const say = useSay();
  const headingId = useId();
  const { t, locale } = say;
  const page = { kind: 'page', moduleKey: 'handoffs', projectKey: project.key } as const;
  const numbers = type.month;
  const isEnough = numbers !== null && isEnoughForTrends([numbers]);
  return (
    <section className={styles.type} aria-labelledby={headingId}>
      <h2 id={headingId} className={styles.title}>
        {type.name}
      </h2>
      <p>
        <JiraLink to={{ ...page, path: waitingPath(type.typeId) }}>
          {t(isWaitingCut ? 'gadget.waitingAtLeast' : 'gadget.waiting', { count: type.waiting })}
        </JiraLink>
      </p>
      <h3 className={styles.month}>
        {monthName(month, locale)}
        {isEnough && numbers.isProvisional && <Lozenge appearance="inprogress">{t('health.provisional')}</Lozenge>}
      </h3>
      {isEnough ? (
        <>
          <Numbers month={numbers} />
          {numbers.isCut === true && <p className={styles.quiet}>{t('health.cut')}</p>}
          <JiraLink to={{ ...page, path: TRENDS_PATH }} label={t('gadget.trendsOf', { type: type.name })}>
            {t('health.title')}
          </JiraLink>
        </>
      ) : (
        <p className={styles.quiet}>
          {numbers === null ? t('gadget.none') : t('gadget.few', { count: numbers.offered, from: LEAST_HANDOFFS })}
        </p>
      )}
    </section>
  );
}

/** Each number with what it was worked out from. */
function Numbers({ month: { dropped, firstPass, cycleWorking } }: { readonly month: GadgetMonth }) {
  const say = useSay();
  const { t } = say;
  const rows = [
    { name: t('health.rate.dropped'), value: sayShare(say, dropped) },
    { name: t('health.rate.firstPass'), value: sayShare(say, firstPass) },
    { name: t('gadget.median'), value: t('gadget.medianOf', { time: sayHours(say, cycleWorking.p50), count: cycleWorking.n }) },
  ];
  return (
    <dl className={styles.numbers}>
      {rows.map(({ name, value }) => (
        <div key={name}>
          <dt className={styles.quiet}>{name}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

import { useId } from 'react';
import type { HealthMonth, HealthView, TypeHealth } from '../../../src/contract/health';
import { couldGo } from '../../../src/domain/metrics/could-go';
import { JiraLink } from '../../kit/navigation/jira-link';
import { settingsPath } from '../../kit/navigation/settings-target';
import { useDiscuss } from '../review/use-discuss';
import { placeOf } from '../behind/place-of';
import { useBehind } from '../behind/use-behind';
import { chainWarning } from './chain-warning';
import { monthsUpTo } from './choose-view';
import { missedMost, MONTHS_TO_CHANGE } from './missed-items';
import { sayShare } from '../../kit/numbers/say-numbers';
import type { TrendsPlace } from './trends';
import styles from './trends.module.css';
import { useSay } from '../../kit/numbers/use-say';

interface ChangeListProps {
  readonly health: HealthView;
  readonly type: TypeHealth;
  readonly month: HealthMonth;
  readonly place: TrendsPlace;
}

/** What to change: the items missed most over three months, a handoff that may not be needed (S-129), and work items that are handed on too often (S-128). */
export function ChangeList({ health, type, month, place: { project, isProjectAdmin } }: ChangeListProps) {
  const say = useSay();
  const { t } = say;
  const headingId = useId();
  const discuss = useDiscuss(type.typeId);
  const year = health.months.indexOf(month.month) + 1;
  const recent = monthsUpTo(health, type, month.month, MONTHS_TO_CHANGE);
  const missed = missedMost(recent, type.titles);
  const going = couldGo(recent, monthsUpTo(health, type, month.month, year));
  const chains = chainWarning({ t }, month);
  const behind = useBehind(placeOf(project.key, type, month));
  return (
    <section className={styles.part} aria-labelledby={headingId}>
      <h2 id={headingId} className={styles.title}>
        {t('project.month.change')}
      </h2>
      {missed.length === 0 && going === null && <p className={styles.quiet}>{t('health.change.nothing', { months: MONTHS_TO_CHANGE })}</p>}
      {missed.length > 0 && (
        <ul className={styles.lines}>
          {missed.map(({ itemId, title, handoffs }) => (
            <li key={itemId} className={styles.ways}>
              <p>{t('health.change.missed', { title, count: handoffs, months: MONTHS_TO_CHANGE })}</p>
              {isProjectAdmin && (
                <JiraLink
                  to={{
                    kind: 'page',
                    moduleKey: 'handoff-settings',
                    projectKey: project.key,
                    path: settingsPath({ typeId: type.typeId, itemId }),
                  }}
                  label={t('health.change.editLabel', { title })}
                >
                  {t('project.month.editItem')}
                </JiraLink>
              )}
            </li>
          ))}
        </ul>
      )}
      {missed.length > 0 && !isProjectAdmin && <p className={styles.quiet}>{t('project.month.askAdmin')}</p>}
      {going !== null && (
        <div className={styles.ways}>
          <p>{t('health.change.couldGo', { months: MONTHS_TO_CHANGE, share: sayShare(say, going), year })}</p>
          {discuss({ key: 'review.signal.couldGo' })}
        </div>
      )}
      {chains !== null && (
        <p>
          {chains} {(month.longChains ?? 0) > 0 && behind.ask('longChain', t('behind.of.longChain'))}
        </p>
      )}
      {behind.list}
    </section>
  );
}

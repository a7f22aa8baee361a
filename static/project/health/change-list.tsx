import { useId } from 'react';
import type { HealthMonth, HealthView, TypeHealth } from '../../../src/contract/health';
import { JiraLink } from '../../kit/navigation/jira-link';
import { settingsPath } from '../../kit/navigation/settings-target';
import { useText } from '../../kit/text/use-text';
import { chainWarning } from './chain-warning';
import { monthsUpTo } from './choose-view';
import { missedMost, MONTHS_TO_CHANGE } from './missed-items';
import type { TrendsPlace } from './trends';
import styles from './trends.module.css';

interface ChangeListProps {
  readonly health: HealthView;
  readonly type: TypeHealth;
  readonly month: HealthMonth;
  readonly place: TrendsPlace;
}

/** What to change: the items missed most over three months, and work items that are handed on too often (S-128). */
export function ChangeList({ health, type, month, place: { project, isProjectAdmin } }: ChangeListProps) {
  const t = useText();
  const headingId = useId();
  const missed = missedMost(monthsUpTo(health, type, month.month, MONTHS_TO_CHANGE), type.titles);
  const chains = chainWarning({ t }, month);
  return (
    <section className={styles.part} aria-labelledby={headingId}>
      <h2 id={headingId} className={styles.title}>
        {t('project.month.change')}
      </h2>
      {missed.length === 0 && <p className={styles.quiet}>{t('health.change.nothing', { months: MONTHS_TO_CHANGE })}</p>}
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
      {chains !== null && <p>{chains}</p>}
    </section>
  );
}

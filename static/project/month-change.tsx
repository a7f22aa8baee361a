import type { MonthInBrief } from '../../src/contract/project-home';
import { JiraLink } from '../kit/navigation/jira-link';
import { settingsPath } from '../kit/navigation/settings-target';
import { useText } from '../kit/text/use-text';
import styles from './months-panel.module.css';

interface MonthChangeProps {
  readonly mostMissed: MonthInBrief['mostMissed'];
  readonly projectKey: string;
  readonly isProjectAdmin: boolean;
}

/** The one thing to change: the item missed most often, with the way to it for those who may change it. */
export function MonthChange({ mostMissed, projectKey, isProjectAdmin }: MonthChangeProps) {
  const t = useText();
  return (
    <div className={styles.change}>
      <h3 className={styles.changeTitle}>{t('project.month.change')}</h3>
      {mostMissed === null ? (
        <p>{t('project.month.nothingMissed')}</p>
      ) : (
        <>
          <p>{t('project.month.missed', { title: mostMissed.title, type: mostMissed.typeName, count: mostMissed.times })}</p>
          {isProjectAdmin ? (
            <JiraLink to={{ kind: 'page', moduleKey: 'handoff-settings', projectKey, path: settingsPath(mostMissed) }}>
              {t('project.month.editItem')}
            </JiraLink>
          ) : (
            <p className={styles.hint}>{t('project.month.askAdmin')}</p>
          )}
        </>
      )}
    </div>
  );
}

import Spinner from '@atlaskit/spinner';
import { ErrorStrip } from '../kit/feedback/error-strip';
import { Help } from '../kit/help/help';
import { JiraLink } from '../kit/navigation/jira-link';
import { playbookPath } from '../kit/navigation/playbook-target';
import { useText } from '../kit/text/use-text';
import { MonthsPanel } from './months-panel';
import { OffNotice } from './off-notice';
import styles from './project-page.module.css';
import { SentList } from './sent-list';
import { ToRateList } from './to-rate-list';
import { useProjectHome } from './use-project-home';
import { WaitingInProject } from './waiting-in-project';
import { WaitingList } from './waiting-list';
import { WithReviews } from './with-reviews';
import { WithTrends } from './with-trends';

/** What waits for me, what I can rate, what I sent, and how handoffs went this month (experience.md 7). */
export function ProjectPage() {
  const t = useText();
  const { home, error, isLoading, refresh, refreshAll, showRating } = useProjectHome();

  if (home === undefined) {
    return isLoading ? (
      <div className={styles.waiting}>
        <Spinner label={t('project.loading')} size="large" />
      </div>
    ) : (
      <div className={styles.fault}>
        <ErrorStrip error={error} onRetry={() => void refresh()} />
      </div>
    );
  }
  if (!home.on) return <OffNotice project={home.project} isProjectAdmin={home.viewer.isProjectAdmin} />;
  return (
    <WithReviews home={home} onChanged={() => void refresh()}>
      <WithTrends home={home}>
        <div className={styles.lists}>
          <div className={styles.more}>
            <JiraLink to={{ kind: 'page', moduleKey: 'playbook', path: playbookPath({ projectKey: home.project.key }) }}>
              {t('project.playbook')}
            </JiraLink>
            <Help />
          </div>
          {error !== null && <ErrorStrip error={error} onRetry={() => void refresh()} />}
          <WaitingList home={home} onDecided={() => void refreshAll()} />
          <WaitingInProject home={home} onDecided={() => void refresh()} />
          <ToRateList home={home} onRated={showRating} />
          <SentList home={home} />
        </div>
        <MonthsPanel home={home} />
      </WithTrends>
    </WithReviews>
  );
}

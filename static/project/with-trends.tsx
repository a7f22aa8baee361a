import { lazy, Suspense, useId, useState, type ReactNode } from 'react';
import Spinner from '@atlaskit/spinner';
import type { ProjectHome } from '../../src/contract/project-home';
import { ErrorStrip } from '../kit/feedback/error-strip';
import { parseProjectTab, type ProjectTab } from '../kit/navigation/project-target';
import { panelId, tabId, Tabs } from '../kit/navigation/tabs';
import { useSurface } from '../kit/surface/surface-context';
import { useText } from '../kit/text/use-text';
import page from './project-page.module.css';
import { useHealth, type Health } from './use-health';
import styles from './with-trends.module.css';

const Trends = lazy(() => import('./health/trends'));

interface WithTrendsProps {
  readonly home: ProjectHome;
  /** What the project page is without *Trends*. */
  readonly children: ReactNode;
}

/** The project page's parts: its lists, and beside them *Trends* as soon as there are enough handoffs for any (experience.md 7). */
export function WithTrends({ home, children }: WithTrendsProps) {
  const t = useText();
  const { extension } = useSurface();
  const group = useId();
  const [asked, setAsked] = useState<ProjectTab>(() => parseProjectTab(extension['location']));
  const health = useHealth(home, asked === 'trends');
  const shown = health.hasTrends ? asked : 'handoffs';
  const panel = (id: ProjectTab) =>
    health.hasTrends ? { role: 'tabpanel', id: panelId(group, id), 'aria-labelledby': tabId(group, id), hidden: shown !== id } : {};
  return (
    <main>
      {health.hasTrends && (
        <div className={styles.tabs}>
          <Tabs
            label={t('project.title')}
            group={group}
            tabs={[
              { id: 'handoffs', name: t('project.title') },
              { id: 'trends', name: t('health.title') },
            ]}
            shown={shown}
            onShow={setAsked}
          />
        </div>
      )}
      {/* Stays where it is while it is hidden: what somebody was writing in an open handoff is still there afterwards. */}
      <div className={page.page} {...panel('handoffs')}>
        {children}
      </div>
      {health.hasTrends && (
        <div className={styles.panel} {...panel('trends')}>
          {shown === 'trends' && <Opened health={health} home={home} />}
        </div>
      )}
    </main>
  );
}

function Opened({ health: { health, error, retry }, home }: { readonly health: Health; readonly home: ProjectHome }) {
  const t = useText();
  const waiting = <Spinner label={t('health.loading')} size="large" />;
  if (health === undefined) return error === null ? waiting : <ErrorStrip error={error} onRetry={retry} />;
  return (
    <Suspense fallback={waiting}>
      <Trends
        health={health}
        project={home.project}
        isProjectAdmin={home.viewer.isProjectAdmin}
        {...(home.reviews === undefined ? {} : { reviews: home.reviews })}
      />
    </Suspense>
  );
}

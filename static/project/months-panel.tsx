import { lazy, Suspense, useId } from 'react';
import type { MonthInBrief, ProjectHome } from '../../src/contract/project-home';
import { Fold } from '../kit/layout/fold';
import { useSurface } from '../kit/surface/surface-context';
import { useText } from '../kit/text/use-text';
import { monthName } from '../kit/time/month-name';
import { MonthChange } from './month-change';
import { MonthNumbers } from './month-numbers';
import styles from './months-panel.module.css';

const ReviewLines = lazy(() => import('./review/review-lines'));

/**
 * *This month* in sentences, with what to change on top, open from the start. The month before is folded once this one has
 * enough ratings to show them: early in a month the one before says more.
 */
export function MonthsPanel({ home }: { readonly home: ProjectHome }) {
  const t = useText();
  const headingId = useId();
  const { locale } = useSurface();
  const [current, ...earlier] = home.months;
  const isEmpty = current === undefined || current.handoffs === 0;
  const isYoung = isEmpty || !current.ratings.shown;
  return (
    <aside className={styles.panel} aria-labelledby={headingId}>
      <section aria-labelledby={headingId}>
        <h2 id={headingId} className={styles.title}>
          {t('project.month.title')}
          {current !== undefined && <span className={styles.period}>{monthName(current.month, locale)}</span>}
        </h2>
        <div className={styles.card}>
          {isEmpty ? <p className={styles.none}>{t('project.month.none')}</p> : <Month month={current} home={home} />}
        </div>
      </section>
      {earlier.map((month) => (
        <Fold key={month.month} summary={monthName(month.month, locale)} startsOpen={isYoung}>
          <Month month={month} home={home} />
        </Fold>
      ))}
      {home.reviews !== undefined && (
        <Suspense fallback={null}>
          <ReviewLines lines={home.reviews} people={home.people} />
        </Suspense>
      )}
    </aside>
  );
}

function Month({ month, home }: { readonly month: MonthInBrief; readonly home: ProjectHome }) {
  return (
    <div className={styles.month}>
      <MonthChange mostMissed={month.mostMissed} projectKey={home.project.key} isProjectAdmin={home.viewer.isProjectAdmin} />
      <MonthNumbers month={month} projectKey={home.project.key} />
    </div>
  );
}

import { Fragment, useId } from 'react';
import type { HealthView } from '../../../src/contract/health';
import type { LookedAfter } from '../../../src/domain/type/looked-after';
import { JiraLink } from '../../kit/navigation/jira-link';
import { sectionPath } from '../../kit/navigation/settings-target';
import { sayShare } from '../../kit/numbers/say-numbers';
import type { TrendsPlace } from './trends';
import styles from './trends.module.css';
import { useSay } from '../../kit/numbers/use-say';

/** Where in the settings it is mended. */
const SECTION = { page: 'playbook', champion: 'playbook', audit: 'audit' } as const satisfies Record<LookedAfter['about'], string>;

interface LookedAfterCardProps {
  readonly health: Pick<HealthView, 'lookedAfter' | 'auditsInTime'>;
  readonly place: TrendsPlace;
}

/**
 * How many types are looked after in which way, and which are not, for admins with the way there (M19); and how much of what reviews and
 * audits asked for was done by its day (M20). All types are counted, not a sample of them, so the first have no interval.
 */
export function LookedAfterCard({
  health: { lookedAfter: lines = [], auditsInTime },
  place: { project, isProjectAdmin, reviews = [] },
}: LookedAfterCardProps) {
  const say = useSay();
  const headingId = useId();
  const { t } = say;
  const shares = [...reviews.flatMap((line) => line.inTime ?? []), ...(auditsInTime === undefined ? [] : [auditsInTime])];
  const inTime = { k: shares.reduce((sum, { k }) => sum + k, 0), n: shares.reduce((sum, { n }) => sum + n, 0) };
  if (lines.length === 0 && inTime.n === 0) return null;
  return (
    <section className={styles.card} aria-labelledby={headingId}>
      <h2 id={headingId} className={styles.title}>
        {t('health.kept.title')}
      </h2>
      <ul className={styles.lines}>
        {lines.map(({ about, of, missing }) => (
          <li key={about}>
            {t(`health.kept.${about}`, { k: of - missing.length, n: of })}
            {missing.length > 0 && (
              <>
                {'. '}
                {t('health.kept.missing')}{' '}
                {missing.map(({ typeId, name }, index) => (
                  <Fragment key={typeId}>
                    {index > 0 && ', '}
                    {isProjectAdmin ? (
                      <JiraLink
                        to={{
                          kind: 'page',
                          moduleKey: 'handoff-settings',
                          projectKey: project.key,
                          path: sectionPath(SECTION[about], typeId),
                        }}
                        label={t(`health.kept.${about}Of`, { name })}
                        className={styles.link}
                      >
                        {name}
                      </JiraLink>
                    ) : (
                      name
                    )}
                  </Fragment>
                ))}
              </>
            )}
          </li>
        ))}
        {inTime.n > 0 && <li>{t('health.kept.inTime', { share: sayShare(say, inTime) })}</li>}
      </ul>
    </section>
  );
}

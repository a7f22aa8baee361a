import { useId } from 'react';
import type { HealthView, TypeHealth } from '../../../src/contract/health';
import { CHART_MONTHS } from '../../../src/domain/metrics/baseline';
import { JiraLink } from '../../kit/navigation/jira-link';
import { sectionPath } from '../../kit/navigation/settings-target';
import { sayDecimal, sayPercentTick, type Say } from '../../kit/numbers/say-numbers';
import { expectedFalse, trendCharts } from './trend-charts';
import { TrendSection } from './trend-section';
import type { TrendsPlace } from './trends';
import styles from './trends.module.css';
import { useSay } from '../../kit/numbers/use-say';

interface ChartListProps {
  readonly health: HealthView;
  readonly type: TypeHealth;
  readonly tableId: (table: string) => string;
  readonly fileName: string;
  readonly place: TrendsPlace;
}

/** The charts of one type over the last year and a half, with how many of them would signal although nothing changed. */
export function ChartList({ health, type, tableId, fileName, place }: ChartListProps) {
  const say = useSay();
  const headingId = useId();
  const all = trendCharts(health, type);
  const { charts, expected } = expectedFalse(all);
  return (
    <section className={styles.part} aria-labelledby={headingId}>
      <h2 id={headingId} className={styles.title}>
        {say.t('health.charts.title', { months: CHART_MONTHS })}
      </h2>
      {all.some(({ stretches }) => stretches.some(({ limited }) => limited !== null)) && (
        <p className={styles.quiet}>{say.t('health.charts.legend')}</p>
      )}
      {charts > 0 && (
        <p className={styles.quiet}>{say.t('health.charts.chance', { count: charts, expected: sayExpected(say, charts, expected) })}</p>
      )}
      {place.isProjectAdmin && charts > 0 && (
        <p>
          <JiraLink
            to={{
              kind: 'page',
              moduleKey: 'handoff-settings',
              projectKey: place.project.key,
              path: sectionPath('numbers', type.typeId),
            }}
            label={say.t('health.limits.beginLabel', { type: type.name })}
          >
            {say.t('health.limits.begin')}
          </JiraLink>
        </p>
      )}
      <div className={styles.charts}>
        {all.map((chart) => (
          <TrendSection
            key={chart.id}
            typeId={type.typeId}
            chart={chart}
            tableId={tableId(chart.id)}
            fileName={`${fileName}-${chart.id}`}
          />
        ))}
      </div>
    </section>
  );
}

/** Of one chart a probability, of several how many of them. */
function sayExpected(say: Say, charts: number, expected: number): string {
  return charts === 1 ? sayPercentTick(say, Math.round(expected * 100) / 100) : sayDecimal(say, expected, 1);
}

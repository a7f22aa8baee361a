import { useId } from 'react';
import { LEAST_POINTS } from '../../../src/domain/metrics/chart-signals';
import { Strip } from '../../kit/feedback/strip';
import { Fold } from '../../kit/layout/fold';
import { useDiscuss } from '../review/use-discuss';
import { NumberTable } from '../../kit/numbers/number-table';
import { Plot } from './plot';
import { sayLimits, saySignals, sayStreak, trendColumns } from './say-trend';
import type { TrendChart } from './trend-charts';
import { trendShape } from './trend-shape';
import styles from './trends.module.css';
import { useSay } from '../../kit/numbers/use-say';

interface TrendSectionProps {
  readonly typeId: string;
  readonly chart: TrendChart;
  /** Id of the place its table is found at. */
  readonly tableId: string;
  readonly fileName: string;
}

/** One chart over time: first in words, then drawn once it has enough points, and always as a table. */
export function TrendSection({ typeId, chart, tableId, fileName }: TrendSectionProps) {
  const say = useSay();
  const headingId = useId();
  const discuss = useDiscuss(typeId);
  const { t } = say;
  const name = t(`health.chart.${chart.id}`);
  const words = saySignals(say, chart);
  const streak = sayStreak(say, chart);
  const isSignal = chart.newest.limited?.signals.isSignal === true;
  return (
    <section className={styles.card} aria-labelledby={headingId}>
      <h3 id={headingId} className={styles.subtitle}>
        {name}
      </h3>
      <p className={styles.quiet}>{t(`health.chart.${chart.id}.counts`)}</p>
      {isSignal && (
        <Strip tone="information" actions={discuss({ key: 'review.signal.chart', name })}>
          {words.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Strip>
      )}
      {!isSignal && words.map((sentence) => <p key={sentence}>{sentence}</p>)}
      {streak !== null && <p>{streak}</p>}
      {sayLimits(say, chart).map((sentence) => (
        <p key={sentence} className={styles.quiet}>
          {sentence}
        </p>
      ))}
      {chart.stretches.every(({ limited }) => limited === null) ? (
        <p>{t(`health.chart.${chart.id}.from`, { from: LEAST_POINTS, count: chart.points.length })}</p>
      ) : (
        <Plot name={name} shape={trendShape(say, chart)} />
      )}
      <div id={tableId}>
        <Fold summary={t('health.data')}>
          {chart.points.length === 0 ? (
            <p className={styles.quiet}>{t('health.data.none')}</p>
          ) : (
            <NumberTable name={name} fileName={fileName} columns={trendColumns(say, chart)} rows={chart.points} />
          )}
        </Fold>
      </div>
    </section>
  );
}

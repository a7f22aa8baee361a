import type { ReactNode } from 'react';
import { Fold } from '../../kit/layout/fold';
import { useText } from '../../kit/text/use-text';
import { Moment } from '../../kit/time/moment';
import { useNames } from '../data/card-context';
import type { Reading, ReadingOrder } from '../model/reading';
import { LinkedText } from './linked-text';
import styles from './reading.module.css';
import { useValueText } from './value-text';

interface ReadingViewProps {
  readonly readings: ReadingOrder;
  /** What stands at the end of each row, for example *Mark as missing*. */
  readonly mark?: (reading: Reading) => ReactNode;
}

/** What was handed over, for reading: the recommendation first. */
export function ReadingView({ readings, mark }: ReadingViewProps) {
  const t = useText();
  const row = (reading: Reading): ReactNode => <ReadingRow key={reading.field} reading={reading} mark={mark?.(reading)} />;
  return (
    <div className={styles.columns}>
      {readings.first.length > 0 && <dl className={styles.list}>{readings.first.map(row)}</dl>}
      {(readings.items.length > 0 || readings.more.length > 0) && (
        <div className={styles.rest}>
          {readings.items.length > 0 && <dl className={styles.list}>{readings.items.map(row)}</dl>}
          {readings.more.length > 0 && (
            <Fold summary={t('handoff.moreNotes', { titles: readings.more.map(({ title }) => title).join(', ') })}>
              <dl className={styles.list}>{readings.more.map(row)}</dl>
            </Fold>
          )}
        </div>
      )}
    </div>
  );
}

function ReadingRow({ reading, mark }: { readonly reading: Reading; readonly mark: ReactNode }) {
  const t = useText();
  const names = useNames();
  const { by, at, title } = reading;
  return (
    <div className={styles.row}>
      <dt className={styles.title}>
        <span>{title}</span>
        {mark}
      </dt>
      <dd className={styles.content}>
        <Content reading={reading} />
        {reading.reused === true && <span className={styles.entered}>{t('handoff.reused')}</span>}
        {by !== null && at !== null && (
          <span className={styles.entered}>
            {names.person(by)} · <Moment at={at} />
          </span>
        )}
      </dd>
    </div>
  );
}

function Content({ reading }: { readonly reading: Reading }) {
  const t = useText();
  const valueText = useValueText();
  const { content } = reading;
  if (content.kind === 'section') return <LinkedText text={content.text} />;
  if (content.kind === 'onWorkItem') {
    if (content.count !== null) return <>{t('handoff.attached', { count: content.count })}</>;
    return <>{(content.values ?? []).length > 0 ? content.values?.join(', ') : t('handoff.fieldFilled')}</>;
  }
  return <LinkedText text={valueText(content)} />;
}

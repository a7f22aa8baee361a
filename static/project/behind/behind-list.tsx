import { useEffect, useId } from 'react';
import { useQuery } from '@tanstack/react-query';
import Spinner from '@atlaskit/spinner';
import type { NumberItems } from '../../../src/contract/number-items';
import { call } from '../../kit/bridge/call';
import { toCsv } from '../../kit/export/csv';
import { downloadFile } from '../../kit/export/download-file';
import { announce } from '../../kit/feedback/announce';
import { ErrorStrip } from '../../kit/feedback/error-strip';
import { TextButton } from '../../kit/layout/text-button';
import { JiraLink } from '../../kit/navigation/jira-link';
import { sayHours, type Say } from '../../kit/numbers/say-numbers';
import { useSay } from '../../kit/numbers/use-say';
import styles from './behind.module.css';
import { questionOf, type BehindFigure, type NumberPlace } from './number-place';

interface BehindListProps {
  readonly place: NumberPlace;
  readonly figure: BehindFigure;
}

type Item = NumberItems['items'][number];

/** The work items behind one number, as far as the reader may see them, and what else counted as a number alone. */
export default function BehindList({ place, figure }: BehindListProps) {
  const say = useSay();
  const { t } = say;
  const headingId = useId();
  const { typeId, month, asOf } = place;
  const { data, error, refetch } = useQuery({
    queryKey: ['project.numberItems', typeId, month, figure, asOf],
    queryFn: () => call('project.numberItems', { typeId, month, figure, asOf }),
  });
  const name = t(`behind.of.${figure}`);
  const found = data?.items.length;
  useEffect(() => {
    if (found !== undefined) announce(t('behind.found', { count: found }));
  }, [found, t]);
  return (
    <section className={styles.list} aria-labelledby={headingId} aria-busy={data === undefined && error === null}>
      <h3 id={headingId} className={styles.title}>
        {name}
      </h3>
      <ErrorStrip error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Spinner label={t('behind.loading')} />}
      {data !== undefined && <Found found={data} name={name} place={place} figure={figure} />}
    </section>
  );
}

function Found({ found, name, place, figure }: BehindListProps & { readonly found: NumberItems; readonly name: string }) {
  const say = useSay();
  const { t } = say;
  const { items, hidden, beyond, isCut } = found;
  const isTime = questionOf(figure) === 'slowest';
  const save = (): void => {
    const columns = [
      { heading: t('project.csv.key'), cell: ({ key }: Item) => key },
      { heading: t('project.csv.summary'), cell: ({ summary }: Item) => summary },
      { heading: t(isTime ? 'behind.column.hours' : 'behind.column.times'), cell: ({ amount }: Item) => amount },
    ];
    downloadFile(`${[place.projectKey, place.typeId ?? 'all', place.month, figure].join('-')}.csv`, 'text/csv', toCsv(columns, items));
  };
  return (
    <>
      {items.length > 0 && (
        <>
          <ul className={styles.items}>
            {items.map(({ key, summary, amount }, index) => (
              <li key={index} className={styles.item}>
                <JiraLink to={{ kind: 'workItem', key }} label={t('behind.open.item', { key, title: summary })} className={styles.link}>
                  <span className={styles.key}>{key}</span> {summary}
                </JiraLink>
                <span className={styles.amount}>{sayAmount(say, figure, amount)}</span>
              </li>
            ))}
          </ul>
          <p className={styles.ways}>
            <JiraLink to={{ kind: 'search', jql: itemsJql(items) }}>{t('project.open.search')}</JiraLink>
            <TextButton onClick={save} label={t('project.exportOf', { list: name })}>
              {t('project.export')}
            </TextButton>
          </p>
        </>
      )}
      {items.length + hidden + beyond === 0 && <p className={styles.quiet}>{t(figure === 'open' ? 'behind.none.open' : 'behind.none')}</p>}
      {hidden > 0 && <p className={styles.quiet}>{t('behind.hidden', { count: hidden })}</p>}
      {beyond > 0 && <p className={styles.quiet}>{t('behind.beyond', { count: beyond })}</p>}
      {isCut === true && <p className={styles.quiet}>{t('behind.cut')}</p>}
    </>
  );
}

/** Its hours, or how often it counts where that can be more than once; empty where that says nothing. */
function sayAmount(say: Say, figure: BehindFigure, amount: number): string {
  if (questionOf(figure) === 'slowest') return sayHours(say, amount);
  if (figure === 'questions' || figure === 'unanswered') return say.t('behind.questions', { count: amount });
  return amount > 1 ? say.t('behind.times', { count: amount }) : '';
}

/** These work items as a search of Jira: only ones the reader sees, since Jira refuses a search that names another. */
function itemsJql(items: readonly Item[]): string {
  const keys = [...new Set(items.map(({ key }) => `"${key}"`))];
  return `key in (${keys.join(', ')}) ORDER BY created DESC`;
}

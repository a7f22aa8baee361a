import Button from '@atlaskit/button/new';
import type { RefObject } from 'react';
import type { AuditView } from '../../../src/contract/audit';
import type { FinishedRun } from '../../../src/domain/ten-questions/audit-content';
import { Strip } from '../../kit/feedback/strip';
import { TextButton } from '../../kit/layout/text-button';
import { personName } from '../../kit/people/person-name';
import { useSurface } from '../../kit/surface/surface-context';
import { useText } from '../../kit/text/use-text';
import { formatDay } from '../../kit/time/format-day';
import actionBar from '../../kit/layout/action-bar.module.css';
import styles from './audit.module.css';
import { TodoTable, type TodoTableProps } from './todo-table';
import { useAuditExport } from './use-audit-export';

interface AuditResultProps {
  readonly name: string;
  readonly projectKey: string;
  readonly result: FinishedRun;
  readonly people: AuditView['people'];
  /** The next one is due: beginning it is what to do here. */
  readonly isDue: boolean;
  readonly headingRef: RefObject<HTMLHeadingElement>;
  readonly onBegin: () => void;
  readonly onMark: TodoTableProps['onMark'];
}

/** What came of an audit: whether the handoff comes first, what is to be done with the simplest first, and when the questions come again. */
export function AuditResult({ name, projectKey, result, people, isDue, headingRef, onBegin, onMark }: AuditResultProps) {
  const t = useText();
  const { locale } = useSurface();
  const exportRun = useAuditExport(name, projectKey, people);
  const { finished, noCount, priority, nextDueOn } = result;
  const summary = noCount === 0 ? t('audit.result.none') : t(priority ? 'audit.result.first' : 'audit.result.some', { count: noCount });
  return (
    <>
      <div className={styles.intro}>
        <h3 className={styles.name} ref={headingRef} tabIndex={-1}>
          {name}
        </h3>
        <p className={styles.subtle}>
          {t('audit.result.finished', {
            day: formatDay(finished.at.slice(0, 10), locale),
            name: personName(people, finished.by, t('common.formerUser')),
          })}{' '}
          {!isDue && t('audit.result.next', { day: formatDay(nextDueOn, locale) })}
        </p>
      </div>
      <Strip tone={priority ? 'warning' : noCount === 0 ? 'success' : 'information'} announced={summary}>
        {summary}
      </Strip>
      <TodoTable run={result} people={people} onMark={onMark} />
      <div className={actionBar.actions}>
        {isDue ? (
          <Button appearance="primary" onClick={onBegin}>
            {t('audit.begin')}
          </Button>
        ) : (
          <TextButton onClick={onBegin}>{t('audit.begin')}</TextButton>
        )}
        <TextButton onClick={() => exportRun(result)}>{t('audit.export')}</TextButton>
      </div>
    </>
  );
}

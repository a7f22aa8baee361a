import type { AuditView } from '../../../src/contract/audit';
import type { FinishedRun } from '../../../src/domain/ten-questions/audit-content';
import { Fold } from '../../kit/layout/fold';
import { TextButton } from '../../kit/layout/text-button';
import { useSurface } from '../../kit/surface/surface-context';
import { useText } from '../../kit/text/use-text';
import { formatDay } from '../../kit/time/format-day';
import styles from './audit.module.css';
import { TodoTable, type TodoTableProps } from './todo-table';
import { useAuditExport } from './use-audit-export';

interface AuditHistoryProps {
  readonly runs: readonly FinishedRun[];
  readonly people: AuditView['people'];
  readonly name: string;
  readonly projectKey: string;
  readonly onMark: TodoTableProps['onMark'];
}

/** Finished audits, newest first, folded; nothing where there are none. */
export function AuditHistory({ runs, people, name, projectKey, onMark }: AuditHistoryProps) {
  const t = useText();
  const { locale } = useSurface();
  const exportRun = useAuditExport(name, projectKey, people);
  if (runs.length === 0) return null;
  return (
    <Fold summary={t('audit.history', { count: runs.length })}>
      <ul className={styles.history}>
        {runs.map((run) => {
          const day = formatDay(run.finished.at.slice(0, 10), locale);
          return (
            <li key={run.finished.at}>
              <p>
                {t('audit.history.line', { day, count: run.noCount })}{' '}
                <TextButton onClick={() => exportRun(run)} label={t('audit.exportOf', { day })}>
                  {t('audit.export')}
                </TextButton>
              </p>
              <TodoTable run={run} people={people} onMark={onMark} />
            </li>
          );
        })}
      </ul>
    </Fold>
  );
}

import Spinner from '@atlaskit/spinner';
import { useState } from 'react';
import type { ProjectHome } from '../../src/contract/project-home';
import { ErrorStrip } from '../kit/feedback/error-strip';
import { TextButton } from '../kit/layout/text-button';
import { JiraLink } from '../kit/navigation/jira-link';
import { useText } from '../kit/text/use-text';
import { EmbeddedHandoff } from './embedded-handoff';
import lists from './handoff-list.module.css';
import { HandoffRow } from './handoff-row';
import { OpenFilters } from './open-filters';
import { openJql } from './open-jql';
import styles from './open-list.module.css';
import { RowFacts } from './row-facts';
import { useListExport } from './use-list-export';
import { useOpenRows } from './use-open-rows';

interface OpenListProps {
  readonly home: ProjectHome;
  /** Type a link asked for; null: all. */
  readonly startTypeId: string | null;
  /** The viewer decided about one of them: their own lists are no longer what they were. */
  readonly onDecided: () => void;
}

/** What waits in the project, in parts of at most 100. A row opens the handoff in place and stays where it is after a decision. */
export default function OpenList({ home, startTypeId, onDecided }: OpenListProps) {
  const t = useText();
  const list = useOpenRows(startTypeId);
  const { filter, rows, people } = list;
  const [openId, setOpenId] = useState<string | null>(null);
  const exportRows = useListExport('open', { ...home, people });

  if (!list.isLoaded)
    return list.error === null ? <Spinner label={t('project.loading')} /> : <ErrorStrip error={list.error} onRetry={list.reload} />;
  const isFiltered = filter.typeId !== null || filter.state !== null || filter.overdueOnly;
  return (
    <div className={styles.list} aria-busy={list.isLoading}>
      <OpenFilters filter={filter} types={list.types} hasDue={list.hasDue} onChange={list.setFilter} />
      <div className={styles.line}>
        <p role="status" className={styles.count}>
          {list.hasMore ? t('project.open.firstShown', { count: rows.length }) : t('project.open.shown', { count: rows.length })}
        </p>
        <div className={lists.actions}>
          <JiraLink to={{ kind: 'search', jql: openJql(home.project.key, filter.state) }}>
            {t(filter.typeId === null ? 'project.open.search' : 'project.open.searchAllTypes')}
          </JiraLink>
          {rows.length > 0 && (
            <TextButton onClick={() => exportRows(rows)} label={t('project.exportOf', { list: t('project.open.title') })}>
              {t('project.export')}
            </TextButton>
          )}
        </div>
      </div>
      {list.error !== null && <ErrorStrip error={list.error} onRetry={list.reload} />}
      {rows.length === 0 ? (
        <p className={lists.empty}>{t(isFiltered ? 'project.open.noneFit' : 'project.open.empty')}</p>
      ) : (
        <ul className={lists.rows}>
          {rows.map((row) => (
            <HandoffRow
              key={row.handoffId}
              row={row}
              facts={<RowFacts row={row} people={people} side="open" />}
              isOpen={row.handoffId === openId}
              onToggle={() => setOpenId(row.handoffId === openId ? null : row.handoffId)}
            >
              <EmbeddedHandoff row={row} onDecided={onDecided} />
            </HandoffRow>
          ))}
        </ul>
      )}
      {list.hasMore && <TextButton onClick={list.loadMore}>{t('project.open.more')}</TextButton>}
    </div>
  );
}

import type { ProjectHome } from '../../src/contract/project-home';
import { Strip } from '../kit/feedback/strip';
import { JiraLink } from '../kit/navigation/jira-link';
import { useText } from '../kit/text/use-text';
import { EmbeddedHandoff } from './embedded-handoff';
import { HandoffList } from './handoff-list';
import { HandoffRow } from './handoff-row';
import { RowFacts } from './row-facts';
import { useWaitingRows } from './use-waiting-rows';
import styles from './handoff-list.module.css';

interface WaitingListProps {
  readonly home: ProjectHome;
  /** Something was accepted or returned: the lists are no longer what they were. */
  readonly onDecided: () => void;
}

/** What waits for the viewer, oldest due first. A row opens the handoff in place; after a decision the next one opens. */
export function WaitingList({ home, onDecided }: WaitingListProps) {
  const t = useText();
  const { rows, openId, news, heading, toggle, decide, keepOpener } = useWaitingRows(home.waitingForMe, onDecided);
  return (
    <HandoffList
      kind="waiting"
      title={t('project.waiting.title')}
      headingRef={heading}
      rows={rows}
      home={home}
      empty={t('project.waiting.empty')}
      actions={
        <JiraLink to={{ kind: 'search', jql: home.waitingJql }} label={t('project.waiting.allProjectsLabel')}>
          {t('project.waiting.allProjects')}
        </JiraLink>
      }
      notice={
        news !== null && (
          <div className={styles.notice}>
            <Strip
              tone={news.unmovedKey === null ? 'success' : 'warning'}
              {...(news.unmovedKey === null
                ? {}
                : {
                    actions: (
                      <JiraLink to={{ kind: 'workItem', key: news.unmovedKey }}>
                        {t('project.row.openIssue', { key: news.unmovedKey })}
                      </JiraLink>
                    ),
                  })}
            >
              {news.text}
            </Strip>
          </div>
        )
      }
    >
      {(row) => (
        <HandoffRow
          key={row.handoffId}
          ref={(button) => keepOpener(row.handoffId, button)}
          row={row}
          facts={<RowFacts row={row} people={home.people} side="waiting" />}
          isOpen={row.handoffId === openId}
          onToggle={() => toggle(row.handoffId)}
        >
          <EmbeddedHandoff row={row} onDecided={(decision, move) => decide(row, decision, move)} />
        </HandoffRow>
      )}
    </HandoffList>
  );
}

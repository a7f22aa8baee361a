import { forwardRef, useId, type ReactNode } from 'react';
import ChevronRight from '@atlaskit/icon/core/chevron-right';
import type { HandoffListRow } from '../../src/contract/project-home';
import { JiraLink } from '../kit/navigation/jira-link';
import { useText } from '../kit/text/use-text';
import styles from './handoff-row.module.css';

interface HandoffRowProps {
  readonly row: HandoffListRow;
  /** One line under the title: with whom, since when. */
  readonly facts: ReactNode;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** What can be done without opening the row. */
  readonly aside?: ReactNode;
  /** The handoff itself; only drawn while the row is open. */
  readonly children: ReactNode;
}

/** One handoff in a list: a button that opens it in place, and a link to its work item. The ref is the button. */
export const HandoffRow = forwardRef<HTMLButtonElement, HandoffRowProps>(function HandoffRow(
  { row, facts, isOpen, onToggle, aside, children },
  ref,
) {
  const t = useText();
  const contentId = useId();
  return (
    <li className={styles.row}>
      <div className={styles.head}>
        <h3 className={styles.heading}>
          <button
            ref={ref}
            type="button"
            className={styles.opener}
            aria-expanded={isOpen}
            aria-controls={isOpen ? contentId : undefined}
            onClick={onToggle}
          >
            <span className={styles.chevron}>
              <ChevronRight label="" size="small" color="currentColor" />
            </span>
            <span className={styles.words}>
              <span className={styles.summary}>{row.summary}</span>
              <span className={styles.facts}>{facts}</span>
              {row.recommendation !== '' && (
                <span className={styles.recommendation}>
                  <span className={styles.recommendationLabel}>{t('project.row.recommendation')}</span> {row.recommendation}
                </span>
              )}
              {row.openQuestions > 0 && (
                <span className={styles.questions}>{t('project.row.questions', { count: row.openQuestions })}</span>
              )}
            </span>
          </button>
        </h3>
        <JiraLink
          to={{ kind: 'workItem', key: row.issueKey }}
          label={t('project.row.openIssue', { key: row.issueKey })}
          className={styles.key}
        >
          {row.issueKey}
        </JiraLink>
      </div>
      {aside !== undefined && <div className={styles.aside}>{aside}</div>}
      {isOpen && (
        <div id={contentId} role="region" aria-label={t('project.row.region', { key: row.issueKey })} className={styles.content}>
          {children}
        </div>
      )}
    </li>
  );
});

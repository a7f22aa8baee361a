import { useId, type ReactNode, type RefObject } from 'react';
import type { HandoffListRow, ProjectHome } from '../../src/contract/project-home';
import { TextButton } from '../kit/layout/text-button';
import { useText } from '../kit/text/use-text';
import styles from './handoff-list.module.css';
import { useListExport, type ListKind } from './use-list-export';

interface HandoffListProps {
  readonly kind: ListKind;
  readonly title: string;
  /** For moving the focus to the list. */
  readonly headingRef?: RefObject<HTMLHeadingElement>;
  readonly rows: readonly HandoffListRow[];
  readonly home: ProjectHome;
  /** Shown instead of rows: what would stand here and how it gets here. */
  readonly empty: string;
  /** More beside the export, for example a link to the same list elsewhere. */
  readonly actions?: ReactNode;
  /** News about the list, above its rows. */
  readonly notice?: ReactNode;
  readonly children: (row: HandoffListRow) => ReactNode;
}

/** One list of the project page: heading with the number of rows, its actions, and the rows or what an empty list means. */
export function HandoffList({ kind, title, headingRef, rows, home, empty, actions, notice, children }: HandoffListProps) {
  const t = useText();
  const headingId = useId();
  const exportRows = useListExport(kind, home);
  return (
    <section aria-labelledby={headingId}>
      <div className={styles.header}>
        <h2 ref={headingRef} id={headingId} tabIndex={-1} className={styles.title}>
          {title}
          {rows.length > 0 && <span className={styles.count}>{rows.length}</span>}
        </h2>
        <div className={styles.actions}>
          {actions}
          {rows.length > 0 && (
            <TextButton onClick={() => exportRows(rows)} label={t('project.exportOf', { list: title })}>
              {t('project.export')}
            </TextButton>
          )}
        </div>
      </div>
      {notice}
      {rows.length === 0 ? <p className={styles.empty}>{empty}</p> : <ul className={styles.rows}>{rows.map(children)}</ul>}
    </section>
  );
}

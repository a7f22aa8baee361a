import type { ReactNode } from 'react';
import ChevronRight from '@atlaskit/icon/core/chevron-right';
import styles from './fold.module.css';

interface FoldProps {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  /** Of all folds with the same group, one at most is open. */
  readonly group?: string;
  /** Open from the start; afterwards it is the reader's. */
  readonly startsOpen?: boolean;
  /** Told when it is opened or closed, for content that is only loaded then. */
  readonly onToggle?: (open: boolean) => void;
}

/** A part that is folded away until asked for. Native `details`: keyboard and screen readers know it. */
export function Fold({ summary, children, group, startsOpen = false, onToggle }: FoldProps) {
  return (
    <details name={group} className={styles.fold} open={startsOpen || undefined} onToggle={(event) => onToggle?.(event.currentTarget.open)}>
      <summary className={styles.summary}>
        <span className={styles.chevron}>
          <ChevronRight label="" size="small" color="currentColor" />
        </span>
        <span className={styles.words}>{summary}</span>
      </summary>
      <div className={styles.content}>{children}</div>
    </details>
  );
}

import type { ReactNode } from 'react';
import styles from './type-editor.module.css';

/** A fold's name and, beside it, what is set inside. */
export function FoldSummary({ name, facts }: { readonly name: ReactNode; readonly facts?: ReactNode }) {
  return (
    <>
      <span className={styles.foldName}>{name}</span>
      {facts !== undefined && <span className={styles.foldFacts}>{facts}</span>}
    </>
  );
}

import WarningIcon from '@atlaskit/icon/core/status-warning';
import styles from './draft.module.css';

/** Why an entry does not count yet, under its field; said by screen readers as it appears. */
export function Problem({ id, text }: { readonly id: string; readonly text: string | null }) {
  return (
    <p className={styles.problem} id={id} aria-live="polite" hidden={text === null}>
      <WarningIcon label="" size="small" color="currentColor" /> {text}
    </p>
  );
}

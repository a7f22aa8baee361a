import WarningIcon from '@atlaskit/icon/core/status-warning';
import { useText } from '../../kit/text/use-text';
import { useCard } from '../data/card-context';
import styles from './draft.module.css';

/** Why an entry does not count yet, under its field; said by screen readers as it appears. */
export function Problem({ id, text }: { readonly id: string; readonly text: string | null }) {
  return (
    <p className={styles.problem} id={id} aria-live="polite" hidden={text === null}>
      <WarningIcon label="" size="small" color="currentColor" /> {text}
    </p>
  );
}

/** Why a stored text still counts as left: it was returned, or it says nothing. */
export function useUnchangedText(): string {
  const t = useText();
  const { card } = useCard();
  return card.handoff?.state === 'RETURNED' ? t('handoff.problem.returned') : t('handoff.problem.filler');
}

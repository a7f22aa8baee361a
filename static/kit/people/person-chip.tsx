import type { Person } from '../../../src/contract/handoff-screen';
import { useText } from '../text/use-text';
import { PersonPicture } from './person-picture';
import styles from './person-chip.module.css';

interface PersonChipProps {
  /** Null where Jira no longer names the account. */
  readonly person: Person | null;
}

/** Small picture and name. The picture says nothing to a screen reader that the name does not. */
export function PersonChip({ person }: PersonChipProps) {
  const t = useText();
  return (
    <span className={styles.chip}>
      <PersonPicture person={person} />
      <span className={styles.name}>{person?.displayName ?? t('common.formerUser')}</span>
      {person?.active === false && <span className={styles.inactive}>{t('common.inactive')}</span>}
    </span>
  );
}

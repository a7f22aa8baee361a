import PersonIcon from '@atlaskit/icon/core/person';
import type { Person } from '../../../src/contract/handoff-screen';
import styles from './person-picture.module.css';

/** A person's small round picture, always beside their name, so it says nothing to a screen reader. Without one, a figure. */
export function PersonPicture({ person }: { readonly person: Person | null }) {
  return (
    <span aria-hidden="true" className={styles.picture}>
      {person?.avatarUrl ? (
        <img src={person.avatarUrl} alt="" className={styles.image} />
      ) : (
        <PersonIcon label="" size="small" color="currentColor" />
      )}
    </span>
  );
}

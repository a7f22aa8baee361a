import type { GuideVersions } from '../../../src/contract/guide';
import { personName } from '../people/person-name';
import { useText } from '../text/use-text';
import { Moment } from './moment';
import styles from './version-list.module.css';

/** Versions of what is written about a handoff, newest first: who, when, and why where that was said. */
export function VersionList({ versions: { versions, people } }: { readonly versions: GuideVersions }) {
  const t = useText();
  return (
    <ul className={styles.versions}>
      {versions.map(({ version, at, by, note }) => (
        <li key={version}>
          {t('playbook.version', { number: version, name: personName(people, by, t('common.formerUser')) })}{' '}
          <span className={styles.quiet}>
            <Moment at={at} />
          </span>
          {note !== null && <p className={styles.quiet}>{note}</p>}
        </li>
      ))}
    </ul>
  );
}

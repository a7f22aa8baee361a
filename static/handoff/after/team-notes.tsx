import type { Handoff } from '../../../src/domain/handoff/handoff';
import { useText } from '../../kit/text/use-text';
import { Moment } from '../../kit/time/moment';
import { useNames } from '../data/card-context';
import { LinkedText } from '../reading/linked-text';
import styles from './after.module.css';

/** Notes for the team that either side left after acceptance. */
export function TeamNotes({ notes }: { readonly notes: Handoff['teamNotes'] }) {
  const t = useText();
  const names = useNames();
  if (notes.length === 0) return null;
  return (
    <section aria-label={t('handoff.teamNotes')}>
      <h3 className={styles.heading}>{t('handoff.teamNotes')}</h3>
      <ul className={styles.notes}>
        {notes.map((note) => (
          <li key={`${note.by} ${note.at}`}>
            <LinkedText text={note.text} />
            <span className={styles.entered}>
              {names.person(note.by)} · <Moment at={note.at} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

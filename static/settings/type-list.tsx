import type { DraftView } from '../../src/contract/drafts';
import type { SettingsView } from '../../src/contract/settings';
import type { TypeSwitches } from '../../src/domain/type/handoff-type';
import { useSurface } from '../kit/surface/surface-context';
import { useText } from '../kit/text/use-text';
import { routeNames, statusNames } from './status-name';
import { useDraftWords } from './use-draft-words';
import type { Drafts } from './use-drafts';
import styles from './types-section.module.css';

interface TypeListProps {
  readonly view: SettingsView;
  readonly drafts: Drafts;
  readonly selectedId: string | null;
  readonly onSelect: (typeId: string) => void;
}

/** Every handoff of the project on one line: its name, its move, how much it asks and whether it is on. */
export function TypeList({ view, drafts, selectedId, onSelect }: TypeListProps) {
  const t = useText();
  const { locale } = useSurface();
  const draftWords = useDraftWords(drafts.people);
  const nameOf = statusNames(view.statuses, t('settings.route.unknown'));
  if (view.types.length === 0) return null;
  return (
    <ul className={styles.list}>
      {view.types.map(({ current, switches }) => (
        <li key={current.typeId}>
          <button
            type="button"
            className={styles.type}
            aria-current={current.typeId === selectedId}
            onClick={() => onSelect(current.typeId)}
          >
            <span className={styles.words}>
              <span className={styles.name}>{current.name}</span>
              <span className={styles.facts}>
                {t('settings.route.text', routeNames(current.route, nameOf, locale))} ·{' '}
                {t('settings.types.items', { count: current.items.length })}
              </span>
              <DraftLine kept={drafts.find(current.typeId)} words={draftWords} />
            </span>
            <StateMark switches={switches} />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Whose draft there is of a type; nothing where nobody keeps one. */
function DraftLine({ kept, words }: { readonly kept: DraftView | null; readonly words: (kept: DraftView) => string }) {
  return kept === null ? null : <span className={styles.facts}>{words(kept)}</span>;
}

/** On, paused or off. Looks like a lozenge, which alone would take this page over its budget of styles. */
function StateMark({ switches }: { readonly switches: TypeSwitches }) {
  const t = useText();
  const state = !switches.active ? 'off' : switches.gatePaused ? 'paused' : 'active';
  return <span className={`${styles.mark ?? ''} ${styles[state] ?? ''}`}>{t(`settings.types.${state}`)}</span>;
}

import type { SettingsView, TypeDraft } from '../../src/contract/settings';
import { proposeStarterRoute } from '../../src/domain/type/propose-route';
import { toDraft, type Starter } from '../../src/domain/type/starters/starter';
import { STARTERS } from '../../src/domain/type/starters/starter-library';
import { useSurface } from '../kit/surface/surface-context';
import { useText } from '../kit/text/use-text';
import styles from './types-section.module.css';

interface StarterPickerProps {
  readonly statuses: SettingsView['statuses'];
  /** Told what the new handoff begins with; null: blank. */
  readonly onPick: (draft: TypeDraft | null) => void;
}

/** What a new handoff begins with (S-001): one of the ready-made ones with what it asks for, or a blank one. */
export function StarterPicker({ statuses, onPick }: StarterPickerProps) {
  const t = useText();
  return (
    <section aria-labelledby="starters-title" className={styles.types}>
      <h2 id="starters-title" className={styles.title}>
        {t('settings.starters.title')}
      </h2>
      <p>{t('settings.starters.intro')}</p>
      <ul className={styles.list}>
        {STARTERS.map((starter) => (
          <StarterRow key={starter.starterId} starter={starter} onPick={() => onPick(toProjectDraft(starter, statuses))} />
        ))}
        <li>
          <button type="button" className={styles.type} onClick={() => onPick(null)}>
            <span className={styles.words}>
              <span className={styles.name}>{t('settings.starters.blank')}</span>
              <span className={styles.facts}>{t('settings.starters.blankText')}</span>
            </span>
          </button>
        </li>
      </ul>
    </section>
  );
}

function StarterRow({ starter, onPick }: { readonly starter: Starter; readonly onPick: () => void }) {
  const t = useText();
  const { locale } = useSurface();
  const required = starter.items.filter((item) => item.required).map(({ title }) => title);
  const items = new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(required);
  return (
    <li>
      <button type="button" className={styles.type} onClick={onPick}>
        <span className={styles.words}>
          <span className={styles.name}>{starter.name}</span>
          <span>{starter.summary}</span>
          <span className={styles.facts}>{t('settings.starters.asks', { items })}</span>
        </span>
      </button>
    </li>
  );
}

/** Along the route the project's statuses suggest; where none does, the admin picks it. */
function toProjectDraft(starter: Starter, statuses: SettingsView['statuses']): TypeDraft {
  return toDraft(starter, proposeStarterRoute(starter.routeWords, statuses) ?? { fromStatusIds: [], toStatusId: '' });
}

import type { SettingsView } from '../../../src/contract/settings';
import { FormField } from '../../kit/form/form-field';
import form from '../../kit/layout/form-layout.module.css';
import { TextButton } from '../../kit/layout/text-button';
import { useText } from '../../kit/text/use-text';
import { FindReceiver } from '../find-receiver';
import { hasLeft } from '../who-left';

interface ChampionFieldProps {
  readonly id: string;
  readonly championId: string | null;
  readonly people: SettingsView['people'];
  readonly onChange: (championId: string | null) => void;
}

/** Who looks after the handoff (S-105): one person; that there is nobody is said, and stops nothing. */
export function ChampionField({ id, championId, people, onChange }: ChampionFieldProps) {
  const t = useText();
  const hint = hasLeft(championId, people)
    ? 'settings.guide.championLeft'
    : championId === null
      ? 'settings.guide.vacant'
      : 'settings.guide.championHint';
  return (
    <div className={form.stack}>
      <FormField id={id} label={t('settings.guide.champion')} hint={t(hint)}>
        <FindReceiver
          inputId={id}
          isInvalid={false}
          people={people}
          receiver={{ kind: 'person', accountId: championId ?? '' }}
          onChange={(picked) => {
            if (picked.kind === 'person') onChange(picked.accountId);
          }}
        />
      </FormField>
      {championId !== null && (
        <div>
          <TextButton onClick={() => onChange(null)}>{t('settings.guide.noChampion')}</TextButton>
        </div>
      )}
    </div>
  );
}

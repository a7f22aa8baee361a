import type { TypeDraft } from '../../src/contract/settings';
import { optionsOf } from '../../src/domain/type/type-options';
import Checkbox from '@atlaskit/checkbox';
import Textfield from '@atlaskit/textfield';
import { ChoiceList } from '../kit/form/choice-list';
import { describedBy, FormField } from '../kit/form/form-field';
import form from '../kit/layout/form-layout.module.css';
import { useText } from '../kit/text/use-text';
import { withLevel, withOptions } from './type-draft';
import styles from './type-editor.module.css';

const LEVELS = ['0', '1', '2', '3'] as const;
const LEVEL_OF = { '0': 0, '1': 1, '2': 2, '3': 3 } as const;

interface AcceptingFieldsProps {
  readonly draft: TypeDraft;
  readonly onChange: (draft: TypeDraft) => void;
}

/** What accepting takes, what it does to the work item, and when the work item moves. */
export function AcceptingFields({ draft, onChange }: AcceptingFieldsProps) {
  const t = useText();
  const { verificationLevel, riskAsked, readbackPrompt } = optionsOf(draft);
  const hint = t('settings.accepting.promptHint');
  return (
    <div className={form.stack}>
      <ChoiceList
        legend={<span className={form.foldName}>{t('settings.accepting.level')}</span>}
        choices={LEVELS.map((value) => ({
          value,
          label: t(`settings.accepting.level.${value}`),
          text: t(`settings.accepting.level.${value}.text`),
        }))}
        value={LEVELS[verificationLevel]}
        onChange={(value) => onChange(withLevel(draft, LEVEL_OF[value]))}
      />
      <FormField id="readback-prompt" label={t('settings.accepting.prompt')} hint={hint}>
        <Textfield
          id="readback-prompt"
          value={readbackPrompt}
          maxLength={120}
          {...describedBy('readback-prompt', { hint })}
          onChange={(event) => onChange(withOptions(draft, { readbackPrompt: event.currentTarget.value }))}
        />
      </FormField>
      <div>
        <Checkbox
          label={t('settings.accepting.risk')}
          isChecked={riskAsked}
          onChange={(event) => onChange(withOptions(draft, { riskAsked: event.currentTarget.checked }))}
        />
        <p className={styles.checkboxHint}>{t('settings.accepting.riskHint')}</p>
        <Checkbox
          label={t('settings.accepting.assigns')}
          isChecked={draft.acceptAssigns}
          onChange={(event) => onChange({ ...draft, acceptAssigns: event.currentTarget.checked })}
        />
      </div>
      <ChoiceList
        legend={<span className={form.foldName}>{t('settings.accepting.opensAt')}</span>}
        choices={(['offer', 'acceptance'] as const).map((value) => ({ value, label: t(`settings.accepting.opensAt.${value}`) }))}
        value={draft.opensAt}
        onChange={(opensAt) => onChange({ ...draft, opensAt })}
      />
    </div>
  );
}

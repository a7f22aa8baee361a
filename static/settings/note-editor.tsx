import Checkbox from '@atlaskit/checkbox';
import Textfield from '@atlaskit/textfield';
import type { TypeDraft } from '../../src/contract/settings';
import type { NotePrompt } from '../../src/domain/type/handoff-type';
import { NOTE_PRESETS, presetOf, withPreset } from '../../src/domain/type/note-presets';
import { newCommandId } from '../kit/bridge/command-id';
import { describedBy, FormField } from '../kit/form/form-field';
import form from '../kit/layout/form-layout.module.css';
import { TextButton } from '../kit/layout/text-button';
import { useText } from '../kit/text/use-text';
import { fieldIds } from './draft-problems';
import { PickOne } from './pick-from-list';
import type { ProblemOf } from './problem-texts';
import { MAX_NOTE_PROMPTS, withoutPrompt, withPrompt } from './type-draft';
import styles from './type-editor.module.css';

interface NoteEditorProps {
  readonly draft: TypeDraft;
  readonly problemOf: ProblemOf;
  readonly onChange: (draft: TypeDraft) => void;
}

/** The parts of the note: what each asks, and whether it must be written. */
export function NoteEditor({ draft, problemOf, onChange }: NoteEditorProps) {
  const t = useText();
  const { notePrompts } = draft;
  const add = (): void =>
    onChange({ ...draft, notePrompts: [...notePrompts, { sectionId: newCommandId(), title: '', hint: '', required: false }] });
  return (
    <div className={form.stack}>
      <p>{t('settings.prompt.intro')}</p>
      <PresetPicker draft={draft} onChange={onChange} />
      {notePrompts.map((prompt) => (
        <PromptFields
          key={prompt.sectionId}
          prompt={prompt}
          problem={problemOf(fieldIds.promptTitle(prompt.sectionId))}
          onChange={(changed) => onChange(withPrompt(draft, changed))}
          onRemove={() => onChange(withoutPrompt(draft, prompt.sectionId))}
        />
      ))}
      {notePrompts.length < MAX_NOTE_PROMPTS && <TextButton onClick={add}>{t('settings.prompt.add')}</TextButton>}
    </div>
  );
}

/** Starts the note from a ready-made one. A list the admin made is *Own* until another is picked; Discard brings it back. */
function PresetPicker({ draft, onChange }: Pick<NoteEditorProps, 'draft' | 'onChange'>) {
  const t = useText();
  const current = presetOf(draft.notePrompts);
  const choices = NOTE_PRESETS.map(({ presetId, name }) => ({ id: presetId, name }));
  return (
    <FormField id="note-preset" label={t('settings.prompt.preset')}>
      <PickOne
        inputId="note-preset"
        choices={current === null ? [{ id: OWN, name: t('settings.prompt.presetOwn') }, ...choices] : choices}
        value={current ?? OWN}
        placeholder=""
        onChange={(picked) => {
          const preset = NOTE_PRESETS.find(({ presetId }) => presetId === picked);
          if (preset !== undefined) onChange({ ...draft, notePrompts: withPreset(draft.notePrompts, preset.presetId) });
        }}
      />
    </FormField>
  );
}

/** Stands for a list of the admin's own. */
const OWN = 'own';

interface PromptFieldsProps {
  readonly prompt: NotePrompt;
  readonly problem: string | undefined;
  readonly onChange: (prompt: NotePrompt) => void;
  readonly onRemove: () => void;
}

function PromptFields({ prompt, problem, onChange, onRemove }: PromptFieldsProps) {
  const t = useText();
  const [titleId, hintId] = [fieldIds.promptTitle(prompt.sectionId), `prompt-hint-${prompt.sectionId}`];
  return (
    <div className={styles.prompt}>
      <div className={form.pair}>
        <FormField id={titleId} label={t('settings.prompt.title')} problem={problem}>
          <Textfield
            id={titleId}
            value={prompt.title}
            isInvalid={problem !== undefined}
            {...describedBy(titleId, { problem })}
            onChange={(event) => onChange({ ...prompt, title: event.currentTarget.value })}
          />
        </FormField>
        <FormField id={hintId} label={t('settings.prompt.hint')}>
          <Textfield id={hintId} value={prompt.hint} onChange={(event) => onChange({ ...prompt, hint: event.currentTarget.value })} />
        </FormField>
      </div>
      <div className={styles.promptFoot}>
        <Checkbox
          label={t('settings.prompt.required')}
          isChecked={prompt.required}
          onChange={(event) => onChange({ ...prompt, required: event.currentTarget.checked })}
        />
        <TextButton onClick={onRemove} label={t('settings.prompt.remove', { title: prompt.title })}>
          {t('common.remove')}
        </TextButton>
      </div>
    </div>
  );
}

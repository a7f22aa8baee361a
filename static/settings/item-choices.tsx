import Checkbox from '@atlaskit/checkbox';
import Textfield from '@atlaskit/textfield';
import { MAX_CHOICES } from '../../src/contract/limits';
import type { ChecklistItem, ItemChoice } from '../../src/domain/type/handoff-type';
import { newCommandId } from '../kit/bridge/command-id';
import fieldStyles from '../kit/form/form-field.module.css';
import { TextButton } from '../kit/layout/text-button';
import { useText } from '../kit/text/use-text';
import { fieldIds, MAX_TITLE_LENGTH } from './draft-problems';
import styles from './items-editor.module.css';

interface ItemChoicesProps {
  readonly item: ChecklistItem;
  readonly problem: string | undefined;
  readonly onChange: (item: ChecklistItem) => void;
}

/** The options of a choice, in the order people see. Their ids stay when a name changes, so that answers survive. */
export function ItemChoices({ item, problem, onChange }: ItemChoicesProps) {
  const t = useText();
  const choices = item.choices ?? [];
  const put = (changed: readonly ItemChoice[]): void => onChange({ ...item, choices: changed });
  const replace = (choice: ItemChoice): void => put(choices.map((each) => (each.id === choice.id ? choice : each)));
  const groupId = fieldIds.itemField(item.itemId);
  return (
    <fieldset id={groupId} tabIndex={-1} className={fieldStyles.field} aria-describedby={`${groupId}-problem`}>
      <legend className={fieldStyles.label}>{t('settings.item.choices')}</legend>
      {choices.map((choice, index) => (
        <div key={choice.id} role="group" aria-label={t('settings.item.choice', { place: index + 1 })} className={styles.choice}>
          <div className={styles.choiceName}>
            <Textfield
              isCompact
              maxLength={MAX_TITLE_LENGTH}
              value={choice.name}
              aria-label={t('settings.item.choice', { place: index + 1 })}
              // Whoever adds an option names it next.
              autoFocus={choice.name === ''}
              onChange={(event) => replace({ ...choice, name: event.currentTarget.value })}
            />
          </div>
          <Checkbox
            label={t('settings.item.choice.none')}
            isChecked={choice.none === true}
            onChange={(event) => {
              const { none: _before, ...rest } = choice;
              replace(event.currentTarget.checked ? { ...rest, none: true } : rest);
            }}
          />
          <TextButton
            label={t('settings.item.choice.removeOf', { place: index + 1 })}
            onClick={() => {
              put(choices.filter(({ id }) => id !== choice.id));
              document.getElementById(groupId)?.focus();
            }}
          >
            {t('common.remove')}
          </TextButton>
        </div>
      ))}
      {choices.length < MAX_CHOICES && (
        <TextButton onClick={() => put([...choices, { id: newCommandId(), name: '' }])}>{t('settings.item.choice.add')}</TextButton>
      )}
      {problem !== undefined && (
        <p id={`${groupId}-problem`} className={fieldStyles.problem}>
          {problem}
        </p>
      )}
    </fieldset>
  );
}

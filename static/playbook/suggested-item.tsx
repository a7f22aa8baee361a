import Checkbox from '@atlaskit/checkbox';
import Textfield from '@atlaskit/textfield';
import type { ChecklistItem } from '../../src/domain/type/handoff-type';
import { describedBy, FormField } from '../kit/form/form-field';
import { TextButton } from '../kit/layout/text-button';
import { useText } from '../kit/text/use-text';
import styles from './playbook.module.css';

interface SuggestedItemProps {
  readonly item: ChecklistItem;
  /** Whether what is missing is said: once somebody tried to save. */
  readonly isChecked: boolean;
  readonly onChange: (item: ChecklistItem) => void;
  /** Null for the last one: a checklist has one item at least. */
  readonly onRemove: (() => void) | null;
}

/** Id of the field for an item's title. */
export function titleId(itemId: string): string {
  return `suggested-${itemId}`;
}

/** One item of a suggested checklist: its words and whether it is required; how it is answered is the admins'. */
export function SuggestedItem({ item, isChecked, onChange, onRemove }: SuggestedItemProps) {
  const t = useText();
  const id = titleId(item.itemId);
  const name = item.title.trim() === '' ? t('settings.item.untitled') : item.title;
  const problem = isChecked && item.title.trim() === '' ? t('playbook.suggest.titleMissing') : undefined;
  return (
    <div role="group" aria-label={name} className={styles.part}>
      <FormField id={id} label={t('settings.item.title')} problem={problem}>
        <Textfield
          id={id}
          value={item.title}
          maxLength={60}
          isInvalid={problem !== undefined}
          {...describedBy(id, { problem })}
          onChange={(event) => onChange({ ...item, title: event.currentTarget.value })}
        />
      </FormField>
      <FormField id={`${id}-words`} label={t('settings.item.hint')}>
        <Textfield
          id={`${id}-words`}
          value={item.hint}
          maxLength={200}
          onChange={(event) => onChange({ ...item, hint: event.currentTarget.value })}
        />
      </FormField>
      <div className={styles.row}>
        {item.answeredBy === undefined && (
          <Checkbox
            label={t('settings.item.required')}
            isChecked={item.required}
            onChange={(event) => onChange({ ...item, required: event.currentTarget.checked })}
          />
        )}
        {onRemove !== null && (
          <TextButton onClick={onRemove} label={t('settings.item.removeOf', { title: name })}>
            {t('common.remove')}
          </TextButton>
        )}
      </div>
    </div>
  );
}

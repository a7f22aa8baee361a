import Checkbox from '@atlaskit/checkbox';
import Textfield from '@atlaskit/textfield';
import type { SettingsView } from '../../src/contract/settings';
import type { ChecklistItem } from '../../src/domain/type/handoff-type';
import { FormField } from '../kit/form/form-field';
import form from '../kit/layout/form-layout.module.css';
import { useText } from '../kit/text/use-text';
import { PickOne } from './pick-from-list';

interface ItemConditionProps {
  readonly item: ChecklistItem;
  readonly fields: SettingsView['fields'];
  readonly onChange: (item: ChecklistItem) => void;
}

/** Asks for the item only where a Jira field has a value; a condition without field or value is none. */
export function ItemCondition({ item, fields, onChange }: ItemConditionProps) {
  const t = useText();
  const { appliesIf, ...unconditional } = item;
  const [fieldId, valueId] = [`item-if-field-${item.itemId}`, `item-if-value-${item.itemId}`];
  return (
    <>
      <Checkbox
        label={t('settings.item.conditional')}
        isChecked={appliesIf !== undefined}
        onChange={(event) => onChange(event.currentTarget.checked ? { ...item, appliesIf: { fieldId: '', equals: '' } } : unconditional)}
      />
      {appliesIf !== undefined && (
        <div className={form.pair}>
          <FormField id={fieldId} label={t('settings.item.field')}>
            <PickOne
              inputId={fieldId}
              choices={fields}
              value={appliesIf.fieldId}
              placeholder={t('settings.item.fieldPlaceholder')}
              onChange={(picked) => onChange({ ...item, appliesIf: { ...appliesIf, fieldId: picked } })}
            />
          </FormField>
          <FormField id={valueId} label={t('settings.item.conditionValue')}>
            <Textfield
              id={valueId}
              value={appliesIf.equals}
              maxLength={100}
              onChange={(event) => onChange({ ...item, appliesIf: { ...appliesIf, equals: event.currentTarget.value } })}
            />
          </FormField>
        </div>
      )}
    </>
  );
}

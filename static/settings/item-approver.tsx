import Checkbox from '@atlaskit/checkbox';
import type { SettingsView } from '../../src/contract/settings';
import type { ChecklistItem } from '../../src/domain/type/handoff-type';
import { FormField } from '../kit/form/form-field';
import { useText } from '../kit/text/use-text';
import { FindReceiver } from './find-receiver';

interface ItemApproverProps {
  readonly item: ChecklistItem;
  readonly people: SettingsView['people'];
  readonly onChange: (item: ChecklistItem) => void;
}

/** Who approves: one named person, or anybody but the sender. Named but not picked yet counts as anybody. */
export function ItemApprover({ item, people, onChange }: ItemApproverProps) {
  const t = useText();
  const { approverId = null } = item;
  const pickerId = `item-approver-${item.itemId}`;
  return (
    <div>
      <Checkbox
        label={t('settings.item.approverNamed')}
        isChecked={approverId !== null}
        onChange={(event) => onChange({ ...item, approverId: event.currentTarget.checked ? '' : null })}
      />
      {approverId !== null && (
        <FormField id={pickerId} label={t('settings.item.approver')}>
          <FindReceiver
            inputId={pickerId}
            isInvalid={false}
            people={people}
            receiver={{ kind: 'person', accountId: approverId }}
            onChange={(picked) => onChange({ ...item, approverId: picked.kind === 'person' ? picked.accountId : null })}
          />
        </FormField>
      )}
    </div>
  );
}

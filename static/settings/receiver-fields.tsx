import type { SettingsView } from '../../src/contract/settings';
import type { ReceiverRule } from '../../src/domain/type/handoff-type';
import { ChoiceList } from '../kit/form/choice-list';
import { FormField } from '../kit/form/form-field';
import { useText } from '../kit/text/use-text';
import { fieldIds } from './draft-problems';
import { FindReceiver } from './find-receiver';
import { PickOne } from './pick-from-list';
import type { ProblemOf } from './problem-texts';
import styles from './type-editor.module.css';

interface ReceiverFieldsProps {
  readonly view: SettingsView;
  readonly receiver: ReceiverRule;
  readonly problemOf: ProblemOf;
  readonly onChange: (receiver: ReceiverRule) => void;
}

const BLANK: Readonly<Record<ReceiverRule['kind'], ReceiverRule>> = {
  senderChooses: { kind: 'senderChooses' },
  person: { kind: 'person', accountId: '' },
  group: { kind: 'group', groupId: '', groupName: '' },
  role: { kind: 'role', roleId: '', roleName: '' },
  userField: { kind: 'userField', fieldId: '', fieldName: '' },
};

const KINDS = ['senderChooses', 'person', 'role', 'group', 'userField'] as const;

/** Who receives: the five ways, and the one thing the chosen way still needs to know. */
export function ReceiverFields({ view, receiver, problemOf, onChange }: ReceiverFieldsProps) {
  const t = useText();
  const problem = problemOf(fieldIds.receiver);
  const { kind } = receiver;
  return (
    <ChoiceList
      legend={
        <h3 id="receiver-title" className={styles.sectionTitle}>
          {t('settings.form.receiver')}
        </h3>
      }
      choices={KINDS.map((value) => ({
        value,
        label: t(`settings.receiver.${value}`),
        ...(value === kind && (value === 'group' || value === 'role') ? { text: t('settings.receiver.pool') } : {}),
      }))}
      value={kind}
      onChange={(chosen) => onChange(BLANK[chosen])}
      nested={
        kind === 'senderChooses' ? null : (
          <FormField id={fieldIds.receiver} label={t(`settings.receiver.pick.${kind}`)} problem={problem}>
            <ReceiverPicker view={view} receiver={receiver} isInvalid={problem !== undefined} onChange={onChange} />
          </FormField>
        )
      }
    />
  );
}

interface ReceiverPickerProps {
  readonly view: SettingsView;
  readonly receiver: ReceiverRule;
  readonly isInvalid: boolean;
  readonly onChange: (receiver: ReceiverRule) => void;
}

function ReceiverPicker({ view, receiver, isInvalid, onChange }: ReceiverPickerProps) {
  const t = useText();
  const nameOf = (choices: SettingsView['roles'], id: string): string => choices.find((choice) => choice.id === id)?.name ?? '';
  const shared = { inputId: fieldIds.receiver, isInvalid };
  switch (receiver.kind) {
    case 'senderChooses':
      return null;
    case 'role':
      return (
        <PickOne
          {...shared}
          choices={view.roles}
          value={receiver.roleId}
          placeholder={t(view.roles.length === 0 ? 'settings.receiver.none.role' : 'settings.receiver.pick.role')}
          onChange={(roleId) => onChange({ kind: 'role', roleId, roleName: nameOf(view.roles, roleId) })}
        />
      );
    case 'userField':
      return (
        <PickOne
          {...shared}
          choices={view.userFields}
          value={receiver.fieldId}
          placeholder={t(view.userFields.length === 0 ? 'settings.receiver.none.userField' : 'settings.receiver.pick.userField')}
          onChange={(fieldId) => onChange({ kind: 'userField', fieldId, fieldName: nameOf(view.userFields, fieldId) })}
        />
      );
    case 'person':
    case 'group':
      return <FindReceiver {...shared} people={view.people} receiver={receiver} onChange={onChange} />;
  }
}

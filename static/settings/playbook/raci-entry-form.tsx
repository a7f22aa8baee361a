import { useState } from 'react';
import Textfield from '@atlaskit/textfield';
import type { SettingsView } from '../../../src/contract/settings';
import type { RaciEntry } from '../../../src/domain/type/guide';
import { FormField } from '../../kit/form/form-field';
import form from '../../kit/layout/form-layout.module.css';
import { TextButton } from '../../kit/layout/text-button';
import { useText } from '../../kit/text/use-text';
import { FindReceiver } from '../find-receiver';
import { PickOne } from '../pick-from-list';
import styles from './playbook-section.module.css';

interface RaciEntryFormProps {
  readonly id: string;
  readonly settings: SettingsView;
  /** Told the entry and, of a person, the name it was found by. */
  readonly onPicked: (entry: RaciEntry, name: string) => void;
  readonly onCancel: () => void;
}

const KINDS = ['person', 'role', 'group', 'userField', 'other'] as const;

/** One more entry of a cell: what kind, and which. A pick adds it at once. */
export function RaciEntryForm({ id, settings, onPicked, onCancel }: RaciEntryFormProps) {
  const t = useText();
  const [kind, setKind] = useState<RaciEntry['kind']>('role');
  const [name, setName] = useState('');
  const [kindId, whichId] = [`${id}-kind`, `${id}-which`];
  const nameOf = (choices: SettingsView['roles'], picked: string): string => choices.find((choice) => choice.id === picked)?.name ?? picked;
  const addOther = (): void => {
    if (name.trim() !== '') onPicked({ kind: 'other', name: name.trim() }, name);
  };
  return (
    <div className={form.stack}>
      <div className={form.pair}>
        <FormField id={kindId} label={t('settings.guide.entryKind')}>
          <PickOne
            inputId={kindId}
            choices={KINDS.map((each) => ({ id: each, name: t(`settings.guide.kind.${each}`) }))}
            value={kind}
            placeholder=""
            onChange={(picked) => setKind(KINDS.find((each) => each === picked) ?? 'role')}
          />
        </FormField>
        <FormField id={whichId} label={t(`settings.guide.which.${kind}`)}>
          {kind === 'role' && (
            <PickOne
              inputId={whichId}
              choices={settings.roles}
              value=""
              placeholder={t('settings.receiver.pick.role')}
              onChange={(roleId) => onPicked({ kind, roleId, roleName: nameOf(settings.roles, roleId) }, '')}
            />
          )}
          {kind === 'userField' && (
            <PickOne
              inputId={whichId}
              choices={settings.userFields}
              value=""
              placeholder={t('settings.receiver.pick.userField')}
              onChange={(fieldId) => onPicked({ kind, fieldId, fieldName: nameOf(settings.userFields, fieldId) }, '')}
            />
          )}
          {(kind === 'person' || kind === 'group') && (
            <FindReceiver
              inputId={whichId}
              isInvalid={false}
              people={settings.people}
              receiver={kind === 'person' ? { kind, accountId: '' } : { kind, groupId: '', groupName: '' }}
              onChange={(picked, found) => onPicked(picked, found)}
            />
          )}
          {kind === 'other' && (
            <Textfield id={whichId} value={name} maxLength={60} onChange={(event) => setName(event.currentTarget.value)} />
          )}
        </FormField>
      </div>
      <div className={styles.row}>
        {kind === 'other' && <TextButton onClick={addOther}>{t('settings.guide.addEntry')}</TextButton>}
        <TextButton onClick={onCancel}>{t('common.cancel')}</TextButton>
      </div>
    </div>
  );
}

import Checkbox from '@atlaskit/checkbox';
import { useState } from 'react';
import type { SettingsView, TypeDraft } from '../../src/contract/settings';
import { MAX_WORK_STATUSES, optionsOf } from '../../src/domain/type/type-options';
import fieldStyles from '../kit/form/form-field.module.css';
import { useText } from '../kit/text/use-text';
import { OptionCheck } from './option-check';
import styles from './route-fields.module.css';
import { withOptions } from './type-draft';

interface WorkFieldsProps {
  readonly draft: TypeDraft;
  readonly statuses: SettingsView['statuses'];
  readonly onChange: (draft: TypeDraft) => void;
}

/** In which statuses the receiving side works, for the time until it begins (M04); one that was deleted stays until it is taken out. */
export function WorkFields({ draft, statuses, onChange }: WorkFieldsProps) {
  const t = useText();
  const { workStatusIds } = optionsOf(draft);
  const [isPicking, setPicking] = useState(workStatusIds.length > 0);
  const deleted = workStatusIds
    .filter((id) => !statuses.some((status) => status.id === id))
    .map((id) => ({ id, name: t('settings.route.unknown') }));
  const set = (ids: readonly string[]): void => onChange(withOptions(draft, { workStatusIds: ids }));
  return (
    <div>
      <OptionCheck
        label={t('settings.afterwards.work')}
        hint={t('settings.afterwards.workHint')}
        isOn={isPicking}
        onChange={(isOn) => {
          setPicking(isOn);
          if (!isOn) set([]);
        }}
      />
      {isPicking && (
        <fieldset className={fieldStyles.field}>
          <legend className={fieldStyles.label}>{t('settings.afterwards.workStatuses')}</legend>
          <div className={styles.statuses}>
            {[...statuses, ...deleted].map(({ id, name }) => {
              const isPicked = workStatusIds.includes(id);
              return (
                <Checkbox
                  key={id}
                  label={name}
                  isChecked={isPicked}
                  isDisabled={!isPicked && workStatusIds.length >= MAX_WORK_STATUSES}
                  onChange={(event) =>
                    set(event.currentTarget.checked ? [...workStatusIds, id] : workStatusIds.filter((each) => each !== id))
                  }
                />
              );
            })}
          </div>
        </fieldset>
      )}
    </div>
  );
}

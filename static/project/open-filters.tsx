import Checkbox from '@atlaskit/checkbox';
import Select from '@atlaskit/select';
import { useId } from 'react';
import { OPEN_STATES, type OpenState, type WaitingView } from '../../src/contract/waiting';
import { useText } from '../kit/text/use-text';
import styles from './open-list.module.css';
import type { OpenFilter } from './use-open-rows';

interface OpenFiltersProps {
  readonly filter: OpenFilter;
  readonly types: WaitingView['types'];
  /** Without due times nothing can be overdue, so that is not asked. */
  readonly hasDue: boolean;
  readonly onChange: (filter: OpenFilter) => void;
}

/** Which handoffs the list shows: of one type where there are several, in one state, and only those that are overdue. */
export function OpenFilters({ filter, types, hasDue, onChange }: OpenFiltersProps) {
  const t = useText();
  const states = OPEN_STATES.map((state) => ({ value: state, label: t(`project.state.${state}`) }));
  return (
    <div className={styles.filters}>
      {(types.length > 1 || filter.typeId !== null) && (
        <Pick
          label={t('project.open.type')}
          all={t('project.open.allTypes')}
          options={types.map(({ typeId, name }) => ({ value: typeId, label: name }))}
          value={filter.typeId}
          onChange={(typeId) => onChange({ ...filter, typeId })}
        />
      )}
      <Pick<OpenState>
        label={t('project.open.state')}
        all={t('project.open.allStates')}
        options={states}
        value={filter.state}
        onChange={(state) => onChange({ ...filter, state })}
      />
      {hasDue && (
        <Checkbox
          label={t('project.open.overdueOnly')}
          isChecked={filter.overdueOnly}
          onChange={(event) => onChange({ ...filter, overdueOnly: event.currentTarget.checked })}
        />
      )}
    </div>
  );
}

interface Option<Value extends string> {
  readonly value: Value | null;
  readonly label: string;
}

interface PickProps<Value extends string> {
  readonly label: string;
  /** What choosing nothing is called. */
  readonly all: string;
  readonly options: readonly Option<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value | null) => void;
}

function Pick<Value extends string>({ label, all, options, value, onChange }: PickProps<Value>) {
  const inputId = useId();
  const everything: readonly Option<Value>[] = [{ value: null, label: all }, ...options];
  return (
    <div className={styles.filter}>
      <label htmlFor={inputId} className={styles.label}>
        {label}
      </label>
      <Select<Option<Value>>
        inputId={inputId}
        options={everything}
        value={everything.find((option) => option.value === value) ?? null}
        spacing="compact"
        isSearchable={false}
        onChange={(option) => onChange(option?.value ?? null)}
      />
    </div>
  );
}

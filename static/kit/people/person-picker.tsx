import AsyncSelect from '@atlaskit/select/async-select';
import { useState } from 'react';
import type { Person } from '../../../src/contract/handoff-screen';
import { useText } from '../text/use-text';
import { PersonPicture } from './person-picture';
import styles from './person-picker.module.css';

/** One thing to pick: a person, or something of the caller's own such as a group. */
export interface PickerOption {
  readonly value: string;
  readonly label: string;
  /** Null for what is no person. */
  readonly person: Person | null;
}

/** What the picker needs. */
export interface PersonPickerProps {
  readonly inputId: string;
  /** For screen readers, where no visible label points to `inputId`. */
  readonly label: string;
  /** People who match what was typed; asked with an empty query when the list opens. */
  readonly find: (query: string) => Promise<readonly Person[]>;
  /** Offered before the people found. */
  readonly extra?: readonly PickerOption[];
  readonly onPick: (option: PickerOption) => void;
  readonly autoFocus?: boolean;
}

function OptionLabel({ option }: { readonly option: PickerOption }) {
  const { person } = option;
  return (
    <span className={styles.option}>
      {person !== null && <PersonPicture person={person} />}
      {option.label}
    </span>
  );
}

/** Picks a person by name. It makes room below itself while its list is open: a frame cuts off what hangs out of it. */
export default function PersonPicker({ inputId, label, find, extra = [], onPick, autoFocus = false }: PersonPickerProps) {
  const t = useText();
  const [isOpen, setIsOpen] = useState(false);
  const load = async (query: string): Promise<PickerOption[]> => {
    const people = await find(query).catch(() => []);
    const matching = extra.filter((option) => option.label.toLocaleLowerCase().includes(query.toLocaleLowerCase()));
    return [...matching, ...people.map((person) => ({ value: person.accountId, label: person.displayName, person }))];
  };
  return (
    <div className={isOpen ? styles.withRoom : undefined}>
      <AsyncSelect<PickerOption>
        inputId={inputId}
        label={label}
        autoFocus={autoFocus}
        cacheOptions
        defaultOptions
        loadOptions={load}
        value={null}
        placeholder={t('common.pickPerson')}
        noOptionsMessage={() => t('common.nobodyFound')}
        loadingMessage={() => t('common.loading')}
        formatOptionLabel={(option) => <OptionLabel option={option} />}
        maxMenuHeight={200}
        menuPlacement="bottom"
        onMenuOpen={() => setIsOpen(true)}
        onMenuClose={() => setIsOpen(false)}
        onChange={(option) => {
          if (option !== null) onPick(option);
        }}
      />
    </div>
  );
}

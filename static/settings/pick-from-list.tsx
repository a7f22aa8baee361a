import Select from '@atlaskit/select';
import type { NamedChoice } from '../../src/contract/settings';

interface PickProps {
  readonly inputId: string;
  readonly choices: readonly NamedChoice[];
  readonly placeholder: string;
  readonly isInvalid?: boolean;
}

interface Option {
  readonly label: string;
  readonly value: string;
}

const toOption = ({ id, name }: NamedChoice): Option => ({ value: id, label: name });

/** A deleted choice stays visible by its id, so that saving does not silently drop it. */
function optionFor(options: readonly Option[], id: string): Option {
  return options.find(({ value }) => value === id) ?? { value: id, label: id };
}

/** One of Jira's named things; the empty string when none is picked. */
export function PickOne({
  inputId,
  choices,
  value,
  placeholder,
  isInvalid = false,
  onChange,
}: PickProps & { readonly value: string; readonly onChange: (id: string) => void }) {
  const options = choices.map(toOption);
  return (
    <Select<Option>
      inputId={inputId}
      options={options}
      value={value === '' ? null : optionFor(options, value)}
      placeholder={placeholder}
      isInvalid={isInvalid}
      menuPlacement="auto"
      onChange={(option) => onChange(option?.value ?? '')}
    />
  );
}

import { AsyncSelect } from '@atlaskit/select';
import type { SettingsView } from '../../src/contract/settings';
import type { ReceiverRule } from '../../src/domain/type/handoff-type';
import { call } from '../kit/bridge/call';
import { useText } from '../kit/text/use-text';
import { useLatestSearch } from './use-latest-search';

type Searched = Extract<ReceiverRule, { readonly kind: 'person' | 'group' }>;

interface FindReceiverProps {
  readonly inputId: string;
  readonly isInvalid: boolean;
  readonly people: SettingsView['people'];
  readonly receiver: Searched;
  /** Told who was picked, and by which name they were found. */
  readonly onChange: (receiver: Searched, name: string) => void;
}

interface Option {
  readonly label: string;
  readonly value: string;
}

/** Finds a person or a group by name while typing. */
export function FindReceiver({ inputId, isInvalid, people, receiver, onChange }: FindReceiverProps) {
  const t = useText();
  const { kind } = receiver;
  const { search, knownName } = useLatestSearch(async (query): Promise<readonly Option[]> => {
    const found = await call('settings.findPeople', { query });
    return kind === 'person'
      ? found.people.map(({ accountId, displayName }) => ({ value: accountId, label: displayName }))
      : found.groups.map(({ id, name }) => ({ value: id, label: name }));
  });
  const chosen: Option =
    receiver.kind === 'person'
      ? {
          value: receiver.accountId,
          label: knownName(receiver.accountId) ?? people[receiver.accountId]?.displayName ?? t('common.formerUser'),
        }
      : { value: receiver.groupId, label: receiver.groupName };
  return (
    <AsyncSelect<Option>
      key={kind}
      inputId={inputId}
      isInvalid={isInvalid}
      value={chosen.value === '' ? null : chosen}
      placeholder={t('settings.receiver.search')}
      noOptionsMessage={() => t('settings.receiver.searchEmpty')}
      menuPlacement="auto"
      defaultOptions
      loadOptions={search}
      onChange={(option) => {
        if (option !== null)
          onChange(
            kind === 'person' ? { kind, accountId: option.value } : { kind, groupId: option.value, groupName: option.label },
            option.label,
          );
      }}
    />
  );
}

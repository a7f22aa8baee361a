import { useState } from 'react';
import type { Person } from '../../../src/contract/handoff-screen';
import type { Receiver } from '../../../src/domain/handoff/handoff';
import { isGone } from '../../../src/domain/handoff/receiver';
import { call } from '../../kit/bridge/call';
import { LazyPersonPicker } from '../../kit/people/lazy-person-picker';
import { PersonChip } from '../../kit/people/person-chip';
import type { PickerOption } from '../../kit/people/person-picker';
import { TextButton } from '../../kit/layout/text-button';
import { useOpener } from '../../kit/layout/use-opener';
import { useText } from '../../kit/text/use-text';
import { useCard, useNames } from '../data/card-context';
import { target } from '../data/use-session';
import styles from './people.module.css';

/** Which side of a handoff; `owner` finds out what is not known yet and is on neither. */
type Side = 'from' | 'to' | 'owner';

interface PartyProps {
  readonly side: Side;
  readonly personId: string | null;
  /** Name of a group or role, or what stands for somebody not known yet. */
  readonly otherwise: string;
}

/** `From Maya` or `To QA`. */
export function Party({ side, personId, otherwise }: PartyProps) {
  const t = useText();
  const names = useNames();
  return (
    <span className={styles.party}>
      {side !== 'owner' && <span className={styles.side}>{t(`handoff.${side}`)}</span>}
      {personId === null ? <span className={styles.pool}>{otherwise}</span> : <PersonChip person={names.find(personId)} />}
    </span>
  );
}

interface PersonChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly extra?: readonly PickerOption[];
  /** Who is not offered: the other side. */
  readonly except?: string | null;
  readonly onPick: (option: PickerOption) => void;
  readonly onCancel?: () => void;
  readonly autoFocus?: boolean;
}

/** Finds people who may see the work item. */
export function PersonChoice({ id, label, extra = [], except = null, onPick, onCancel, autoFocus = false }: PersonChoiceProps) {
  const t = useText();
  const { session } = useCard();
  const find = async (query: string): Promise<readonly Person[]> =>
    (await call('people.find', { ...target(session.issueId), query })).people.filter((person) => person.accountId !== except);
  return (
    <div className={styles.choice}>
      <label className={styles.choiceLabel} htmlFor={id}>
        {label}
      </label>
      <LazyPersonPicker inputId={id} label={label} find={find} extra={extra} onPick={onPick} autoFocus={autoFocus} />
      {onCancel !== undefined && <TextButton onClick={onCancel}>{t('common.cancel')}</TextButton>}
    </div>
  );
}

/** The type's own receiver as a choice, where the type names one. */
export function useTeamOption(): readonly PickerOption[] {
  const { card } = useCard();
  const { receiver, team } = card.handoffType;
  if (receiver.kind === 'group') return [{ value: 'team', label: receiver.groupName, person: null }];
  if (receiver.kind === 'role') return [{ value: 'team', label: receiver.roleName, person: null }];
  return receiver.kind === 'senderChooses' || isGone(receiver) ? [] : [{ value: 'team', label: team, person: null }];
}

/** What a picked option means as a receiver; null for the type's own. */
export function toReceiver(option: PickerOption): Receiver | null {
  return option.person === null ? null : { kind: 'person', accountId: option.person.accountId };
}

/** A name with *(change)* behind it that opens a picker in its place. */
export function ChangeableParty({
  party,
  label,
  ...choice
}: Omit<PersonChoiceProps, 'onCancel' | 'autoFocus'> & { readonly party: PartyProps }) {
  const t = useText();
  const [isChanging, setIsChanging] = useState(false);
  const opener = useOpener(isChanging);
  if (isChanging) {
    return (
      <PersonChoice
        {...choice}
        label={label}
        autoFocus
        onPick={(option) => {
          setIsChanging(false);
          choice.onPick(option);
        }}
        onCancel={() => setIsChanging(false)}
      />
    );
  }
  return (
    <span className={styles.party}>
      <Party {...party} />
      <TextButton ref={opener} onClick={() => setIsChanging(true)} label={label}>
        ({t('handoff.change')})
      </TextButton>
    </span>
  );
}

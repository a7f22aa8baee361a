import type { Handoff } from '../../../src/domain/handoff/handoff';
import { useText } from '../../kit/text/use-text';
import { useCard } from '../data/card-context';
import { PersonChoice, toReceiver, useTeamOption } from '../people/party-line';

/** Chooses who is asked instead; a person, or the type's own group or role. */
export function ChangeReceiver({ handoff, onClose }: { readonly handoff: Handoff; readonly onClose: () => void }) {
  const t = useText();
  const extra = useTeamOption();
  const { card, act } = useCard();
  return (
    <PersonChoice
      id={`handoff-${card.handoffType.typeId}-change-receiver`}
      label={t('handoff.receiver.change')}
      extra={extra}
      except={handoff.sender.value}
      autoFocus
      onCancel={onClose}
      onPick={(option) => {
        const receiver = toReceiver(option) ?? card.defaultReceiver;
        onClose();
        if (receiver !== null) void act('handoff.changeReceiver', { handoffId: handoff.handoffId, receiver });
      }}
    />
  );
}

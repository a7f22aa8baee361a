import type { Handoff } from '../../../src/domain/handoff/handoff';
import { announce } from '../../kit/feedback/announce';
import { useText } from '../../kit/text/use-text';
import { useCard, useNames } from '../data/card-context';
import { PersonChoice } from '../people/party-line';

/** Chooses who gets it instead of the receiver (T14); the sender and the history see both. */
export function DelegateForm({ handoff, onClose }: { readonly handoff: Handoff; readonly onClose: () => void }) {
  const t = useText();
  const names = useNames();
  const { card, act } = useCard();
  return (
    <PersonChoice
      id={`handoff-${card.handoffType.typeId}-delegate`}
      label={t('handoff.delegate.who')}
      except={handoff.sender.value}
      autoFocus
      onCancel={onClose}
      onPick={({ person }) => {
        onClose();
        if (person === null) return;
        void act('handoff.delegate', { handoffId: handoff.handoffId, to: person.accountId }).then((done) => {
          if (done !== null) announce(t('handoff.delegate.announced', { name: person.displayName || names.person(person.accountId) }));
        });
      }}
    />
  );
}

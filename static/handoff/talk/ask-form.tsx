import { MAX_TEXT_LENGTH } from '../../../src/contract/limits';
import { announce } from '../../kit/feedback/announce';
import { useText } from '../../kit/text/use-text';
import { useCard, useNames } from '../data/card-context';
import { TextForm } from './text-form';

/** A question to the sending side, before the sign-off or, where there is support, after it. */
export function AskForm({
  handoffId,
  onClose,
  isPrimary,
}: {
  readonly handoffId: string;
  readonly onClose: () => void;
  readonly isPrimary: boolean;
}) {
  const t = useText();
  const names = useNames();
  const { card, act, busy } = useCard();
  const sender = names.person(card.handoff?.sender.value ?? '');
  return (
    <TextForm
      label={t('handoff.ask.label', { name: sender })}
      maxLength={MAX_TEXT_LENGTH}
      submit={t('handoff.ask')}
      isPrimary={isPrimary}
      isBusy={busy === 'handoff.ask'}
      onCancel={onClose}
      onSubmit={async (text) => {
        const done = await act('handoff.ask', { handoffId, text });
        if (done === null) return false;
        announce(t('handoff.asked.announced', { name: sender }));
        onClose();
        return true;
      }}
    />
  );
}

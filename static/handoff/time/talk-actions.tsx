import { useState } from 'react';
import { MAX_TEXT_LENGTH } from '../../../src/contract/limits';
import type { Handoff } from '../../../src/domain/handoff/handoff';
import { isNamed } from '../../../src/domain/handoff/receiver';
import { isTalkOwed } from '../../../src/domain/handoff/verification';
import { optionsOf } from '../../../src/domain/type/type-options';
import { announce } from '../../kit/feedback/announce';
import { TextButton } from '../../kit/layout/text-button';
import { useOpener } from '../../kit/layout/use-opener';
import { useText } from '../../kit/text/use-text';
import { useCard } from '../data/card-context';
import { TextForm } from '../talk/text-form';
import styles from './time.module.css';

type Instead = 'video' | 'note' | 'accountable';

/** Saying that they talked, confirming it, or giving something instead: links, each for whom it is for. */
export function TalkActions({ handoff, isAdvised }: { readonly handoff: Handoff; readonly isAdvised: boolean }) {
  const t = useText();
  const { card, screen, act } = useCard();
  const [instead, setInstead] = useState<Instead | null>(null);
  const opener = useOpener(instead !== null);
  const { handoffId, talk, talkWaiver, offer, sender } = handoff;
  const me = screen.viewer.accountId;
  const options = optionsOf(card.handoffType);
  const isSender = sender.value === me;
  const isReceiver = !isSender && offer !== null && (offer.takenBy === me || (offer.takenBy === null && isNamed(offer.receiver, me)));
  const isSettled = talk?.confirmedBy !== undefined || talkWaiver !== undefined;
  // A video or a note stands for the advised talk, never for the one that two failed readbacks leave.
  const isOwed = isTalkOwed(handoff, card.handoffType);
  const isWanted = (isAdvised && talkWaiver === undefined) || isOwed;
  const choices: readonly Instead[] =
    isSettled || isOwed || options.talk !== 'required' || !isAdvised ? [] : listChoices(isSender, options.accountableId === me);
  const say = async (name: 'handoff.logTalk' | 'handoff.confirmTalk'): Promise<void> => {
    if ((await act(name, { handoffId })) !== null) announce(t('common.saved'));
  };
  if (instead !== null) return <InsteadForm handoffId={handoffId} instead={instead} onClose={() => setInstead(null)} />;
  const mayLog = (isSender || isReceiver) && talk === undefined && isWanted;
  const mayConfirm = (isSender || isReceiver) && talk !== undefined && talk.confirmedBy === undefined && talk.loggedBy !== me;
  if (!mayLog && !mayConfirm && choices.length === 0) return null;
  return (
    <div className={styles.links}>
      {mayLog && <TextButton onClick={() => void say('handoff.logTalk')}>{t('handoff.talk.log')}</TextButton>}
      {mayConfirm && <TextButton onClick={() => void say('handoff.confirmTalk')}>{t('handoff.talk.confirm')}</TextButton>}
      {choices.map((choice, index) => (
        <TextButton key={choice} {...(index === 0 ? { ref: opener } : {})} onClick={() => setInstead(choice)}>
          {t(`handoff.talk.instead.${choice}`)}
        </TextButton>
      ))}
    </div>
  );
}

function listChoices(isSender: boolean, isAccountable: boolean): readonly Instead[] {
  return [...(isSender ? (['video', 'note'] as const) : []), ...(isAccountable ? (['accountable'] as const) : [])];
}

function InsteadForm({
  handoffId,
  instead,
  onClose,
}: {
  readonly handoffId: string;
  readonly instead: Instead;
  readonly onClose: () => void;
}) {
  const t = useText();
  const { act, busy } = useCard();
  return (
    <TextForm
      label={t(`handoff.talk.instead.${instead}.label`)}
      maxLength={MAX_TEXT_LENGTH}
      submit={t('common.save')}
      isBusy={busy === 'handoff.waiveTalk'}
      onCancel={onClose}
      onSubmit={async (text) => {
        const done = await act('handoff.waiveTalk', { handoffId, instead, text });
        if (done === null) return false;
        announce(t('common.saved'));
        onClose();
        return true;
      }}
    />
  );
}

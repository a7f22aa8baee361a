import { useState } from 'react';
import type { Handoff } from '../../../src/domain/handoff/handoff';
import type { ScreenState } from '../../../src/domain/handoff/screen-state';
import { announce } from '../../kit/feedback/announce';
import { Fold } from '../../kit/layout/fold';
import { TextButton } from '../../kit/layout/text-button';
import { useOpener } from '../../kit/layout/use-opener';
import { useText } from '../../kit/text/use-text';
import { useMomentText } from '../../kit/time/use-moment-text';
import { useCard, useNames } from '../data/card-context';
import { readHandoff } from '../model/reading';
import { PersonChoice, toReceiver, useTeamOption } from '../people/party-line';
import { ReadingView } from '../reading/reading-view';
import { QuestionThreads } from '../talk/question-threads';
import { Readbacks } from '../verify/readbacks';
import { VerificationNotes } from '../verify/verification-notes';
import styles from './card.module.css';
import { WithdrawForm } from './draft-body';

/** What the sending side, and anybody looking on, sees while it waits or is being checked. */
export function WaitingBody({ state, handoff }: { readonly state: ScreenState; readonly handoff: Handoff }) {
  const t = useText();
  const { card, screen } = useCard();
  return (
    <>
      <QuestionThreads handoffId={handoff.handoffId} questions={handoff.questions} mayAnswer={state.primaryAction === 'answer'} />
      <Readbacks state={state} handoff={handoff} />
      <VerificationNotes state={state} handoff={handoff} />
      <WaitingLinks state={state} handoff={handoff} />
      <Fold summary={t('handoff.whatWasHandedOver')} startsOpen={handoff.questions.length === 0}>
        <ReadingView readings={readHandoff(card, handoff, screen.issue)} />
      </Fold>
    </>
  );
}

function WaitingLinks({ state, handoff }: { readonly state: ScreenState; readonly handoff: Handoff }) {
  const t = useText();
  const names = useNames();
  const moment = useMomentText();
  const extra = useTeamOption();
  const { card, act } = useCard();
  const [open, setOpen] = useState<'receiver' | 'takeBack' | null>(null);
  const receiverOpener = useOpener(open === 'receiver');
  const takeBackOpener = useOpener(open === 'takeBack');
  const { handoffId, offer } = handoff;
  const { secondaryActions } = state;
  const close = (): void => setOpen(null);
  const remind = async (): Promise<void> => {
    if ((await act('handoff.remind', { handoffId })) !== null) announce(t('handoff.reminded.announced'));
  };
  if (open === 'takeBack') return <WithdrawForm action="takeBack" onCancel={close} />;
  if (open === 'receiver') {
    return (
      <PersonChoice
        id={`handoff-${card.handoffType.typeId}-change-receiver`}
        label={t('handoff.receiver.change')}
        extra={extra}
        except={handoff.sender.value}
        autoFocus
        onCancel={close}
        onPick={(option) => {
          const receiver = toReceiver(option) ?? card.defaultReceiver;
          close();
          if (receiver !== null) void act('handoff.changeReceiver', { handoffId, receiver });
        }}
      />
    );
  }
  return (
    <div className={styles.links}>
      {secondaryActions.includes('remind') && (
        <TextButton onClick={() => void remind()}>{t('handoff.remind', { name: names.receiver(offer?.receiver ?? null) })}</TextButton>
      )}
      {offer !== null && offer.remindedAt !== null && (
        <span className={styles.quiet}>{t('handoff.reminded', { time: moment(offer.remindedAt) })}</span>
      )}
      {secondaryActions.includes('changeReceiver') && (
        <TextButton ref={receiverOpener} onClick={() => setOpen('receiver')}>
          {t('handoff.changeReceiver')}
        </TextButton>
      )}
      {secondaryActions.includes('takeBack') && (
        <TextButton ref={takeBackOpener} onClick={() => setOpen('takeBack')}>
          {t('handoff.takeBack')}
        </TextButton>
      )}
    </div>
  );
}

import Button from '@atlaskit/button/default/button';
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
import { useReused } from '../draft/use-last-time';
import { readHandoff } from '../model/reading';
import { ReadingView } from '../reading/reading-view';
import { ChangeReceiver } from '../stand-in/change-receiver';
import { QuestionThreads } from '../talk/question-threads';
import styles from './card.module.css';
import { WithdrawForm } from './draft-body';

/** What the sending side, and anybody looking on, sees while it waits or is being checked. */
export function WaitingBody({ state, handoff }: { readonly state: ScreenState; readonly handoff: Handoff }) {
  const t = useText();
  const { card, screen } = useCard();
  const reused = useReused();
  return (
    <>
      <QuestionThreads
        handoffId={handoff.handoffId}
        questions={handoff.questions}
        mayAnswer={state.primaryAction === 'answer' || state.secondaryActions.includes('answer')}
      />
      <WaitingLinks state={state} handoff={handoff} />
      <Fold summary={t('handoff.whatWasHandedOver')} startsOpen={handoff.questions.length === 0}>
        <ReadingView readings={readHandoff(card, handoff, screen.issue, reused)} />
      </Fold>
    </>
  );
}

function WaitingLinks({ state, handoff }: { readonly state: ScreenState; readonly handoff: Handoff }) {
  const t = useText();
  const names = useNames();
  const moment = useMomentText();
  const { card, act } = useCard();
  const [open, setOpen] = useState<'receiver' | 'takeBack' | null>(null);
  const receiverOpener = useOpener(open === 'receiver');
  const takeBackOpener = useOpener(open === 'takeBack');
  const { handoffId, offer } = handoff;
  const { secondaryActions } = state;
  const answeredFor = (card.handoffType.options?.accountableId ?? null) !== null;
  const isTakenForGood =
    answeredFor && state.row === 'checkingSender' && !secondaryActions.includes('takeBack') && state.primaryAction !== 'changeReceiver';
  const close = (): void => setOpen(null);
  const remind = async (): Promise<void> => {
    if ((await act('handoff.remind', { handoffId })) !== null) announce(t('handoff.reminded.announced'));
  };
  if (open === 'takeBack') return <WithdrawForm action="takeBack" onCancel={close} />;
  if (open === 'receiver') {
    return <ChangeReceiver handoff={handoff} onClose={close} />;
  }
  return (
    <div className={styles.links}>
      {secondaryActions.includes('remind') && (
        <TextButton onClick={() => void remind()}>{t('handoff.remind', { name: names.receiver(offer?.receiver ?? null) })}</TextButton>
      )}
      {offer !== null && offer.remindedAt !== null && (
        <span className={styles.quiet}>{t('handoff.reminded', { time: moment(offer.remindedAt) })}</span>
      )}
      {state.primaryAction === 'changeReceiver' && (
        <Button appearance="primary" onClick={() => setOpen('receiver')}>
          {t('handoff.changeReceiver')}
        </Button>
      )}
      {secondaryActions.includes('changeReceiver') && (
        <TextButton ref={receiverOpener} onClick={() => setOpen('receiver')}>
          {t('handoff.changeReceiver')}
        </TextButton>
      )}
      {isTakenForGood && <span className={styles.quiet}>{t('handoff.takenHint', { name: names.person(offer?.takenBy ?? '') })}</span>}
      {secondaryActions.includes('takeBack') && (
        <TextButton ref={takeBackOpener} onClick={() => setOpen('takeBack')}>
          {t('handoff.takeBack')}
        </TextButton>
      )}
    </div>
  );
}

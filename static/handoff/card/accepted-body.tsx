import { useState } from 'react';
import { MAX_TEXT_LENGTH } from '../../../src/contract/limits';
import type { Handoff } from '../../../src/domain/handoff/handoff';
import { isOpenQuestion } from '../../../src/domain/handoff/support-window';
import type { ScreenState } from '../../../src/domain/handoff/screen-state';
import { announce } from '../../kit/feedback/announce';
import { Fold } from '../../kit/layout/fold';
import { TextButton } from '../../kit/layout/text-button';
import { useOpener } from '../../kit/layout/use-opener';
import { useText } from '../../kit/text/use-text';
import { RatingGiven } from '../after/rating-given';
import { RatingRow } from '../after/rating';
import { RecordRework, Reworks } from '../after/rework';
import { TeamNotes } from '../after/team-notes';
import { useCard, useNames } from '../data/card-context';
import { readHandoff } from '../model/reading';
import { ReadingView } from '../reading/reading-view';
import { AskForm } from '../talk/ask-form';
import { QuestionThreads } from '../talk/question-threads';
import { TextForm } from '../talk/text-form';
import { ChangedFacts } from '../verify/changed-facts';
import { Readbacks } from '../verify/readbacks';
import { VerificationNotes } from '../verify/verification-notes';
import styles from './card.module.css';

/** After the sign-off: the rating for the receiver, open questions for the sender, a note for both. */
export function AcceptedBody({ state, handoff }: { readonly state: ScreenState; readonly handoff: Handoff }) {
  const t = useText();
  const { card, screen } = useCard();
  const mayAnswer = state.primaryAction === 'answer';
  const mayRate = state.primaryAction === 'rate' || state.secondaryActions.includes('rate');
  const nextStep = handoff.acceptance?.nextStep ?? null;
  // The sender needs only what is still open; the rest is in the fold below.
  const questions = state.row === 'acceptedSender' ? handoff.questions.filter(isOpenQuestion) : handoff.questions;
  return (
    <>
      <ChangedFacts handoff={handoff} mayConfirm={state.primaryAction === 'confirmChange'} />
      {mayRate && <RatingRow handoff={handoff} />}
      {state.row === 'acceptedSender' && handoff.rating !== null && <RatingGiven rating={handoff.rating} />}
      {nextStep !== null && <p className={styles.quiet}>{t('handoff.nextStep.was', { nextStep })}</p>}
      <QuestionThreads handoffId={handoff.handoffId} questions={questions} mayAnswer={mayAnswer} />
      <Readbacks state={state} handoff={handoff} />
      <VerificationNotes state={state} handoff={handoff} />
      <TeamNotes notes={handoff.teamNotes} />
      <Reworks handoff={handoff} />
      <div className={styles.links}>
        {state.secondaryActions.includes('ask') && <Ask handoffId={handoff.handoffId} />}
        {state.secondaryActions.includes('addNote') && <AddNote handoffId={handoff.handoffId} />}
        {state.secondaryActions.includes('recordRework') && <RecordRework handoff={handoff} />}
        {state.secondaryActions.includes('handBack') && <HandBack handoff={handoff} />}
      </div>
      <Fold summary={t('handoff.whatWasHandedOver')}>
        <ReadingView readings={readHandoff(card, handoff, screen.issue)} />
      </Fold>
    </>
  );
}

function Ask({ handoffId }: { readonly handoffId: string }) {
  const t = useText();
  const [isOpen, setIsOpen] = useState(false);
  const opener = useOpener(isOpen);
  if (isOpen) return <AskForm handoffId={handoffId} onClose={() => setIsOpen(false)} isPrimary={false} />;
  return (
    <TextButton ref={opener} onClick={() => setIsOpen(true)}>
      {t('handoff.ask')}
    </TextButton>
  );
}

function HandBack({ handoff }: { readonly handoff: Handoff }) {
  const t = useText();
  const { act } = useCard();
  const names = useNames();
  const handBack = async (): Promise<void> => {
    if ((await act('handoff.handBack', { handoffId: handoff.handoffId })) !== null) announce(t('handoff.handBack.announced'));
  };
  return (
    <TextButton onClick={() => void handBack()}>
      {t('handoff.handBack', { name: names.person(handoff.sender.value ?? handoff.createdBy) })}
    </TextButton>
  );
}

function AddNote({ handoffId }: { readonly handoffId: string }) {
  const t = useText();
  const { act, busy } = useCard();
  const [isOpen, setIsOpen] = useState(false);
  const opener = useOpener(isOpen);
  if (!isOpen) {
    return (
      <TextButton ref={opener} onClick={() => setIsOpen(true)}>
        {t('handoff.addNote')}
      </TextButton>
    );
  }
  return (
    <TextForm
      label={t('handoff.addNote.label')}
      hint={t('handoff.addNote.hint')}
      maxLength={MAX_TEXT_LENGTH}
      submit={t('handoff.addNote')}
      isBusy={busy === 'handoff.addNote'}
      onCancel={() => setIsOpen(false)}
      onSubmit={async (text) => {
        const done = await act('handoff.addNote', { handoffId, text });
        if (done === null) return false;
        announce(t('common.saved'));
        setIsOpen(false);
        return true;
      }}
    />
  );
}

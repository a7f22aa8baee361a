import { useState } from 'react';
import { MAX_LINE_LENGTH } from '../../../src/contract/limits';
import { asksForReason } from '../../../src/domain/handoff/asks-for-reason';
import type { Handoff } from '../../../src/domain/handoff/handoff';
import { announce } from '../../kit/feedback/announce';
import { RatingSteps } from '../../kit/rating/rating-steps';
import { useText } from '../../kit/text/use-text';
import { useCard, useNames } from '../data/card-context';
import { TextForm } from '../talk/text-form';
import { TextButton } from '../../kit/layout/text-button';
import { useOpener } from '../../kit/layout/use-opener';
import styles from './after.module.css';

/** How complete the handoff was: five labelled steps in one row, one tap saves; a comment may follow. */
export function RatingRow({ handoff }: { readonly handoff: Handoff }) {
  const t = useText();
  const names = useNames();
  const { act, busy } = useCard();
  const sender = names.person(handoff.sender.value ?? handoff.createdBy);
  const questionId = `${handoff.handoffId}-rating`;
  const question = t('handoff.rating.question', { sender });
  const [asksWhy, setAsksWhy] = useState(false);
  const rate = async (value: number): Promise<void> => {
    const done = await act('handoff.rate', { handoffId: handoff.handoffId, value, comment: handoff.rating?.comment ?? null });
    if (done === null) return;
    // A low rating without a word is saved; why is asked once and never insisted on (E31, S-125).
    setAsksWhy(asksForReason(value, handoff.rating?.comment ?? null));
    announce(t('handoff.rating.saved', { value }));
  };
  return (
    <div className={styles.rating}>
      <p id={questionId}>{question}</p>
      <RatingSteps
        questionId={questionId}
        value={handoff.rating?.value ?? null}
        isBusy={busy === 'handoff.rate'}
        onPick={(value) => void rate(value)}
      />
      {handoff.rating !== null && (
        <RatingComment key={asksWhy ? 'why' : 'comment'} handoff={handoff} rating={handoff.rating} asksWhy={asksWhy} />
      )}
    </div>
  );
}

interface RatingCommentProps {
  readonly handoff: Handoff;
  readonly rating: NonNullable<Handoff['rating']>;
  readonly asksWhy: boolean;
}

function RatingComment({ handoff, rating, asksWhy }: RatingCommentProps) {
  const t = useText();
  const { act, busy } = useCard();
  const [isWriting, setIsWriting] = useState(asksWhy);
  const opener = useOpener(isWriting);
  const send = async (comment: string): Promise<boolean> => {
    const done = await act('handoff.rate', { handoffId: handoff.handoffId, value: rating.value, comment });
    if (done === null) return false;
    setIsWriting(false);
    announce(t('common.saved'));
    return true;
  };
  if (isWriting) {
    return (
      <TextForm
        label={t(asksWhy ? 'handoff.rating.why' : 'handoff.rating.comment')}
        autoFocus={!asksWhy}
        maxLength={MAX_LINE_LENGTH}
        submit={t('common.save')}
        isBusy={busy === 'handoff.rate'}
        onSubmit={send}
        onCancel={() => setIsWriting(false)}
      />
    );
  }
  return (
    <p className={styles.comment}>
      {rating.comment !== null && <span>“{rating.comment}” </span>}
      <TextButton ref={opener} onClick={() => setIsWriting(true)}>
        {rating.comment === null ? t('handoff.rating.addComment') : t('handoff.rating.changeComment')}
      </TextButton>
    </p>
  );
}

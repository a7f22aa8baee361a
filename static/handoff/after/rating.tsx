import { useRef, useState, type KeyboardEvent } from 'react';
import { MAX_LINE_LENGTH } from '../../../src/contract/limits';
import type { Handoff } from '../../../src/domain/handoff/handoff';
import { announce } from '../../kit/feedback/announce';
import { useText } from '../../kit/text/use-text';
import { useCard, useNames } from '../data/card-context';
import { TextForm } from '../talk/text-form';
import { TextButton } from '../../kit/layout/text-button';
import { useOpener } from '../../kit/layout/use-opener';
import styles from './after.module.css';

const STEPS = [1, 2, 3, 4, 5] as const;

/** How complete the handoff was: five labelled steps in one row, one tap saves; a comment may follow. */
export function RatingRow({ handoff }: { readonly handoff: Handoff }) {
  const t = useText();
  const names = useNames();
  const { act, busy } = useCard();
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);
  const chosen = handoff.rating?.value ?? null;
  const sender = names.person(handoff.sender.value ?? handoff.createdBy);
  const question = t('handoff.rating.question', { sender });
  const rate = async (value: number): Promise<void> => {
    const done = await act('handoff.rate', { handoffId: handoff.handoffId, value, comment: handoff.rating?.comment ?? null });
    if (done !== null) announce(t('handoff.rating.saved', { value }));
  };
  const move = (event: KeyboardEvent, index: number): void => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    buttons.current[(index + step + STEPS.length) % STEPS.length]?.focus();
  };
  return (
    <div className={styles.rating}>
      <p id={`${handoff.handoffId}-rating`}>{question}</p>
      <div role="radiogroup" aria-labelledby={`${handoff.handoffId}-rating`} aria-busy={busy === 'handoff.rate'} className={styles.steps}>
        {STEPS.map((value, index) => (
          <button
            key={value}
            ref={(button) => {
              buttons.current[index] = button;
            }}
            type="button"
            role="radio"
            aria-checked={chosen === value}
            tabIndex={value === (chosen ?? 1) ? 0 : -1}
            className={`${styles.step ?? ''} ${chosen === value ? (styles.chosen ?? '') : ''}`}
            onClick={() => void rate(value)}
            onKeyDown={(event) => move(event, index)}
          >
            <span className={styles.digit}>{value}</span>
            <span className={styles.word}>{t(`handoff.rating.${value}`)}</span>
          </button>
        ))}
      </div>
      {handoff.rating !== null && <RatingComment handoff={handoff} rating={handoff.rating} />}
    </div>
  );
}

function RatingComment({ handoff, rating }: { readonly handoff: Handoff; readonly rating: NonNullable<Handoff['rating']> }) {
  const t = useText();
  const { act, busy } = useCard();
  const [isWriting, setIsWriting] = useState(false);
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
        label={t('handoff.rating.comment')}
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

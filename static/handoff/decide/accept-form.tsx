import Button from '@atlaskit/button/default/button';
import Textfield from '@atlaskit/textfield';
import { useId, useState } from 'react';
import { MAX_LINE_LENGTH } from '../../../src/contract/limits';
import type { Handoff } from '../../../src/domain/handoff/handoff';
import { isSelfOffer } from '../../../src/domain/handoff/self-handoff';
import { levelOf, readBackAsNextStep } from '../../../src/domain/handoff/verification';
import { announce } from '../../kit/feedback/announce';
import { useText } from '../../kit/text/use-text';
import { useCard } from '../data/card-context';
import { Problem } from '../draft/problem';
import styles from './decide.module.css';

interface AcceptFormProps {
  readonly handoff: Handoff;
}

/** Accept in one click, with the receiver's next step where it is wanted. */
export function AcceptForm({ handoff }: AcceptFormProps) {
  const t = useText();
  const id = useId();
  const { card, screen, act, busy, onDecided } = useCard();
  const nextStepRequired = !isSelfOffer(handoff) && levelOf(handoff, card.handoffType) >= 1;
  const [nextStep, setNextStep] = useState(() => readBackAsNextStep(handoff, card.handoffType, screen.viewer.accountId) ?? '');
  const [isMissing, setIsMissing] = useState(false);
  const accept = async (): Promise<void> => {
    const written = nextStep.trim();
    if (nextStepRequired && written === '') {
      setIsMissing(true);
      document.getElementById(id)?.focus();
      return;
    }
    const digest = handoff.offer?.digest ?? '';
    const done = await act('handoff.accept', { handoffId: handoff.handoffId, digest, nextStep: written === '' ? null : written });
    if (done === null) return;
    announce(t('handoff.accepted.announced'));
    onDecided?.('accepted', done.move);
  };
  return (
    <form
      className={styles.accept}
      onSubmit={(event) => {
        event.preventDefault();
        void accept();
      }}
    >
      <label className={styles.label} htmlFor={id}>
        {card.handoffType.options?.readbackPrompt ?? t('handoff.nextStep')}{' '}
        {!nextStepRequired && <span className={styles.optional}>({t('common.optional')})</span>}
      </label>
      <Textfield
        id={id}
        value={nextStep}
        maxLength={MAX_LINE_LENGTH}
        isInvalid={isMissing}
        aria-describedby={`${id}-problem`}
        onChange={(event) => {
          setNextStep(event.currentTarget.value);
          setIsMissing(false);
        }}
      />
      <Problem id={`${id}-problem`} text={isMissing ? t('handoff.nextStep.missing') : null} />
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" isLoading={busy === 'handoff.accept'} aria-describedby={`${id}-meaning`}>
          {t('handoff.accept')}
        </Button>
      </div>
      <p className={styles.meaning} id={`${id}-meaning`}>
        {t('handoff.accept.meaning')}
      </p>
    </form>
  );
}

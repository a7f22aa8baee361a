import { useRef, type KeyboardEvent } from 'react';
import type { Rating } from '../../../src/domain/handoff/handoff';
import { useText } from '../text/use-text';
import styles from './rating-steps.module.css';

interface RatingStepsProps {
  /** Id of the question the steps answer. */
  readonly questionId: string;
  /** Names the group where the same question stands on a page several times. */
  readonly label?: string;
  readonly value: Rating['value'] | null;
  readonly isBusy?: boolean;
  readonly onPick: (value: Rating['value']) => void;
}

const STEPS: readonly Rating['value'][] = [1, 2, 3, 4, 5];

/**
 * Five labelled steps in one row as a radio group. Arrow keys only move along it, Space or Enter picks: picking saves, so a native
 * group, which picks with every arrow, would save each step on the way.
 */
export function RatingSteps({ questionId, label, value, isBusy = false, onPick }: RatingStepsProps) {
  const t = useText();
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);
  const naming = label === undefined ? { 'aria-labelledby': questionId } : { 'aria-label': label, 'aria-describedby': questionId };

  const move = (event: KeyboardEvent, index: number): void => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    buttons.current[(index + step + STEPS.length) % STEPS.length]?.focus();
  };

  return (
    <div role="radiogroup" {...naming} aria-busy={isBusy} className={styles.steps}>
      {STEPS.map((step, index) => (
        <button
          key={step}
          ref={(button) => {
            buttons.current[index] = button;
          }}
          type="button"
          role="radio"
          aria-checked={step === value}
          tabIndex={step === (value ?? 1) ? 0 : -1}
          className={`${styles.step ?? ''} ${step === value ? (styles.chosen ?? '') : ''}`}
          onClick={() => onPick(step)}
          onKeyDown={(event) => move(event, index)}
        >
          <span className={styles.digit}>{step}</span>
          <span className={styles.word}>{t(`handoff.rating.${step}`)}</span>
        </button>
      ))}
    </div>
  );
}

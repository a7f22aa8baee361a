import { useId, useRef, type KeyboardEvent } from 'react';
import type { Rating } from '../../src/domain/handoff/handoff';
import { useText } from '../kit/text/use-text';
import styles from './rating-steps.module.css';

interface RatingStepsProps {
  readonly legend: string;
  /** Names the group where several stand on one page. */
  readonly name: string;
  /** What the ends mean and who sees the answer. */
  readonly scale: string;
  readonly value: Rating['value'] | null;
  readonly onPick: (value: Rating['value']) => void;
}

const STEPS: readonly Rating['value'][] = [1, 2, 3, 4, 5];

/**
 * Five labelled steps as a radio group. Arrow keys only move along it, Space or Enter picks: picking saves, so a native group, which
 * picks with every arrow, would save each step on the way.
 */
export function RatingSteps({ legend, name, scale, value, onPick }: RatingStepsProps) {
  const t = useText();
  const scaleId = useId();
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);

  const onKeyDown = (event: KeyboardEvent, index: number): void => {
    const step = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    buttons.current[(index + step + STEPS.length) % STEPS.length]?.focus();
  };

  return (
    <div>
      <span className={styles.question}>{legend}</span>
      <div role="radiogroup" aria-label={name} aria-describedby={scaleId} className={styles.steps}>
        {STEPS.map((step, index) => (
          <button
            key={step}
            ref={(button) => {
              buttons.current[index] = button;
            }}
            type="button"
            role="radio"
            aria-checked={step === value}
            aria-label={t(`project.rate.value.${step}`)}
            tabIndex={step === (value ?? 1) ? 0 : -1}
            className={styles.step}
            onClick={() => onPick(step)}
            onKeyDown={(event) => onKeyDown(event, index)}
          >
            {step}
          </button>
        ))}
      </div>
      <span id={scaleId} className={styles.scale}>
        {scale}
      </span>
    </div>
  );
}

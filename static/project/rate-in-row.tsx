import { useId, useState } from 'react';
import type { HandoffListRow } from '../../src/contract/project-home';
import type { Rating } from '../../src/domain/handoff/handoff';
import { announce } from '../kit/feedback/announce';
import { call } from '../kit/bridge/call';
import { newCommandId } from '../kit/bridge/command-id';
import { ErrorStrip } from '../kit/feedback/error-strip';
import { RatingSteps } from '../kit/rating/rating-steps';
import { useText } from '../kit/text/use-text';
import styles from './rate-in-row.module.css';

interface RateInRowProps {
  readonly row: HandoffListRow;
  /** The sender's name: they see the rating. */
  readonly sender: string;
  /** Told at once, before it is stored; null takes it back because it could not be. */
  readonly onRated: (rating: Rating | null) => void;
}

/** Rates a handoff in one tap, without opening it; a further tap changes the rating while the handoff is open. */
export function RateInRow({ row, sender, onRated }: RateInRowProps) {
  const t = useText();
  const questionId = useId();
  const [phase, setPhase] = useState<'idle' | 'saving' | 'saved'>('idle');
  const [fault, setFault] = useState<{ readonly error: unknown; readonly value: Rating['value'] } | null>(null);

  const rate = async (value: Rating['value']): Promise<void> => {
    const before = row.rating;
    setFault(null);
    setPhase('saving');
    onRated({ value, comment: before?.comment ?? null, at: new Date().toISOString(), changedAt: null });
    try {
      await call('handoff.rate', {
        issueId: row.issueId,
        commandId: newCommandId(),
        handoffId: row.handoffId,
        value,
        comment: before?.comment ?? null,
      });
      setPhase('saved');
      announce(t('project.rate.saved', { value }));
    } catch (error) {
      onRated(before);
      setPhase('idle');
      setFault({ error, value });
    }
  };

  return (
    <div className={styles.rate}>
      <p id={questionId}>{t('handoff.rating.question', { sender })}</p>
      <RatingSteps
        questionId={questionId}
        label={t('project.rate.questionFor', { key: row.issueKey })}
        value={row.rating?.value ?? null}
        isBusy={phase === 'saving'}
        onPick={(value) => void rate(value)}
      />
      <span className={styles.state}>
        {phase === 'saving' && t('common.saving')}
        {phase === 'saved' && row.rating !== null && t('project.rate.saved', { value: row.rating.value })}
      </span>
      {fault !== null && <ErrorStrip error={fault.error} onRetry={() => void rate(fault.value)} />}
    </div>
  );
}

import Button from '@atlaskit/button/default/button';
import { useState } from 'react';
import { MAX_TEXT_LENGTH } from '../../../src/contract/limits';
import type { Handoff } from '../../../src/domain/handoff/handoff';
import type { ScreenAction, ScreenState } from '../../../src/domain/handoff/screen-state';
import { announce } from '../../kit/feedback/announce';
import { TextButton } from '../../kit/layout/text-button';
import { useOpener } from '../../kit/layout/use-opener';
import { useText } from '../../kit/text/use-text';
import { useCard, useNames } from '../data/card-context';
import { AcceptForm } from '../decide/accept-form';
import decideStyles from '../decide/decide.module.css';
import { ReturnForm } from '../decide/return-form';
import type { MissingMarks } from '../decide/use-missing-marks';
import { useReused } from '../draft/use-last-time';
import { readHandoff, type Reading } from '../model/reading';
import { ReadingView } from '../reading/reading-view';
import { QuestionThreads } from '../talk/question-threads';
import { TextForm } from '../talk/text-form';
import styles from './card.module.css';

interface ReceiverBodyProps {
  readonly state: ScreenState;
  readonly handoff: Handoff;
  readonly marks: MissingMarks;
  readonly onMoveFailed: () => void;
}

/** What the receiving side sees: what was handed over, the questions, and the decision. */
export function ReceiverBody({ state, handoff, marks, onMoveFailed }: ReceiverBodyProps) {
  const t = useText();
  const { card, screen, act, busy } = useCard();
  const [open, setOpen] = useState<'ask' | 'return' | null>(null);
  const { primaryAction, secondaryActions } = state;
  const reused = useReused();
  const { handoffId } = handoff;
  const close = (): void => setOpen(null);
  const cancelReturn = (): void => {
    // A mark on something required keeps the form open, so it goes too.
    marks.clear();
    close();
  };
  const mayMark = primaryAction === 'accept' || primaryAction === 'return';
  return (
    <>
      <ReadingView
        readings={readHandoff(card, handoff, screen.issue, reused)}
        {...(mayMark ? { mark: (reading: Reading) => <MissingMark reading={reading} marks={marks} /> } : {})}
      />
      <QuestionThreads handoffId={handoffId} questions={handoff.questions} mayAnswer={false} />
      <div className={styles.decision}>
        {primaryAction === 'accept' && open !== 'return' && <AcceptForm handoff={handoff} onMoveFailed={onMoveFailed} />}
        {primaryAction === 'take' && open !== 'return' && (
          <div className={styles.actions}>
            <Button appearance="primary" isLoading={busy === 'handoff.take'} onClick={() => void act('handoff.take', { handoffId })}>
              {t('handoff.take')}
            </Button>
          </div>
        )}
        {(primaryAction === 'return' || open === 'return') && (
          <ReturnForm handoff={handoff} marks={marks} isPrimary onCancel={cancelReturn} onMoveFailed={onMoveFailed} />
        )}
        {open === 'ask' && <AskForm handoffId={handoffId} onClose={close} isPrimary={false} />}
        <ReceiverLinks actions={secondaryActions} open={open} setOpen={setOpen} handoffId={handoffId} />
      </div>
    </>
  );
}

function MissingMark({ reading, marks }: { readonly reading: Reading; readonly marks: MissingMarks }) {
  const t = useText();
  const isMarked = marks.has(reading.field);
  return (
    <button
      type="button"
      aria-pressed={isMarked}
      aria-label={t('handoff.markMissing.thing', { title: reading.title })}
      className={`${decideStyles.mark ?? ''} ${isMarked ? (decideStyles.marked ?? '') : ''}`}
      onClick={() => marks.toggle(reading.field)}
    >
      {isMarked ? t('handoff.markedMissing') : t('handoff.markMissing')}
    </button>
  );
}

interface ReceiverLinksProps {
  readonly actions: readonly ScreenAction[];
  readonly open: 'ask' | 'return' | null;
  readonly setOpen: (form: 'ask' | 'return') => void;
  readonly handoffId: string;
}

function ReceiverLinks({ actions, open, setOpen, handoffId }: ReceiverLinksProps) {
  const t = useText();
  const { act } = useCard();
  const askOpener = useOpener(open === 'ask');
  const returnOpener = useOpener(open === 'return');
  return (
    <div className={styles.links}>
      {actions.includes('ask') && open !== 'ask' && (
        <TextButton ref={askOpener} onClick={() => setOpen('ask')}>
          {t('handoff.ask')}
        </TextButton>
      )}
      {actions.includes('return') && open !== 'return' && (
        <TextButton ref={returnOpener} onClick={() => setOpen('return')}>
          {t('handoff.return')}
        </TextButton>
      )}
      {actions.includes('giveBack') && (
        <TextButton onClick={() => void act('handoff.giveBack', { handoffId })}>{t('handoff.giveBack')}</TextButton>
      )}
    </div>
  );
}

function AskForm({
  handoffId,
  onClose,
  isPrimary,
}: {
  readonly handoffId: string;
  readonly onClose: () => void;
  readonly isPrimary: boolean;
}) {
  const t = useText();
  const names = useNames();
  const { card, act, busy } = useCard();
  const sender = names.person(card.handoff?.sender.value ?? '');
  return (
    <TextForm
      label={t('handoff.ask.label', { name: sender })}
      maxLength={MAX_TEXT_LENGTH}
      submit={t('handoff.ask')}
      isPrimary={isPrimary}
      isBusy={busy === 'handoff.ask'}
      onCancel={onClose}
      onSubmit={async (text) => {
        const done = await act('handoff.ask', { handoffId, text });
        if (done === null) return false;
        announce(t('handoff.asked.announced', { name: sender }));
        onClose();
        return true;
      }}
    />
  );
}

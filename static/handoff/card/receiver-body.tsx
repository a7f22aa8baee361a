import Button from '@atlaskit/button/default/button';
import { useState } from 'react';
import type { Handoff } from '../../../src/domain/handoff/handoff';
import type { ScreenAction, ScreenState } from '../../../src/domain/handoff/screen-state';
import { TextButton } from '../../kit/layout/text-button';
import { useOpener } from '../../kit/layout/use-opener';
import { useText } from '../../kit/text/use-text';
import { useCard } from '../data/card-context';
import { AcceptForm } from '../decide/accept-form';
import decideStyles from '../decide/decide.module.css';
import { ReceiverChecks } from '../decide/receiver-checks';
import { ReturnForm } from '../decide/return-form';
import type { MissingMarks } from '../decide/use-missing-marks';
import { useReused } from '../draft/use-last-time';
import { readHandoff, type Reading } from '../model/reading';
import { ReadingView } from '../reading/reading-view';
import { DelegateForm } from '../stand-in/delegate-form';
import { AskForm } from '../talk/ask-form';
import { QuestionThreads } from '../talk/question-threads';
import { ReadbackForm } from '../verify/readback-form';
import { Readbacks } from '../verify/readbacks';
import { VerificationNotes } from '../verify/verification-notes';
import styles from './card.module.css';

/** Forms behind the receiver's links, one at a time. */
type ReceiverForm = 'ask' | 'return' | 'delegate';

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
  const [open, setOpen] = useState<ReceiverForm | null>(null);
  const { primaryAction, secondaryActions } = state;
  const reused = useReused();
  const { handoffId } = handoff;
  const close = (): void => setOpen(null);
  const cancelReturn = (): void => {
    // A mark on something required keeps the form open, so it goes too.
    marks.clear();
    close();
  };
  const mayMark = primaryAction === 'accept' || primaryAction === 'readback' || primaryAction === 'return';
  return (
    <>
      <ReadingView
        readings={readHandoff(card, handoff, screen.issue, reused)}
        {...(mayMark ? { mark: (reading: Reading) => <MissingMark reading={reading} marks={marks} /> } : {})}
      />
      {mayMark && <ReceiverChecks marks={marks} />}
      <QuestionThreads handoffId={handoffId} questions={handoff.questions} mayAnswer={false} />
      <Readbacks state={state} handoff={handoff} />
      <VerificationNotes state={state} handoff={handoff} />
      <div className={styles.decision}>
        {primaryAction === 'accept' && open !== 'return' && <AcceptForm handoff={handoff} />}
        {primaryAction === 'readback' && open !== 'return' && <ReadbackForm handoff={handoff} />}
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
        {open === 'delegate' && <DelegateForm handoff={handoff} onClose={close} />}
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
  readonly open: ReceiverForm | null;
  readonly setOpen: (form: ReceiverForm) => void;
  readonly handoffId: string;
}

function ReceiverLinks({ actions, open, setOpen, handoffId }: ReceiverLinksProps) {
  const t = useText();
  const { act } = useCard();
  const askOpener = useOpener(open === 'ask');
  const returnOpener = useOpener(open === 'return');
  const delegateOpener = useOpener(open === 'delegate');
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
      {actions.includes('delegate') && open !== 'delegate' && (
        <TextButton ref={delegateOpener} onClick={() => setOpen('delegate')}>
          {t('handoff.delegate')}
        </TextButton>
      )}
    </div>
  );
}

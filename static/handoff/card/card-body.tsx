import { useState } from 'react';
import type { ScreenState } from '../../../src/domain/handoff/screen-state';
import { useCard } from '../data/card-context';
import { MoveYourselfStrip } from '../decide/return-form';
import type { MissingMarks } from '../decide/use-missing-marks';
import { OwnApprovals } from '../draft/approval-field';
import { History } from '../history/history';
import { readHandoff } from '../model/reading';
import { ReadingView } from '../reading/reading-view';
import { StandInLinks } from '../stand-in/stand-in-links';
import { HoldPart } from '../time/hold-part';
import { TimePart } from '../time/time-part';
import { AcceptedBody } from './accepted-body';
import { DraftBody, ReturnReason } from './draft-body';
import { EndedBody, PrepareNext } from './ended-body';
import { HandingOffBody } from './handing-off-body';
import { ReceiverBody } from './receiver-body';
import { WaitingBody } from './waiting-body';

interface CardBodyProps {
  readonly state: ScreenState;
  readonly marks: MissingMarks;
  readonly onPrepareNext: () => void;
}

/** Everything of a card under its top line. */
export function CardBody({ state, marks, onPrepareNext }: CardBodyProps) {
  const { card, screen } = useCard();
  const [isReturnUnmoved, setReturnUnmoved] = useState(false);
  const handoffId = card.handoff?.handoffId ?? card.ended?.handoffId ?? null;
  // What was answered may be older than the screen: a stored decision that still owes its move says so after every reload.
  const isUnmoved = card.moveToDo ? !screen.readOnly : isReturnUnmoved;
  const wasAccepted = card.moveToDo && card.handoff?.state === 'ACCEPTED';
  return (
    <>
      {isUnmoved && <MoveYourselfStrip toStatusName={wasAccepted ? card.toStatusName : null} />}
      <TimePart state={state} />
      <HoldPart state={state} />
      <RowBody state={state} marks={marks} onPrepareNext={onPrepareNext} onMoveFailed={() => setReturnUnmoved(true)} />
      <StandInLinks state={state} />
      {card.handoff !== null && <PrepareNext state={state} onPrepareNext={onPrepareNext} />}
      {handoffId !== null && <History handoffId={handoffId} />}
    </>
  );
}

function RowBody({ state, marks, onPrepareNext, onMoveFailed }: CardBodyProps & { readonly onMoveFailed: () => void }) {
  const { card, screen, session } = useCard();
  const { handoff } = card;
  const { isInRow } = session;
  switch (state.row) {
    case 'off':
      return null;
    case 'nothingPrepared':
    case 'draft':
    case 'ready':
    case 'returnedSender':
    case 'draftOthers':
      if (screen.viewer.canEdit && !screen.readOnly && !isInRow) return <DraftBody state={state} />;
      if (handoff === null) return null;
      return (
        <>
          {state.row === 'returnedSender' && <ReturnReason />}
          {!isInRow && <OwnApprovals />}
          <ReadingView readings={readHandoff(card, handoff, screen.issue)} />
        </>
      );
    case 'closed':
    case 'withdrawn':
      return <EndedBody state={state} onPrepareNext={onPrepareNext} />;
    case 'handingOff':
      return handoff && <HandingOffBody state={state} handoff={handoff} />;
    case 'waitingReceiver':
    case 'waitingGroup':
    case 'checkingReceiver':
      return handoff && <ReceiverBody state={state} handoff={handoff} marks={marks} onMoveFailed={onMoveFailed} />;
    case 'waitingSender':
    case 'checkingSender':
    case 'checkingOther':
      return handoff && <WaitingBody state={state} handoff={handoff} />;
    case 'returnedReceiver':
      return handoff && <ReadingView readings={readHandoff(card, handoff, screen.issue)} />;
    case 'acceptedReceiver':
    case 'acceptedSender':
      return handoff && <AcceptedBody state={state} handoff={handoff} />;
  }
}

import { useState } from 'react';
import { MAX_LINE_LENGTH } from '../../../src/contract/limits';
import type { Handoff } from '../../../src/domain/handoff/handoff';
import type { ScreenAction, ScreenRow, ScreenState } from '../../../src/domain/handoff/screen-state';
import { announce } from '../../kit/feedback/announce';
import { TextButton } from '../../kit/layout/text-button';
import { useText } from '../../kit/text/use-text';
import { WithdrawForm } from '../card/draft-body';
import cardStyles from '../card/card.module.css';
import { useCard } from '../data/card-context';
import { PersonChoice } from '../people/party-line';
import { TextForm } from '../talk/text-form';
import { ChangeReceiver } from './change-receiver';

/** Actions of those who step in for the pair, in the order they are offered. */
const ACTIONS = ['letPass', 'letAccept', 'changeReceiver', 'changeSender', 'withdraw', 'takeBack'] as const;
type StandInAction = (typeof ACTIONS)[number];

const DRAFT_ROWS: readonly ScreenRow[] = ['nothingPrepared', 'draft', 'ready', 'draftOthers', 'returnedSender'];
const WAITING_ROWS: readonly ScreenRow[] = ['waitingSender', 'checkingSender', 'checkingOther'];

/** Whether the body of the row has its own link for this. */
function isInBody(action: ScreenAction, row: ScreenRow, canEdit: boolean): boolean {
  if (WAITING_ROWS.includes(row)) return action === 'changeReceiver' || action === 'takeBack';
  return DRAFT_ROWS.includes(row) && canEdit && (action === 'withdraw' || action === 'changeReceiver');
}

/** Links under a card for what is the exception: one form at a time, never the button of the state. */
export function StandInLinks({ state }: { readonly state: ScreenState }) {
  const t = useText();
  const { card, screen } = useCard();
  const [open, setOpen] = useState<StandInAction | null>(null);
  const shown = ACTIONS.filter((action) => state.secondaryActions.includes(action) && !isInBody(action, state.row, screen.viewer.canEdit));
  if (shown.length === 0) return null;
  const close = (): void => setOpen(null);
  const { handoff } = card;
  if ((open === 'letPass' || open === 'letAccept') && shown.includes(open)) return <LetPassForm action={open} onClose={close} />;
  if (open !== null && handoff !== null && shown.includes(open)) {
    if (open === 'changeReceiver') return <ChangeReceiver handoff={handoff} onClose={close} />;
    if (open === 'changeSender') return <ChangeSenderForm handoff={handoff} onClose={close} />;
    if (open === 'withdraw' || open === 'takeBack') return <WithdrawForm action={open} onCancel={close} />;
  }
  return (
    <div className={cardStyles.links}>
      {shown.map((action) => (
        <TextButton key={action} onClick={() => setOpen(action)}>
          {t(`handoff.${action}`)}
        </TextButton>
      ))}
    </div>
  );
}

/** What each of the two lets go without; a talk belongs to what accepting takes. */
const WAIVED = { letPass: ['left'], letAccept: ['readback', 'talk'] } as const;

function LetPassForm({ action, onClose }: { readonly action: keyof typeof WAIVED; readonly onClose: () => void }) {
  const t = useText();
  const { card, act, busy } = useCard();
  return (
    <TextForm
      label={t(`handoff.${action}.why`)}
      hint={t(`handoff.${action}.hint`)}
      maxLength={MAX_LINE_LENGTH}
      submit={t(`handoff.${action}.submit`)}
      isBusy={busy === 'handoff.waive'}
      onCancel={onClose}
      onSubmit={async (reason) => {
        const done = await act('handoff.waive', { typeId: card.handoffType.typeId, reason, kinds: [...WAIVED[action]] });
        if (done === null) return false;
        announce(t(`handoff.${action}.announced`));
        onClose();
        return true;
      }}
    />
  );
}

interface FormProps {
  readonly handoff: Handoff;
  readonly onClose: () => void;
}

function ChangeSenderForm({ handoff, onClose }: FormProps) {
  const t = useText();
  const { card, act, busy } = useCard();
  const [chosen, setChosen] = useState<{ readonly accountId: string; readonly displayName: string } | null>(null);
  if (chosen === null) {
    return (
      <PersonChoice
        id={`handoff-${card.handoffType.typeId}-stand-in-sender`}
        label={t('handoff.changeSender.who')}
        except={handoff.offer?.takenBy ?? null}
        autoFocus
        onCancel={onClose}
        onPick={({ person }) => setChosen(person)}
      />
    );
  }
  return (
    <TextForm
      label={t('handoff.changeSender.why', { name: chosen.displayName })}
      maxLength={MAX_LINE_LENGTH}
      submit={t('handoff.changeSender')}
      isBusy={busy === 'handoff.changeSender'}
      onCancel={onClose}
      onSubmit={async (reason) => {
        const done = await act('handoff.changeSender', { handoffId: handoff.handoffId, sender: chosen.accountId, reason });
        if (done !== null) onClose();
        return done !== null;
      }}
    />
  );
}

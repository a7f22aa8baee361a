import type { Receiver } from '../../../src/domain/handoff/handoff';
import { maySelf } from '../../../src/domain/handoff/self-handoff';
import type { ScreenRow, ScreenState } from '../../../src/domain/handoff/screen-state';
import { useText } from '../../kit/text/use-text';
import { useCard, useNames } from '../data/card-context';
import { useDraftReceiver } from '../draft/receiver-field';
import { useField } from '../draft/use-field';
import { ChangeableParty, Party, toReceiver, useTeamOption } from '../people/party-line';
import styles from './card.module.css';

const EDITABLE: readonly ScreenRow[] = ['nothingPrepared', 'draft', 'ready', 'draftOthers', 'returnedSender'];

/** From whom to whom; both can be changed while it is prepared. */
export function PartiesLine({ state }: { readonly state: ScreenState }) {
  const { screen, session } = useCard();
  const { isInRow } = session;
  const isEditable = EDITABLE.includes(state.row) && screen.viewer.canEdit && !screen.readOnly && !isInRow;
  return (
    <div className={styles.parties}>
      <SenderParty isEditable={isEditable} />
      <ReceiverParty isEditable={isEditable} />
    </div>
  );
}

function SenderParty({ isEditable }: { readonly isEditable: boolean }) {
  const t = useText();
  const { card } = useCard();
  const field = useField('sender');
  const stored = card.handoff === null ? (card.ended?.senderId ?? null) : (card.handoff.sender.value ?? card.handoff.createdBy);
  const senderId = field.isUnsaved && typeof field.value === 'string' ? field.value : stored;
  const party = { side: 'from', personId: senderId, otherwise: t('handoff.from.assignee') } as const;
  if (!isEditable || card.handoff === null) return <Party {...party} />;
  return (
    <ChangeableParty
      party={party}
      id={`handoff-${card.handoffType.typeId}-sender`}
      label={t('handoff.sender.change')}
      onPick={(option) => {
        if (option.person !== null && option.person.accountId !== senderId) field.put(option.person.accountId, 'now');
      }}
    />
  );
}

function ReceiverParty({ isEditable }: { readonly isEditable: boolean }) {
  const t = useText();
  const names = useNames();
  const { card } = useCard();
  const draft = useDraftReceiver();
  const extra = useTeamOption();
  const receiver = currentReceiver(
    card.handoff?.offer?.takenBy ?? card.handoff?.acceptance?.by ?? card.ended?.receiverId ?? null,
    draft.receiver,
  );
  const party = {
    side: 'to',
    personId: receiver?.kind === 'person' ? receiver.accountId : null,
    otherwise: names.receiver(receiver),
  } as const;
  if (!isEditable || receiver === null) return <Party {...party} />;
  return (
    <ChangeableParty
      party={party}
      id={`handoff-${card.handoffType.typeId}-receiver-change`}
      label={t('handoff.receiver.change')}
      extra={extra}
      except={maySelf(card.handoff, card.handoffType) ? null : (card.handoff?.sender.value ?? null)}
      onPick={(option) => draft.field.put(toReceiver(option), 'now')}
    />
  );
}

/** Whoever took or accepted it stands for the group or role it was for. */
function currentReceiver(takenBy: string | null, receiver: Receiver | null): Receiver | null {
  return takenBy === null ? receiver : { kind: 'person', accountId: takenBy };
}

import { effectiveReceiver, sameReceiver } from '../../../src/domain/handoff/receiver';
import type { Receiver } from '../../../src/domain/handoff/handoff';
import { maySelf } from '../../../src/domain/handoff/self-handoff';
import { useText } from '../../kit/text/use-text';
import { useCard } from '../data/card-context';
import { liveFacts } from '../data/lay-over';
import { PersonChoice, toReceiver, useTeamOption } from '../people/party-line';
import { ConflictStrip } from './conflict-strip';
import styles from './draft.module.css';
import { fieldAnchor } from './focus-field';
import { useField, type DraftField } from './use-field';

/** Who a draft goes to: the waiting choice, else the chosen or ruled one, else the preselected one. */
export function useDraftReceiver(): { readonly receiver: Receiver | null; readonly field: DraftField } {
  const { card, screen } = useCard();
  const field = useField('receiver');
  const waiting = field.isUnsaved && field.value !== null ? (field.value as Receiver) : null;
  const stored = effectiveReceiver(card.handoff, card.handoffType, liveFacts(screen, card));
  return { receiver: waiting ?? stored ?? (card.handoff === null ? card.defaultReceiver : null), field };
}

/** Asks who receives it, where nobody is chosen yet or the choice cannot stand. */
export function ReceiverField() {
  const t = useText();
  const { card } = useCard();
  const { receiver, field } = useDraftReceiver();
  const extra = useTeamOption();
  const isLeft = card.left.some((left) => left.kind === 'receiver');
  if (field.conflict !== undefined) return <ConflictStrip fieldKey="receiver" field={field} title={t('handoff.receiver')} />;
  if (field.isUnsaved || (receiver !== null && !isLeft)) return null;
  const anchor = fieldAnchor(card.handoffType.typeId, 'receiver');
  return (
    <div className={styles.open} id={anchor}>
      <PersonChoice
        id={`${anchor}-control`}
        label={t('handoff.receiver.choose', { team: card.handoffType.team })}
        extra={extra}
        except={maySelf(card.handoff, card.handoffType) ? null : (card.handoff?.sender.value ?? null)}
        onPick={(option) => {
          const picked = toReceiver(option);
          if (!sameReceiver(picked, card.handoff?.receiver?.value ?? null)) field.put(picked, 'now');
        }}
      />
    </div>
  );
}

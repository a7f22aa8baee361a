import { useState } from 'react';
import type { HandOffAnswer } from '../../../src/contract/bridge-contract';
import type { Left } from '../../../src/domain/gate/projection';
import { findWaiver } from '../../../src/domain/handoff/waiver';
import { announce } from '../../kit/feedback/announce';
import { useText } from '../../kit/text/use-text';
import { useCard } from '../data/card-context';
import { fieldOfLeft, focusField } from '../draft/focus-field';

interface HandOff {
  /** Saves what waits, then hands off, or jumps to the first thing that is left. */
  readonly press: () => Promise<void>;
  /** What Jira or the person must do first; null when nothing stands in the way. */
  readonly refusal: HandOffAnswer | null;
}

/** Hands off: what waits is saved, the work item moved, the receiver asked. */
export function useHandOff(): HandOff {
  const t = useText();
  const { card, act, session } = useCard();
  const [refusal, setRefusal] = useState<HandOffAnswer | null>(null);
  const { typeId, team } = card.handoffType;

  /** The draft as it is after the last save; null when nothing of this one was ever saved. */
  const findDraft = (): { handoffId: string; left: readonly Left[] } | null => {
    const now = session.find(typeId);
    if (now === undefined || now.handoff === null) return null;
    const { handoffId, state } = now.handoff;
    return state === 'DRAFT' || state === 'RETURNED' ? { handoffId, left: now.left } : null;
  };

  /** The id of the draft; one that was never edited begins with its receiver. */
  const draftId = async (): Promise<string | null> => {
    const known = findDraft();
    if (known !== null) return known.handoffId;
    session.queue.put({ typeId, field: 'receiver', value: card.defaultReceiver, basedOn: 0 }, 'now');
    await session.queue.flush();
    return findDraft()?.handoffId ?? null;
  };

  const handOff = async (): Promise<void> => {
    setRefusal(null);
    const handoffId = await draftId();
    if (handoffId === null) return;
    const answer = await act('handoff.handOff', { handoffId });
    if (answer === null) return;
    if (answer.outcome === 'handedOff') {
      announce(t('handoff.handedOff.announced', { team }));
      return;
    }
    setRefusal(answer);
    const first = answer.screen.cards.find((one) => one.handoffType.typeId === typeId)?.left[0];
    if (answer.outcome === 'incomplete' && first !== undefined) setTimeout(() => focusField(typeId, fieldOfLeft(first)));
  };
  /** Somebody who answers for it let it pass once; only without a receiver there is nobody to hand off to. */
  const mayPass = (left: readonly Left[]): boolean => {
    const handoff = session.find(typeId)?.handoff ?? null;
    const isAllowed = handoff !== null && findWaiver(handoff, 'left', new Date().toISOString()) !== null;
    return isAllowed && left.every(({ kind }) => kind !== 'receiver');
  };
  const press = async (): Promise<void> => {
    // What was typed last may be what was left.
    if (!(await session.queue.flush())) return;
    const left = findDraft()?.left ?? card.left;
    const [first] = left;
    if (first === undefined || mayPass(left)) await handOff();
    else focusField(typeId, fieldOfLeft(first));
  };
  return { press, refusal };
}

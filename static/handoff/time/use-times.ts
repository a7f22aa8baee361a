import { useQuery } from '@tanstack/react-query';
import type { HandoffTimes } from '../../../src/contract/times';
import { effectiveReceiver } from '../../../src/domain/handoff/receiver';
import { optionsOf } from '../../../src/domain/type/type-options';
import { call } from '../../kit/bridge/call';
import { useCard } from '../data/card-context';
import { target } from '../data/use-session';

/** How long an answer about working times is good for, in ms. */
const GOOD_FOR_MS = 5 * 60_000;

/** When the two sides of this card's handoff work: asked after it is on screen, and again for another receiver; null before the answer. */
export function useTimes(): HandoffTimes | null {
  const { card, session } = useCard();
  const { handoff, handoffType } = card;
  const { holdAllowed, readiness, talk } = optionsOf(handoffType);
  const receiver = handoff?.offer?.takenBy ?? JSON.stringify(effectiveReceiver(handoff, handoffType, null));
  const handoffId = handoff?.handoffId ?? '';
  const { data } = useQuery({
    queryKey: ['times', session.issueId ?? 'here', handoffId, handoff?.sender.value, receiver],
    queryFn: () => call('handoff.times', { ...target(session.issueId), handoffId }),
    enabled: handoff !== null && (holdAllowed || readiness !== 'off' || talk !== 'off'),
    staleTime: GOOD_FOR_MS,
    retry: false,
  });
  return data ?? null;
}

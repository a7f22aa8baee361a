import { useQuery } from '@tanstack/react-query';
import type { RoundView } from '../../../src/contract/handoff-screen';
import { listReused } from '../../../src/domain/handoff/last-time';
import { optionsOf } from '../../../src/domain/type/type-options';
import { call } from '../../kit/bridge/call';
import { useCard } from '../data/card-context';
import { target } from '../data/use-session';

/** The newest round of the handoff before this one, where the type looks back; null while it loads and where there was none. */
export function useLastTime(): RoundView | null {
  const { card, session } = useCard();
  const before = card.earlierRounds.find(({ handoffId }) => handoffId !== card.handoff?.handoffId);
  const { handoffId = '', attempt = 0 } = before ?? {};
  const { data } = useQuery({
    queryKey: ['round', handoffId, attempt],
    queryFn: () => call('handoff.round', { ...target(session.issueId), handoffId, attempt }),
    enabled: before !== undefined && optionsOf(card.handoffType).carriesOver,
  });
  return data ?? null;
}

/** Fields that say exactly what they said last time; empty where the type does not look back. */
export function useReused(): ReadonlySet<string> {
  const { card } = useCard();
  const last = useLastTime();
  return new Set(last === null || card.handoff === null ? [] : listReused(last, card.handoff));
}

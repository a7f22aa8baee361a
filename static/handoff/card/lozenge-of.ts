import type { ThemeAppearance } from '@atlaskit/lozenge';
import type { HandoffCard } from '../../../src/contract/handoff-screen';
import type { TextKey } from '../../kit/text/format-text';
import type { ScreenRow } from '../../../src/domain/handoff/screen-state';

interface StateLozenge {
  readonly key: TextKey;
  readonly appearance: ThemeAppearance;
}

/** The word for a card's state and its colour; the word alone says everything. */
export function lozengeOf(card: HandoffCard, row: ScreenRow): StateLozenge {
  const { handoff, ended } = card;
  if (row === 'handingOff') return { key: 'handoff.state.handingOff', appearance: 'inprogress' };
  switch (handoff?.state) {
    case 'OFFERED':
      return { key: 'handoff.state.waiting', appearance: 'inprogress' };
    case 'IN_VERIFICATION':
      return { key: 'handoff.state.checking', appearance: 'inprogress' };
    case 'RETURNED':
      return { key: 'handoff.state.returned', appearance: 'moved' };
    case 'ACCEPTED':
      return { key: 'handoff.state.accepted', appearance: 'success' };
    case 'DRAFT':
      if (card.left.length === 0) return { key: 'handoff.state.ready', appearance: 'new' };
      return handoff.attempt > 1
        ? { key: 'handoff.state.returned', appearance: 'moved' }
        : { key: 'handoff.state.draft', appearance: 'default' };
    case 'CANCELLED':
      return { key: 'handoff.state.withdrawn', appearance: 'default' };
    case 'CLOSED':
    case 'SUPERSEDED':
    case 'VOIDED':
      return { key: 'handoff.state.closed', appearance: 'default' };
    case undefined:
      break;
  }
  if (ended?.state === 'CANCELLED') return { key: 'handoff.state.withdrawn', appearance: 'default' };
  return ended === null ? { key: 'handoff.state.draft', appearance: 'default' } : { key: 'handoff.state.closed', appearance: 'default' };
}

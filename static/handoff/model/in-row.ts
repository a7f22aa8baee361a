import type { ScreenAction, ScreenState } from '../../../src/domain/handoff/screen-state';

/** What can be done in a list of handoffs: the commands `decideInRow` takes. Preparing stays on the work item. */
const ROW_ACTIONS: readonly ScreenAction[] = [
  'take',
  'accept',
  'readback',
  'hearback',
  'countersign',
  'confirmChange',
  'return',
  'ask',
  'answer',
  'giveBack',
  'remind',
  'changeReceiver',
  'takeBack',
  'withdraw',
  'rate',
  'addNote',
  'delegate',
  'recordRework',
];

/** A card's state as a list shows it. `hasMore` where the work item has further actions for its viewer. */
export function inRow(state: ScreenState): ScreenState & { readonly hasMore: boolean } {
  const isHere = (action: ScreenAction): boolean => ROW_ACTIONS.includes(action);
  const { primaryAction } = state;
  const secondaryActions = state.secondaryActions.filter(isHere);
  const keepsPrimary = primaryAction === null || isHere(primaryAction);
  return {
    ...state,
    primaryAction: keepsPrimary ? primaryAction : null,
    secondaryActions,
    hasMore: !keepsPrimary || secondaryActions.length < state.secondaryActions.length,
  };
}

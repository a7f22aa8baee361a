import type { Command } from '../command';
import type { Decision, HandoffCase } from '../decision';
import { decided, refuse, say } from '../decision';
import { isRealText } from '../real-text';
import { receiverTurn } from '../receiving-side';

/**
 * T12: the receiving side gives it back with what is missing.
 *
 * Needs a reason or at least one item or section; a receiver who moved the work item back by hand may say why later, or not
 * (experience.md 3).
 */
export function returnHandoff(subject: HandoffCase, command: Extract<Command, { type: 'return' }>): Decision {
  const turn = receiverTurn(subject, true);
  if ('refusal' in turn) return turn;
  const { handoffType, path } = subject.context;
  const itemIds = [...new Set(command.itemIds)];
  const sectionIds = [...new Set(command.sectionIds)];
  const isKnown =
    itemIds.every((id) => handoffType.items.some(({ itemId }) => itemId === id)) &&
    sectionIds.every((id) => handoffType.notePrompts.some(({ sectionId }) => sectionId === id));
  if (!isKnown) return refuse('UNKNOWN_FIELD');
  const reason = command.reason.trim();
  const saysNothing = itemIds.length + sectionIds.length === 0 && !isRealText(reason);
  if (saysNothing && path !== 'move') return refuse('REASON_REQUIRED');
  return decided(...turn.first, say(turn.header, { type: 'returned', by: turn.user, reason, itemIds, sectionIds }));
}

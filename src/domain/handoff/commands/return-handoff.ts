import type { Command } from '../command';
import type { Decision, HandoffCase } from '../decision';
import { actorAccountId, decided, headerFor, refuse, say } from '../decision';
import { isRealText } from '../real-text';
import { isOnReceivingSide, openOffer, receiverTurn } from '../receiving-side';

/**
 * T12: the receiving side gives it back with what is missing.
 *
 * Needs a reason or at least one item or section; whoever moved the work item back by hand may say why later, or not
 * (experience.md 3).
 */
export function returnHandoff(subject: HandoffCase, command: Extract<Command, { type: 'return' }>): Decision {
  const { handoffType, path } = subject.context;
  if (path === 'move' && !isOnReceivingSide(subject.handoff, subject.context)) return returnByMove(subject);
  const turn = receiverTurn(subject, true);
  if ('refusal' in turn) return turn;
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

/**
 * The work item stands where it came from, so the handoff waits for nobody any more, whoever moved it: a sender, an automation, a script.
 * Where Jira named nobody, the return stands under the receiving side, else under the sender; the event's actor says who it really was.
 */
function returnByMove(subject: HandoffCase): Decision {
  const { handoff, context } = subject;
  const offer = openOffer(handoff);
  if (offer === null) return refuse('INVALID_STATE');
  const receiving = offer.takenBy ?? (offer.receiver.kind === 'person' ? offer.receiver.accountId : null);
  const by = actorAccountId(context.actor) ?? receiving ?? handoff.sender.value ?? handoff.createdBy;
  return decided(say(headerFor(subject), { type: 'returned', by, reason: '', itemIds: [], sectionIds: [] }));
}

import type { Command, DecisionContext } from '../command';
import type { Decision } from '../decision';
import { editingUser, refuse } from '../decision';
import type { HandoffRecord } from '../handoff';
import { msBetween } from '../instant';
import { HAND_BACK_WINDOW_MS } from '../limits';
import { beginDraft } from './begin';
import { draftFrom } from './start-again';

/**
 * E23: an acceptance is never undone, so whoever accepted by mistake hands the work back: a draft to who handed it over, with what is known
 * of the work in it. The note is left to be written, since it says why. What was accepted stays accepted.
 *
 * The type in question is the one that leads back; whether it does is found out before, from both routes.
 */
export function handBack(record: HandoffRecord, command: Extract<Command, { type: 'handBack' }>, context: DecisionContext): Decision {
  const by = editingUser(context);
  if (command.typeId !== context.handoffType.typeId) return refuse('NOT_FOUND');
  const accepted = record.handoffs.find(({ handoffId }) => handoffId === command.acceptedId);
  if (accepted === undefined)
    return refuse(record.ended.some(({ handoffId }) => handoffId === command.acceptedId) ? 'INVALID_STATE' : 'NOT_FOUND');
  const { acceptance, sender, createdBy, state } = accepted;
  if (state !== 'ACCEPTED' || acceptance === null) return refuse('INVALID_STATE');
  if (by === null || by !== acceptance.by) return refuse('FORBIDDEN');
  if (msBetween(acceptance.at, context.now) > HAND_BACK_WINDOW_MS) return refuse('WINDOW_CLOSED');
  const receiverId = sender.value ?? createdBy;
  if (receiverId === by) return refuse('SELF_HANDOFF');
  const receiver = { kind: 'person', accountId: receiverId } as const;
  const beginning = beginDraft(record, context, { by, sender: by, receiver, handsBack: accepted.handoffId });
  if ('refusal' in beginning) return beginning;
  const items = Object.fromEntries(
    Object.entries(accepted.items).flatMap(([id, { value }]) => (value === null ? [] : [[id, value] as const])),
  );
  return draftFrom(record, beginning, { context, by, items, note: {} });
}

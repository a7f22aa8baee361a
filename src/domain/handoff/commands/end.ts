import type { Command } from '../command';
import type { Decision, HandoffCase } from '../decision';
import { actingUser, decided, headerFor, refuse, say } from '../decision';
import { closesAt, isComplete } from '../closing';
import { endsWithWorkItemAt } from '../ended-with-work-item';
import { flushText } from '../flush-text';
import { isRealText } from '../real-text';
import { standsIn } from '../standing-in';

/**
 * T16: takes a handoff back. Once it was offered somebody waits for it, so a reason is due. Once somebody took it, only the accountable
 * person or a project admin does: the sender asks the receiver to return it instead.
 */
export function withdraw(subject: HandoffCase, command: Extract<Command, { type: 'withdraw' }>): Decision {
  const { handoff, context } = subject;
  const by = actingUser(context);
  const mayStepIn = standsIn(context);
  if (by === null || (by !== handoff.sender.value && !context.actorCanEdit && !mayStepIn)) return refuse('FORBIDDEN');
  const { state } = handoff;
  const isTaken = state === 'IN_VERIFICATION';
  if (state !== 'DRAFT' && state !== 'RETURNED' && state !== 'OFFERED' && !(isTaken && mayStepIn)) return refuse('INVALID_STATE');
  if ((state === 'OFFERED' || isTaken) && !isRealText(command.reason)) return refuse('REASON_REQUIRED');
  const header = headerFor(subject);
  return decided(...flushText(handoff, header), say(header, { type: 'cancelled', by, reason: command.reason.trim() }));
}

/**
 * T20: Baton closes an accepted handoff: `complete` once it is rated and both sides left a note, else `timeout` seven days after acceptance.
 * No person does, and no timer ever accepts.
 */
export function close(subject: HandoffCase, command: Extract<Command, { type: 'close' }>): Decision {
  const { handoff, context } = subject;
  if (context.actor.kind !== 'system') return refuse('FORBIDDEN');
  if (handoff.state !== 'ACCEPTED' || handoff.acceptance === null) return refuse('INVALID_STATE');
  const dueAt = closesAt(handoff);
  const isDue = dueAt !== null && dueAt <= context.now && command.reason === (isComplete(handoff) ? 'complete' : 'timeout');
  return isDue ? decided(say(headerFor(subject), { type: 'closed', endReason: command.reason })) : refuse('INVALID_STATE');
}

/**
 * E18: Baton ends a handoff whose work item was resolved over its head a day ago, unless it was accepted by then: nobody needs to answer any
 * more. Where there is nothing to end it has no effect.
 */
export function endResolved(subject: HandoffCase, { status }: Extract<Command, { type: 'endResolved' }>): Decision {
  const { handoff, context } = subject;
  if (context.actor.kind !== 'system') return refuse('FORBIDDEN');
  const endsAt = endsWithWorkItemAt(handoff, context.handoffType, status);
  if (endsAt === null || endsAt > context.now) return decided();
  return decided(say(headerFor(subject), { type: 'cancelled', by: null, reason: '', endReason: 'ticketClosed' }));
}

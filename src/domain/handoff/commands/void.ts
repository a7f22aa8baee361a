import type { Command } from '../command';
import type { Decision, HandoffCase } from '../decision';
import { actingUser, decided, headerFor, refuse, say } from '../decision';
import type { Handoff, Instant } from '../handoff';
import { msBetween } from '../instant';
import { VOID_WINDOW_MS } from '../limits';

/**
 * T21: ends it as if it had not been. Baton does so when the work item is deleted (E17); a project admin within 24 hours for what was
 * entered in error, and never once it is rated. What somebody wrote is erased with it, also what was not logged yet.
 */
export function voidHandoff(subject: HandoffCase, { reason }: Extract<Command, { type: 'void' }>): Decision {
  const { handoff, context } = subject;
  const by = actingUser(context);
  if (reason === 'deleted') {
    if (context.actor.kind !== 'system') return refuse('FORBIDDEN');
  } else {
    if (by === null || context.actorIsProjectAdmin !== true) return refuse('FORBIDDEN');
    if (handoff.rating !== null) return refuse('INVALID_STATE');
    if (!isVoidable(handoff, context.now)) return refuse('WINDOW_CLOSED');
  }
  return decided(say(headerFor(subject), { type: 'voided', by, endReason: reason }));
}

/** Whether a project admin may still say it was entered in error. */
export function isVoidable({ rating, firstOfferedAt, createdAt }: Handoff, now: Instant): boolean {
  return rating === null && msBetween(firstOfferedAt ?? createdAt, now) <= VOID_WINDOW_MS;
}

import type { Command } from '../command';
import type { Decision, HandoffCase } from '../decision';
import { accepterActing, decided, headerFor, refuse, say } from '../decision';
import { findChange } from '../relied-facts';

/**
 * Whoever accepted has seen what changed on the work item since, and goes on with it. Names what they saw, so that a still newer change is
 * not confirmed unseen. Nobody waits for it.
 */
export function confirmChange(subject: HandoffCase, command: Extract<Command, { type: 'confirmChange' }>): Decision {
  const { handoff, context } = subject;
  const user = accepterActing(subject);
  if (handoff.state !== 'ACCEPTED') return refuse('INVALID_STATE');
  if (user === null) return refuse('FORBIDDEN');
  const change = findChange(handoff, context.handoffType, context.issue, context.sha256);
  if (change === null) return decided();
  if (change.digest !== command.digest) return refuse('STALE_PACKAGE');
  return decided(say(headerFor(subject), { type: 'change_confirmed', by: user, facts: change.facts }));
}

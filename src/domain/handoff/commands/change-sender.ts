import type { Command } from '../command';
import type { Decision, HandoffCase } from '../decision';
import { actingUser, decided, headerFor, refuse, say } from '../decision';
import { ACTIVE_STATES } from '../handoff';
import { isRealText } from '../real-text';
import { effectiveReceiver, isNamed } from '../receiver';
import { standsIn } from '../standing-in';

/**
 * T15: the accountable person or a project admin names another sender while the handoff is active, with the reason, since the
 * sender left or cannot go on (E3). Who it was stays in the log. What was handed over stays what it was.
 */
export function changeSender(subject: HandoffCase, command: Extract<Command, { type: 'changeSender' }>): Decision {
  const { handoff, context } = subject;
  const by = actingUser(context);
  if (by === null || !standsIn(context)) return refuse('FORBIDDEN');
  if (!ACTIVE_STATES.includes(handoff.state)) return refuse('INVALID_STATE');
  const { sender } = command;
  if (sender === handoff.sender.value) return decided();
  const receiver = effectiveReceiver(handoff, context.handoffType, context.issue);
  if (isNamed(receiver, sender) || handoff.offer?.takenBy === sender) return refuse('SELF_HANDOFF');
  const reason = command.reason.trim();
  if (!isRealText(reason)) return refuse('REASON_REQUIRED');
  return decided(say(headerFor(subject), { type: 'sender_changed', by, sender, version: handoff.sender.version + 1, reason }));
}

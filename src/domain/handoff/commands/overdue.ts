import { optionsOf } from '../../type/type-options';
import type { Decision, HandoffCase } from '../decision';
import { decided, headerFor, refuse, say } from '../decision';
import { isOverdue } from '../overdue';

/**
 * E5: nobody reacted in time. Names who is told of it, once per offer; it never gives the handoff to anybody. A reaction in the same
 * instant wins, since only what is past is overdue (domain.md 4.7).
 */
export function noteOverdue(subject: HandoffCase): Decision {
  const { handoff, context } = subject;
  if (context.actor.kind !== 'system') return refuse('FORBIDDEN');
  const { offer } = handoff;
  if (offer === null || offer.overdueAt !== undefined || !isOverdue(handoff, context.now)) return decided();
  const { overdueReminds, overdueEscalates, accountableId } = optionsOf(context.handoffType);
  const remindedId = overdueReminds && offer.receiver.kind === 'person' ? offer.receiver.accountId : null;
  const escalatedToId = overdueEscalates ? accountableId : null;
  return decided(say(headerFor(subject), { type: 'overdue', remindedId, escalatedToId }));
}

import type { Decision, HandoffCase } from '../decision';
import { actingUser, decided, headerFor, refuse, say } from '../decision';
import { isPool } from '../receiver';
import { isOnReceivingSide, openOffer } from '../receiving-side';

/** T6: one member of the receiving group or role takes it; the first one wins. A named receiver has nothing to take. */
export function take(subject: HandoffCase): Decision {
  const { handoff, context } = subject;
  const offer = openOffer(handoff);
  const user = actingUser(context);
  if (user === null) return refuse('FORBIDDEN');
  if (offer === null) return refuse('INVALID_STATE');
  if (!isOnReceivingSide(handoff, context)) return refuse('FORBIDDEN');
  if (!isPool(offer.receiver)) return refuse('INVALID_STATE');
  if (offer.takenBy === user) return decided();
  if (offer.takenBy !== null) return refuse('ALREADY_CLAIMED', { by: offer.takenBy });
  return decided(say(headerFor(subject), { type: 'acknowledged', by: user }));
}

/** T7: whoever took it from a pool lets the others have it. */
export function giveBack(subject: HandoffCase): Decision {
  const { state, offer } = subject.handoff;
  const user = actingUser(subject.context);
  if (user === null) return refuse('FORBIDDEN');
  if (offer === null || state !== 'IN_VERIFICATION' || !isPool(offer.receiver)) return refuse('INVALID_STATE');
  if (offer.takenBy !== user) return refuse('FORBIDDEN');
  return decided(say(headerFor(subject), { type: 'unclaimed', by: user }));
}

import type { DecisionContext } from './command';
import type { Decision, HandoffCase } from './decision';
import { actingUser, headerFor, refuse, say } from './decision';
import type { EventHeader, LoggedEvent } from './event';
import type { AccountId, Handoff, Offer } from './handoff';
import { isNamed, isPool } from './receiver';
import { isSelfOffer } from './self-handoff';
import { isAccountable } from './standing-in';

/** The offer that waits for an answer: handed off, neither accepted nor returned. Null when there is none. */
export function openOffer({ state, offer }: Pick<Handoff, 'state' | 'offer'>): Offer | null {
  return state === 'OFFERED' || state === 'IN_VERIFICATION' ? offer : null;
}

/** Whether the acting person stands on the receiving side of an offer. The sender does only of an offer to themselves (I6, E2). */
export function isOnReceivingSide(handoff: Handoff, context: DecisionContext): boolean {
  const user = actingUser(context);
  const { offer } = handoff;
  if (user === null || offer === null || (user === handoff.sender.value && !isSelfOffer(handoff))) return false;
  return offer.takenBy === user || isNamed(offer.receiver, user) || (isPool(offer.receiver) && context.actorIsCandidate);
}

/** Whether the acting person is the sender, or may edit the work item or answers for the type without standing on the receiving side. */
export function isOnSendingSide(handoff: Handoff, context: DecisionContext): boolean {
  const user = actingUser(context);
  if (user === null) return false;
  const hasPart = context.actorCanEdit || isAccountable(context);
  return user === handoff.sender.value || (hasPart && !isOnReceivingSide(handoff, context) && handoff.acceptance?.by !== user);
}

/** The receiving side's right to act, and the events that must come first. */
export interface ReceiverTurn {
  readonly user: AccountId;
  readonly header: EventHeader;
  readonly first: readonly LoggedEvent[];
}

/**
 * Lets the receiving side ask, accept or return: a named receiver's first step also takes the handoff (experience.md 1), after
 * which only the one who took it acts.
 *
 * @param untakenPoolMayAct Whether a member of a pool may do this before anybody took it.
 */
export function receiverTurn(subject: HandoffCase, untakenPoolMayAct: boolean): ReceiverTurn | Extract<Decision, { ok: false }> {
  const { handoff, context } = subject;
  const offer = openOffer(handoff);
  const user = actingUser(context);
  if (user === null) return refuse('FORBIDDEN');
  if (offer === null) return refuse('INVALID_STATE');
  if (!isOnReceivingSide(handoff, context)) return refuse('FORBIDDEN');
  const header = headerFor(subject);
  if (handoff.state === 'IN_VERIFICATION') {
    if (offer.takenBy === user) return { user, header, first: [] };
    return refuse('ALREADY_CLAIMED', offer.takenBy === null ? {} : { by: offer.takenBy });
  }
  if (!isPool(offer.receiver)) return { user, header, first: [say(header, { type: 'acknowledged', by: user })] };
  return untakenPoolMayAct ? { user, header, first: [] } : refuse('INVALID_STATE');
}

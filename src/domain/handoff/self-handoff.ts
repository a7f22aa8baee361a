import { optionsOf } from '../type/type-options';
import type { HandoffType } from '../type/handoff-type';
import type { Handoff } from './handoff';
import { isHighRisk } from './high-risk';
import { isNamed } from './receiver';

/** Whether one person may be both sides: where the type lets somebody try it alone, and never at high risk (E2). */
export function maySelf(handoff: Pick<Handoff, 'risk'> | null, type: HandoffType): boolean {
  return optionsOf(type).selfAllowed && !isHighRisk(handoff);
}

/**
 * Whether the offer has one person on both sides: nothing is proved, nothing rated, and it is in no number (E2). Once somebody else became
 * the sender it is an offer like any other.
 */
export function isSelfOffer({ offer, sender }: Pick<Handoff, 'offer' | 'sender'>): boolean {
  return offer?.self === true && sender.value !== null && isNamed(offer.receiver, sender.value);
}

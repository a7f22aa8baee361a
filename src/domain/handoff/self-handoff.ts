import { optionsOf } from '../type/type-options';
import type { HandoffType } from '../type/handoff-type';
import type { Handoff } from './handoff';
import { isHighRisk } from './verification';

/** Whether one person may be both sides: where the type lets somebody try it alone, and never at high risk (E2). */
export function maySelf(handoff: Pick<Handoff, 'risk'> | null, type: HandoffType): boolean {
  return optionsOf(type).selfAllowed && !isHighRisk(handoff);
}

/** Whether this offer has one person on both sides: no rating, no readback, in no number (E2). */
export function isSelfOffer(handoff: Handoff): boolean {
  return handoff.offer?.self === true;
}

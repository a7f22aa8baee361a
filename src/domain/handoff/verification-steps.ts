import type { HandoffType } from '../type/handoff-type';
import { optionsOf } from '../type/type-options';
import type { AccountId, Handoff, Instant, Offer } from './handoff';
import { isNamed, isPool } from './receiver';
import { isSelfOffer } from './self-handoff';
import { hasSecondSignature, haveTalked, levelOf, readbackStanding } from './verification';
import { findWaiver } from './waiver';

/** What the receiver can do next towards accepting; null where somebody else has to act first, or only returning is left. */
export function receiversStep(
  handoff: Handoff,
  offer: Offer,
  type: HandoffType,
  { accountId, now }: { readonly accountId: AccountId; readonly now: Instant },
): 'accept' | 'readback' | null {
  if (isSelfOffer(handoff) || findWaiver(handoff, 'readback', now) !== null) return 'accept';
  const standing = readbackStanding(handoff, type, accountId);
  if (standing === 'first' || standing === 'again') return 'readback';
  if (standing === 'failed' && !haveTalked(handoff)) return null;
  return levelOf(handoff, type) >= 3 && !hasSecondSignature(offer, accountId) ? null : 'accept';
}

/** Whether this viewer may sign off as the second person. */
export function mayCountersign(
  handoff: Handoff,
  offer: Offer,
  type: HandoffType | undefined,
  { accountId, isCandidate }: { readonly accountId: AccountId; readonly isCandidate: boolean },
): boolean {
  if (type === undefined || levelOf(handoff, type) < 3 || accountId === handoff.sender.value) return false;
  if (accountId === offer.takenBy || isNamed(offer.receiver, accountId)) return false;
  if (offer.secondSignature !== undefined && offer.secondSignature.by !== offer.takenBy) return false;
  return optionsOf(type).accountableId === accountId || (isPool(offer.receiver) && isCandidate);
}

/** Whether the newest readback still waits for the sender to hear it. */
export function hearsBack({ readbacks }: Offer): boolean {
  const last = readbacks?.at(-1);
  return last !== undefined && last.heard === undefined;
}

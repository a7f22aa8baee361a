import type { HandoffType } from '../type/handoff-type';
import type { AccountId, Handoff, Instant, Offer } from './handoff';
import { isTalkConfirmed } from './talk-advice';
import { hasSecondSignature, isSecondPerson, levelOf, readbackStanding } from './verification';
import { findWaiver } from './waiver';

/** What the receiver can do next towards accepting; null where somebody else has to act first, or only returning is left. */
export function receiversStep(
  handoff: Handoff,
  type: HandoffType,
  { accountId, now }: { readonly accountId: AccountId; readonly now: Instant },
): 'accept' | 'readback' | null {
  if (findWaiver(handoff, 'readback', now) !== null) return 'accept';
  const standing = readbackStanding(handoff, type, accountId);
  if (standing === 'first' || standing === 'again') return 'readback';
  if (standing === 'failed' && !isTalkConfirmed(handoff, accountId)) return null;
  return levelOf(handoff, type) >= 3 && !hasSecondSignature(handoff, accountId) ? null : 'accept';
}

/** Whether this viewer may sign off as the second person. */
export function mayCountersign(
  handoff: Handoff,
  offer: Offer,
  type: HandoffType | undefined,
  viewer: { readonly accountId: AccountId; readonly isCandidate: boolean },
): boolean {
  if (type === undefined || levelOf(handoff, type) < 3 || hasSecondSignature(handoff, offer.takenBy)) return false;
  return isSecondPerson(handoff, type, viewer);
}

/** Whether the newest readback still waits for the sender to hear it. */
export function hearsBack({ readbacks }: Offer): boolean {
  const last = readbacks?.at(-1);
  return last !== undefined && last.heard === undefined;
}

import type { Handoff, Instant } from './handoff';

/** Whether the time came until which a draft was held. */
export function isHoldOver({ state, hold }: Handoff, now: Instant): boolean {
  return state === 'DRAFT' && hold !== undefined && hold.until <= now;
}

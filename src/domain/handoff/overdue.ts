import type { Handoff, Instant } from './handoff';

/**
 * Whether the receiving side has let the due time of the current offer pass without a reaction. Worked out when read, never stored
 * (design decision 5); at the very instant it is due it is in time (E40).
 */
export function isOverdue({ state, offer }: Handoff, now: Instant): boolean {
  return (
    (state === 'OFFERED' || state === 'IN_VERIFICATION') && offer?.dueAt !== undefined && offer.acknowledgedAt === null && now > offer.dueAt
  );
}

import type { AccountId, Handoff } from './handoff';

/**
 * Whether somebody may read the rating of a handoff that has not closed: whoever gave it, and the sender once they have left their own
 * note. So neither side's words answer the other's (domain.md 2.2). After the close it is the pair's.
 */
export function isRatingShownTo({ acceptance, sender, teamNotes }: Handoff, viewerId: AccountId): boolean {
  if (acceptance?.by === viewerId) return true;
  return sender.value === viewerId && teamNotes.some(({ by }) => by === viewerId);
}

import type { Handoff, Instant } from './handoff';
import { addMs, laterOf } from './instant';
import { CLOSE_GRACE_MS, RATING_WINDOW_MS } from './limits';

/** Whether everything there can be after acceptance is there: the rating and a note of both sides (T20). */
export function isComplete({ acceptance, rating, sender, teamNotes }: Handoff): boolean {
  const hasNoteOf = (accountId: string | null | undefined): boolean => teamNotes.some(({ by }) => by === accountId);
  return rating !== null && hasNoteOf(sender.value) && hasNoteOf(acceptance?.by);
}

/**
 * When an accepted handoff closes by itself: five minutes after its rating window, or after the last word where everything is there. The
 * five minutes are for a rating that meets the timer, and for a second thought (domain.md 4.7).
 *
 * @returns Null while it is not accepted.
 */
export function closesAt(handoff: Handoff): Instant | null {
  const { acceptance, rating, state, teamNotes } = handoff;
  if (state !== 'ACCEPTED' || acceptance === null) return null;
  const timeoutAt = addMs(acceptance.at, RATING_WINDOW_MS + CLOSE_GRACE_MS);
  if (rating === null || !isComplete(handoff)) return timeoutAt;
  const lastAt = [rating.changedAt ?? rating.at, ...teamNotes.map(({ at }) => at)].reduce(laterOf);
  const completeAt = addMs(lastAt, CLOSE_GRACE_MS);
  return completeAt < timeoutAt ? completeAt : timeoutAt;
}

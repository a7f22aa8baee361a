import type { DecisionContext } from '../../src/domain/handoff/command';
import type { ModelHandoff } from './handoff-model';

const MINUTE_MS = 60_000;

/** How long a rating counts: seven days and five minutes for one that meets the timer. */
export const RATING_MS = 7 * 24 * 60 * MINUTE_MS + 5 * MINUTE_MS;

/** The rating and a note of both sides. */
export function hasEverything({ rating, notes, values, acceptedBy }: ModelHandoff): boolean {
  const noted = new Set(notes.map(({ by }) => by));
  return rating !== null && noted.has(values['sender']?.value ?? '') && noted.has(acceptedBy ?? '');
}

/** In ms: five minutes after the seven days, or after the last word where everything is there. */
export function closesIn(handoff: ModelHandoff, { now }: DecisionContext): number {
  const ageOf = (at: string): number => Date.parse(now) - Date.parse(at);
  const timeoutIn = RATING_MS - ageOf(handoff.acceptedAt);
  if (!hasEverything(handoff)) return timeoutIn;
  const lastWord = [handoff.ratedAt, ...handoff.notes.map(({ at }) => at)].sort().at(-1) ?? '';
  return Math.min(timeoutIn, 5 * MINUTE_MS - ageOf(lastWord));
}

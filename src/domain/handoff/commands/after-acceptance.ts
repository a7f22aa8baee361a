import type { Command } from '../command';
import type { Decision, HandoffCase } from '../decision';
import { accepterActing, actingUser, decided, headerFor, refuse, say } from '../decision';
import type { Rating } from '../handoff';
import { msBetween } from '../instant';
import { CLOSE_GRACE_MS, RATING_WINDOW_MS } from '../limits';
import { trimmedOrNull } from '../real-text';
import { isSelfOffer } from '../self-handoff';

/** T18: whoever accepted rates it, a whole number 1 to 5, for seven days; again within them changes the rating (I9, S-125). */
export function rate(subject: HandoffCase, command: Extract<Command, { type: 'rate' }>): Decision {
  const { handoff, context } = subject;
  if (handoff.state !== 'ACCEPTED' || handoff.acceptance === null) return refuse('INVALID_STATE');
  if (accepterActing(subject) === null || isSelfOffer(handoff)) return refuse('FORBIDDEN');
  if (msBetween(handoff.acceptance.at, context.now) > RATING_WINDOW_MS + CLOSE_GRACE_MS) return refuse('WINDOW_CLOSED');
  const { value } = command;
  if (!isRatingValue(value)) return refuse('RATING_INVALID');
  const comment = trimmedOrNull(command.comment);
  const before = handoff.rating;
  if (before !== null && before.value === value && before.comment === comment) return decided();
  return decided(say(headerFor(subject), { type: before === null ? 'rating.set' : 'rating.changed', value, comment }));
}

function isRatingValue(value: number): value is Rating['value'] {
  return value === 1 || value === 2 || value === 3 || value === 4 || value === 5;
}

/** T19: either of the pair leaves a note for the team. Never asked for. */
export function addNote(subject: HandoffCase, command: Extract<Command, { type: 'addNote' }>): Decision {
  const { handoff, context } = subject;
  if (handoff.state !== 'ACCEPTED') return refuse('INVALID_STATE');
  const user = actingUser(context);
  if (user === null || (user !== handoff.sender.value && user !== handoff.acceptance?.by)) return refuse('FORBIDDEN');
  const text = trimmedOrNull(command.text);
  return text === null ? refuse('TEXT_REQUIRED') : decided(say(headerFor(subject), { type: 'note.added', by: user, text }));
}

import { awayUntil, dueAt, UNKNOWN_SIDE } from '../calendar/side-time';
import { optionsOf } from '../type/type-options';
import type { OfferTerms } from './event';
import type { HandoffCase } from './decision';
import type { Instant, Receiver } from './handoff';
import { trimmedOrNull } from './real-text';
import { isNamed } from './receiver';
import { talkAdvice } from './talk-advice';

/** Everything an offer freezes for this type at `at`: when a reaction is due and in which calendar (E27), and the advice to talk. */
export function offerTerms({ handoff, context }: HandoffCase, receiver: Receiver, given: { at: Instant; override?: string }): OfferTerms {
  const { handoffType, issue, sides } = context;
  const { due } = optionsOf(handoffType);
  const side = sides?.receiver ?? UNKNOWN_SIDE;
  const talk = talkAdvice(handoff, handoffType, issue.filledFieldIds);
  const override = trimmedOrNull(given.override ?? null);
  const isSelf = handoff.sender.value !== null && isNamed(receiver, handoff.sender.value);
  return {
    ...(due === null ? {} : { dueAt: dueAt(due, side, given.at), calendar: side.calendar }),
    ...(talk === null ? {} : { talk }),
    ...(isReceiverAway(context) && override !== null ? { readinessOverride: override } : {}),
    ...(isSelf ? { self: true } : {}),
  };
}

/** Whether the receiver is away and the type minds (S-050). */
export function isReceiverAway({ handoffType, sides, now }: HandoffCase['context']): boolean {
  return optionsOf(handoffType).readiness !== 'off' && sides !== undefined && awayUntil(sides.receiver, now) !== null;
}

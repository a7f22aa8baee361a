import { toInstant, toMs } from '../../calendar/wall-clock';
import { optionsOf } from '../../type/type-options';
import type { Command } from '../command';
import type { Decision, HandoffCase } from '../decision';
import { actingUser, decided, headerFor, refuse, say } from '../decision';
import type { Handoff } from '../handoff';
import { flushText } from '../flush-text';
import { isHoldOver } from '../hold';
import { msBetween } from '../instant';
import { MAX_HOLD_MS } from '../limits';
import { isReceiverAway } from '../offer-terms';
import { whatIsLeft } from '../what-is-left';
import { offer } from './offer';

/** A complete handoff waits until a time, and the receiver is not asked before it (S-123); again, until another time. */
export function hold(subject: HandoffCase, command: Extract<Command, { type: 'hold' }>): Decision {
  const { handoff, context } = subject;
  const by = actingUser(context);
  if (by === null || !context.actorCanEdit) return refuse('FORBIDDEN');
  if (handoff.state !== 'DRAFT' || !optionsOf(context.handoffType).holdAllowed) return refuse('INVALID_STATE');
  const inMs = msBetween(context.now, command.until);
  if (Number.isNaN(inMs) || inMs <= 0 || inMs > MAX_HOLD_MS) return refuse('INVALID_VALUE');
  const left = whatIsLeft(handoff, context.handoffType, context.issue, context.now);
  if (left.length > 0) return refuse('NOT_READY', { left });
  const heldUntil = toInstant(toMs(command.until));
  if (handoff.hold?.until === heldUntil) return decided();
  const header = headerFor(subject);
  return decided(...flushText(handoff, header), say(header, { type: 'held', by, heldUntil }));
}

/** Stops holding: the draft is as it was before. */
export function release(subject: HandoffCase): Decision {
  const { handoff, context } = subject;
  const by = actingUser(context);
  if (by === null || !context.actorCanEdit) return refuse('FORBIDDEN');
  return handoff.hold === undefined ? decided() : decided(say(headerFor(subject), { type: 'released', by }));
}

/**
 * The time came: Baton hands it off, if it still is complete, the receiver is not away where that stops a handoff, and the work item could
 * be moved. Else it stays held, which is said once.
 */
export function offerHeld(subject: HandoffCase, { isUnmoved }: Extract<Command, { type: 'offerHeld' }>): Decision {
  const { handoff, context } = subject;
  if (context.actor.kind !== 'system') return refuse('FORBIDDEN');
  if (!isHoldOver(handoff, context.now)) return decided();
  const stuck = whatHolds(subject) ?? (isUnmoved === true ? 'move' : null);
  if (stuck === null) return offer(subject, { type: 'offer', handoffId: handoff.handoffId });
  return handoff.hold?.stuck === undefined ? decided(say(headerFor(subject), { type: 'hold.stuck', kind: stuck })) : decided();
}

/** What keeps a held handoff from going out, apart from the move; null for nothing. */
function whatHolds({ handoff, context }: HandoffCase): NonNullable<NonNullable<Handoff['hold']>['stuck']> | null {
  if (whatIsLeft(handoff, context.handoffType, context.issue, context.now).length > 0) return 'left';
  return optionsOf(context.handoffType).readiness === 'blocks' && isReceiverAway(context) ? 'away' : null;
}

import type { HandoffType } from '../../type/handoff-type';
import type { Command, DecisionContext } from '../command';
import type { Decision } from '../decision';
import { decided, headerOf, refuse, say } from '../decision';
import type { HandoffRecord, HandoffState } from '../handoff';
import { laterOf, msBetween } from '../instant';
import { REWORK_WINDOW_MS } from '../limits';
import { lastRecordedAt } from './record-rework';

/** States in which it was handed off and nobody gave it back. */
const IS_WITH_RECEIVER: readonly HandoffState[] = ['OFFERED', 'IN_VERIFICATION', 'ACCEPTED', 'CLOSED'];

/** As little of a decision's context as this one needs: of a closed handoff only the id of its type may be at hand. */
type WorkStartContext = Pick<DecisionContext, 'now' | 'actor' | 'path' | 'commandId'> & {
  readonly handoffType: Pick<HandoffType, 'typeId'>;
};

/**
 * M04: records, once, that the receiving side began to work: after it was handed off and up to 30 days after the acceptance, also of one
 * that closed meanwhile. Before the acceptance it is an early start. Nothing else about the handoff changes.
 */
export function recordWorkStart(
  record: HandoffRecord,
  { handoffId, movedAt }: Extract<Command, { type: 'recordWorkStart' }>,
  context: WorkStartContext,
): Decision {
  const handoff = [...record.handoffs, ...record.ended].find((each) => each.handoffId === handoffId);
  if (handoff?.typeId !== context.handoffType.typeId) return refuse('NOT_FOUND');
  const { firstOfferedAt, typeId, typeVersion } = handoff;
  if (firstOfferedAt === null || !IS_WITH_RECEIVER.includes(handoff.state)) return refuse('INVALID_STATE');
  if (context.actor.kind !== 'system') return refuse('FORBIDDEN');
  const isLive = 'acceptance' in handoff;
  const acceptedAt = isLive ? (handoff.acceptance?.at ?? null) : handoff.acceptedAt;
  const isTooLate = acceptedAt !== null && msBetween(acceptedAt, movedAt) > REWORK_WINDOW_MS;
  if (isTooLate || movedAt < firstOfferedAt) return refuse('WINDOW_CLOSED');
  if (handoff.workStarted !== undefined) return decided();
  const changedAt = isLive ? handoff.changedAt : lastRecordedAt(handoff);
  const attempt = isLive ? handoff.attempt : handoff.attempts;
  const about = { handoffId, typeId, typeVersion, attempt, at: laterOf(context.now, changedAt) };
  return decided(say(headerOf(record, about, context), { type: 'work.started', movedAt }));
}

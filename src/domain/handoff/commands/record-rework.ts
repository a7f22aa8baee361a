import type { HandoffType } from '../../type/handoff-type';
import type { Command, DecisionContext } from '../command';
import type { Decision } from '../decision';
import { actingUser, decided, headerOf, refuse, say } from '../decision';
import type { LoggedBody } from '../event';
import type { AccountId, EndedHandoff, Handoff, HandoffRecord, Instant, Rework } from '../handoff';
import { laterOf, msBetween } from '../instant';
import { MAX_REWORKS, REWORK_WINDOW_MS } from '../limits';
import { isRealText, trimmedOrNull } from '../real-text';

/** What T22 needs of a handoff, which may be accepted or closed: the one command a closed handoff takes (I10). */
interface Accepted {
  readonly attempt: number;
  readonly acceptedAt: Instant;
  readonly receiverId: AccountId;
  /** The last thing that happened to it. */
  readonly changedAt: Instant;
  readonly reworks: readonly Pick<Rework, 'kind' | 'movedAt'>[];
}

/** As little of a decision's context as this one needs: of a closed handoff only the id of its type may be at hand. */
type ReworkContext = Pick<DecisionContext, 'now' | 'actor' | 'path' | 'commandId'> & {
  readonly handoffType: Pick<HandoffType, 'typeId' | 'items' | 'notePrompts'>;
};

/**
 * T22: records that something had to be done again, within 30 days of the acceptance and in ACCEPTED and CLOSED only. The receiver does
 * so once, with what was missing; a move back counts once however often it is told of. Nothing else about the handoff changes.
 */
export function recordRework(
  record: HandoffRecord,
  command: Extract<Command, { type: 'recordRework' | 'recordMoveBack' }>,
  context: ReworkContext,
): Decision {
  const handoff = [...record.handoffs, ...record.ended].find(({ handoffId }) => handoffId === command.handoffId);
  if (handoff === undefined) return refuse('NOT_FOUND');
  if (handoff.typeId !== context.handoffType.typeId) return refuse('NOT_FOUND');
  const accepted = toAccepted(handoff);
  if (accepted === null) return refuse('INVALID_STATE');
  const body = command.type === 'recordRework' ? byReceiver(accepted, command, context) : byMove(accepted, command, context);
  if ('ok' in body) return body;
  const { handoffId, typeId, typeVersion } = handoff;
  const about = { handoffId, typeId, typeVersion, attempt: accepted.attempt, at: laterOf(context.now, accepted.changedAt) };
  return decided(say(headerOf(record, about, context), body));
}

function toAccepted(handoff: Handoff | EndedHandoff): Accepted | null {
  const reworks = handoff.reworks ?? [];
  if ('acceptance' in handoff) {
    const { acceptance, attempt, changedAt, state } = handoff;
    if (state !== 'ACCEPTED' || acceptance === null) return null;
    return { attempt, acceptedAt: acceptance.at, receiverId: acceptance.by, changedAt, reworks };
  }
  const { acceptedAt, receiverId, attempts, state } = handoff;
  if (state !== 'CLOSED' || acceptedAt === null || receiverId === null) return null;
  return { attempt: attempts, acceptedAt, receiverId, changedAt: lastRecordedAt(handoff), reworks };
}

/** When something was last recorded of an ended handoff. */
export function lastRecordedAt({ endedAt, reworks, workStarted }: EndedHandoff): Instant {
  return laterOf(laterOf(endedAt, reworks?.at(-1)?.at ?? endedAt), workStarted?.at ?? endedAt);
}

function byReceiver(
  { acceptedAt, receiverId, reworks }: Accepted,
  command: Extract<Command, { type: 'recordRework' }>,
  context: ReworkContext,
): LoggedBody | Decision {
  const user = actingUser(context);
  if (user === null || user !== receiverId) return refuse('FORBIDDEN');
  if (msBetween(acceptedAt, context.now) > REWORK_WINDOW_MS) return refuse('WINDOW_CLOSED');
  if (reworks.some(({ kind }) => kind === 'receiver')) return refuse('INVALID_STATE');
  const { items, notePrompts } = context.handoffType;
  const itemIds = command.itemIds.filter((id) => items.some(({ itemId }) => itemId === id));
  const sectionIds = command.sectionIds.filter((id) => notePrompts.some(({ sectionId }) => sectionId === id));
  const text = trimmedOrNull(command.text);
  if (itemIds.length + sectionIds.length === 0 && (text === null || !isRealText(text))) return refuse('REASON_REQUIRED');
  return { type: 'rework.recorded', kind: 'receiver', by: user, text, itemIds, sectionIds, movedAt: null };
}

function byMove(
  { acceptedAt, reworks }: Accepted,
  { movedAt }: Extract<Command, { type: 'recordMoveBack' }>,
  context: ReworkContext,
): LoggedBody | Decision {
  if (context.actor.kind !== 'system') return refuse('FORBIDDEN');
  const afterMs = msBetween(acceptedAt, movedAt);
  if (afterMs < 0 || afterMs > REWORK_WINDOW_MS) return refuse('WINDOW_CLOSED');
  if (reworks.length >= MAX_REWORKS || reworks.some((rework) => rework.movedAt === movedAt)) return decided();
  return { type: 'rework.recorded', kind: 'status', by: null, text: null, itemIds: [], sectionIds: [], movedAt };
}

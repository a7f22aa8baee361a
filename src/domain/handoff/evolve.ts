import type { EventHeader, HandoffEvent } from './event';
import { emptyRecord } from './empty-record';
import { evolveHandoff } from './evolve-handoff';
import type { AccountId, EndedHandoff, Handoff, HandoffRecord, Rework } from './handoff';
import { MAX_ENDED_HANDOFFS, MAX_EXCEPTIONS } from './limits';

type EventOf<Type extends HandoffEvent['type']> = Extract<HandoffEvent, { type: Type }>;

/**
 * The record after an event.
 *
 * Total: an event about a handoff that is not live changes nothing, so that a log with a gap never makes reading fail.
 */
export function evolve(record: HandoffRecord, event: HandoffEvent): HandoffRecord {
  if (event.type === 'created') {
    return {
      ...record,
      handoffs: [...record.handoffs, newHandoff(event)],
      counts: { ...record.counts, [event.typeId]: event.n },
    };
  }
  if (event.type === 'gate.bypassed' && isOfNoHandoff(event.handoffId)) return withBypass(record, event);
  const handoff = record.handoffs.find((live) => live.handoffId === event.handoffId);
  if (handoff === undefined) return evolveEnded(record, event);
  if (event.type === 'closed') return end(record, handoff, event, { state: 'CLOSED', endedBy: null, reason: event.endReason });
  if (event.type === 'cancelled')
    return end(record, handoff, event, { state: 'CANCELLED', endedBy: event.by, reason: event.endReason ?? event.reason });
  if (event.type === 'superseded')
    return end(record, handoff, event, { state: 'SUPERSEDED', endedBy: event.by, reason: '', successorId: event.successorId });
  if (event.type === 'voided') return endVoided(record, handoff, event);
  const next: Handoff = { ...evolveHandoff(handoff, event), changedAt: event.at };
  return { ...record, handoffs: record.handoffs.map((live) => (live === handoff ? next : live)) };
}

/** Whether this names the log of a type's moves without a handoff, which no handoff has. */
export function isOfNoHandoff(handoffId: string): boolean {
  return handoffId.endsWith('-0');
}

function withBypass(record: HandoffRecord, { typeId, at, by, path }: EventOf<'gate.bypassed'>): HandoffRecord {
  return { ...record, bypasses: [{ typeId, at, by, path }, ...(record.bypasses ?? [])].slice(0, MAX_EXCEPTIONS) };
}

/** The record after several events. */
export function evolveAll(record: HandoffRecord, events: readonly HandoffEvent[]): HandoffRecord {
  return events.reduce(evolve, record);
}

/** The record a log tells of. Text that was saved and not yet logged is not in it. */
export function replay(issueId: string, projectId: string, log: readonly HandoffEvent[]): HandoffRecord {
  return evolveAll(emptyRecord(issueId, projectId), log);
}

function newHandoff(event: EventOf<'created'>): Handoff {
  const { at, by } = event;
  return {
    handoffId: event.handoffId,
    typeId: event.typeId,
    typeVersion: event.typeVersion,
    state: 'DRAFT',
    attempt: 1,
    createdAt: at,
    createdBy: by,
    sender: { value: event.sender, by, at, version: 1 },
    receiver: event.receiver === null ? null : { value: event.receiver, by, at, version: 1 },
    items: {},
    note: {},
    unlogged: {},
    offer: null,
    firstOfferedAt: null,
    lastOfferedAt: null,
    questions: [],
    questionsAsked: 0,
    missedIds: [],
    returns: [],
    acceptance: null,
    rating: null,
    teamNotes: [],
    movedIncompleteAt: null,
    lastRefusalAt: null,
    changedAt: at,
    ...(event.chainStart === undefined ? {} : { chainStart: event.chainStart }),
    ...(event.handsBack === undefined ? {} : { handsBack: event.handsBack }),
  };
}

/** What is still recorded of a closed handoff goes into its line, without words. */
function evolveEnded(record: HandoffRecord, event: HandoffEvent): HandoffRecord {
  if (event.type !== 'rework.recorded' && event.type !== 'work.started') return record;
  if (!record.ended.some(({ handoffId }) => handoffId === event.handoffId)) return record;
  const change = (line: EndedHandoff): EndedHandoff =>
    event.type === 'work.started'
      ? { ...line, workStarted: { at: event.at, movedAt: event.movedAt } }
      : { ...line, reworks: [...(line.reworks ?? []), withoutWords(event)] };
  return { ...record, ended: record.ended.map((line) => (line.handoffId === event.handoffId ? change(line) : line)) };
}

/** What was written goes, what is counted stays (T21). */
function endVoided(record: HandoffRecord, handoff: Handoff, event: EventOf<'voided'>): HandoffRecord {
  const rating = handoff.rating === null ? null : { ...handoff.rating, comment: null };
  return end({ ...record, handoffs: record.handoffs.filter((live) => live !== handoff) }, { ...handoff, rating }, event, {
    state: 'VOIDED',
    endedBy: event.by,
    reason: event.endReason,
  });
}

function withoutWords({
  kind,
  at,
  itemIds,
  sectionIds,
  movedAt,
}: Omit<Rework, 'by' | 'text'>): NonNullable<EndedHandoff['reworks']>[number] {
  return { kind, at, itemIds, sectionIds, movedAt };
}

/** How a handoff ended. */
interface Ending {
  readonly state: EndedHandoff['state'];
  readonly endedBy: AccountId | null;
  readonly reason: string;
  readonly successorId?: string;
}

function end(record: HandoffRecord, handoff: Handoff, event: EventHeader, ending: Ending): HandoffRecord {
  const line: EndedHandoff = {
    handoffId: handoff.handoffId,
    typeId: handoff.typeId,
    typeVersion: handoff.typeVersion,
    state: ending.state,
    attempts: handoff.attempt,
    senderId: handoff.sender.value ?? handoff.createdBy,
    receiverId: handoff.acceptance?.by ?? null,
    firstOfferedAt: handoff.firstOfferedAt,
    lastOfferedAt: handoff.lastOfferedAt,
    acceptedAt: handoff.acceptance?.at ?? null,
    endedAt: event.at,
    endedBy: ending.endedBy,
    reason: ending.reason,
    rating: handoff.rating,
    ...(ending.successorId === undefined ? {} : { successorId: ending.successorId }),
    ...(handoff.reworks === undefined ? {} : { reworks: handoff.reworks.map(withoutWords) }),
    ...(handoff.workStarted === undefined ? {} : { workStarted: handoff.workStarted }),
  };
  return {
    ...record,
    handoffs: record.handoffs.filter((live) => live !== handoff),
    ended: [line, ...record.ended].slice(0, MAX_ENDED_HANDOFFS),
  };
}

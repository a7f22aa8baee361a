import { ACTIVE_STATES } from './handoff';
import type { AccountId, EndedHandoff, Handoff, HandoffRecord, Instant } from './handoff';
import type { HandoffRow, RowFacts } from './handoff-row';
import { addMs } from './instant';
import { RATING_WINDOW_MS } from './limits';
import { isHighRisk, passedFirstTime } from './verification';

/** Longest recommendation in a row, in UTF-16 code units. */
const MAX_RECOMMENDATION_LENGTH = 200;

/**
 * The slim row of one handoff, live or ended.
 *
 * @param previous The row as it stands. Of an ended handoff the record keeps one line only; what that line does not say (returns,
 *   questions, what was missed) stays as the previous row had it. Null when there is none to keep from.
 * @throws {Error} When the record has no handoff of that id: it was never created, or left the list of ended ones.
 */
export function toHandoffRow(record: HandoffRecord, handoffId: string, previous: HandoffRow | null): HandoffRow {
  const live = record.handoffs.find((handoff) => handoff.handoffId === handoffId);
  if (live !== undefined) return liveRow(record, live);
  const ended = record.ended.find((handoff) => handoff.handoffId === handoffId);
  if (ended === undefined) throw new Error(`The record has no handoff ${handoffId}`);
  return endedRow(record, ended, previous);
}

function liveRow(record: HandoffRecord, handoff: Handoff): HandoffRow {
  const closesAt = handoff.acceptance === null ? null : addMs(handoff.acceptance.at, RATING_WINDOW_MS);
  return {
    handoffId: handoff.handoffId,
    issueId: record.issueId,
    projectId: record.projectId,
    typeId: handoff.typeId,
    state: handoff.state,
    openIn: ACTIVE_STATES.includes(handoff.state) ? record.projectId : 'none',
    waitsFor: waitsFor(record, handoff),
    dueAt: '9999',
    senderId: handoff.sender.value ?? handoff.createdBy,
    changedAt: handoff.changedAt,
    cohortMonth: cohortMonth(handoff.firstOfferedAt),
    timerOn: closesAt === null ? 'none' : 'on',
    timerAt: closesAt ?? '9999',
    facts: {
      schema: 1,
      typeVersion: handoff.typeVersion,
      attempt: handoff.attempt,
      receiverId: receiverId(handoff),
      ...untakenPool(handoff),
      firstOfferedAt: handoff.firstOfferedAt,
      lastOfferedAt: handoff.lastOfferedAt,
      acceptedAt: handoff.acceptance?.at ?? null,
      returns: handoff.returns.map(({ at, itemIds }) => ({ at, itemIds })),
      questionsAsked: handoff.questionsAsked,
      openQuestions: handoff.questions.filter(({ answer }) => answer === null).length,
      missedIds: handoff.missedIds,
      rating: handoff.rating?.value ?? null,
      ...verificationFacts(handoff),
      ...toExceptions({ waivers: handoff.waivers?.length ?? 0, bypasses: handoff.bypasses ?? 0 }),
      recommendation: firstLine(handoff.note['recommendation']?.value ?? ''),
    },
  };
}

/** Nobody waits for an ended handoff; its numbers stay. */
function endedRow(record: HandoffRecord, ended: EndedHandoff, previous: HandoffRow | null): HandoffRow {
  const kept: Partial<RowFacts> = previous?.facts ?? {};
  return {
    handoffId: ended.handoffId,
    issueId: record.issueId,
    projectId: record.projectId,
    typeId: ended.typeId,
    state: ended.state,
    openIn: 'none',
    waitsFor: 'none',
    dueAt: '9999',
    senderId: ended.senderId,
    changedAt: ended.endedAt,
    cohortMonth: cohortMonth(ended.firstOfferedAt),
    timerOn: 'none',
    timerAt: '9999',
    facts: {
      schema: 1,
      typeVersion: ended.typeVersion,
      attempt: ended.attempts,
      receiverId: ended.receiverId,
      firstOfferedAt: ended.firstOfferedAt,
      lastOfferedAt: ended.lastOfferedAt,
      acceptedAt: ended.acceptedAt,
      returns: kept.returns ?? [],
      questionsAsked: kept.questionsAsked ?? 0,
      openQuestions: kept.openQuestions ?? 0,
      missedIds: kept.missedIds ?? [],
      rating: ended.rating?.value ?? null,
      ...(kept.risk === undefined ? {} : { risk: kept.risk }),
      ...(kept.waived === undefined ? {} : { waived: kept.waived }),
      ...(kept.readbackFirst === undefined ? {} : { readbackFirst: kept.readbackFirst }),
      ...toExceptions({ waivers: kept.waivers ?? 0, bypasses: kept.bypasses ?? 0 }),
      recommendation: kept.recommendation ?? '',
    },
  };
}

/** Absent where there were none, as in rows that were stored before these were counted. */
function toExceptions({
  waivers,
  bypasses,
}: {
  readonly waivers: number;
  readonly bypasses: number;
}): Pick<RowFacts, 'waivers' | 'bypasses'> {
  return { ...(waivers === 0 ? {} : { waivers }), ...(bypasses === 0 ? {} : { bypasses }) };
}

function waitsFor(record: HandoffRecord, handoff: Handoff): string {
  const { state, offer, acceptance, rating } = handoff;
  if (state === 'ACCEPTED' && acceptance !== null) return rating === null ? `rate:${acceptance.by}` : 'none';
  if (offer === null || (state !== 'OFFERED' && state !== 'IN_VERIFICATION')) return 'none';
  if (offer.takenBy !== null) return `u:${offer.takenBy}`;
  return offer.receiver.kind === 'person' ? `u:${offer.receiver.accountId}` : `pool:${record.projectId}`;
}

function verificationFacts(handoff: Handoff): Pick<RowFacts, 'risk' | 'waived' | 'readbackFirst'> {
  const stood = passedFirstTime(handoff);
  return {
    ...(isHighRisk(handoff) ? { risk: 'high' } : {}),
    ...(handoff.acceptance?.waived === true ? { waived: true } : {}),
    ...(stood === null ? {} : { readbackFirst: stood ? 'passed' : 'failed' }),
  };
}

function untakenPool({ offer }: Handoff): Pick<RowFacts, 'pool'> {
  return offer === null || offer.takenBy !== null || offer.receiver.kind === 'person' ? {} : { pool: offer.receiver };
}

function receiverId({ acceptance, offer, receiver }: Handoff): AccountId | null {
  if (acceptance !== null) return acceptance.by;
  const takenBy = offer?.takenBy ?? null;
  if (takenBy !== null) return takenBy;
  const named = offer?.receiver ?? receiver?.value ?? null;
  return named?.kind === 'person' ? named.accountId : null;
}

function cohortMonth(firstOfferedAt: Instant | null): string {
  return firstOfferedAt?.slice(0, 7) ?? 'none';
}

/** Cut at a code point, so that half an emoji never stands in a list. */
function firstLine(text: string): string {
  const line = text.trim().split(/\r?\n/u, 1)[0]?.trim() ?? '';
  return line.length <= MAX_RECOMMENDATION_LENGTH
    ? line
    : `${line.slice(0, MAX_RECOMMENDATION_LENGTH - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

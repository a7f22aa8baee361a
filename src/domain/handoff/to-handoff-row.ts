import type { WorkingCalendar } from '../calendar/working-calendar';
import { chainFacts, type FindRoute } from './chain';
import { closesAt } from './closing';
import { countOpenQuestions } from './support-window';
import { ACTIVE_STATES } from './handoff';
import type { AccountId, EndedHandoff, Handoff, HandoffRecord, Instant, PastOffer } from './handoff';
import type { HandoffRow, RowFacts, RowOffer } from './handoff-row';
import { addMs } from './instant';
import { isHighRisk } from './high-risk';
import { isSelfOffer } from './self-handoff';
import { pickPresent } from './pick-present';
import { passedFirstTime } from './verification';

/** Longest recommendation in a row, in UTF-16 code units. */
const MAX_RECOMMENDATION_LENGTH = 200;

/**
 * The slim row of one handoff, live or ended.
 *
 * @param previous The row as it stands. Of an ended handoff the record keeps one line only; what that line does not say (returns,
 *   questions, what was missed) stays as the previous row had it. Null when there is none to keep from.
 * @param findRoute Tells which handoffs of the work item go to and fro; without it none does.
 * @throws {Error} When the record has no handoff of that id: it was never created, or left the list of ended ones.
 */
export function toHandoffRow(
  record: HandoffRecord,
  handoffId: string,
  previous: HandoffRow | null,
  findRoute: FindRoute = () => null,
): HandoffRow {
  const live = record.handoffs.find((handoff) => handoff.handoffId === handoffId);
  if (live !== undefined) return liveRow(record, live, findRoute);
  const ended = record.ended.find((handoff) => handoff.handoffId === handoffId);
  if (ended === undefined) throw new Error(`The record has no handoff ${handoffId}`);
  return endedRow(record, ended, previous);
}

function liveRow(record: HandoffRecord, handoff: Handoff, findRoute: FindRoute): HandoffRow {
  const timerAt = nextTimer(handoff);
  return {
    handoffId: handoff.handoffId,
    issueId: record.issueId,
    projectId: record.projectId,
    typeId: handoff.typeId,
    state: handoff.state,
    openIn: ACTIVE_STATES.includes(handoff.state) ? record.projectId : 'none',
    waitsFor: waitsFor(record, handoff),
    dueAt: waitsForReaction(handoff) ? (handoff.offer?.dueAt ?? '9999') : '9999',
    senderId: handoff.sender.value ?? handoff.createdBy,
    changedAt: handoff.changedAt,
    cohortMonth: cohortMonth(handoff.firstOfferedAt),
    timerOn: timerAt === null ? 'none' : 'on',
    timerAt: timerAt ?? '9999',
    facts: {
      schema: 1,
      typeVersion: handoff.typeVersion,
      attempt: handoff.attempt,
      receiverId: receiverId(handoff),
      ...untakenPool(handoff),
      firstOfferedAt: handoff.firstOfferedAt,
      lastOfferedAt: handoff.lastOfferedAt,
      acceptedAt: handoff.acceptance?.at ?? null,
      ...toPace(handoff),
      returns: handoff.returns.map(({ at, itemIds }) => ({ at, itemIds })),
      questionsAsked: handoff.questionsAsked,
      openQuestions: countOpenQuestions(handoff),
      missedIds: handoff.missedIds,
      ...toReworks(handoff),
      ...(handoff.chainStart === undefined ? {} : { chainStart: handoff.chainStart }),
      ...(handoff.handsBack === undefined ? {} : { handsBack: true }),
      ...chainFacts(record, handoff.handoffId, findRoute),
      rating: handoff.rating?.value ?? null,
      ...timeFacts(handoff),
      ...verificationFacts(handoff),
      ...toExceptions({ waivers: handoff.waivers?.length ?? 0, bypasses: handoff.bypasses ?? 0 }),
      recommendation: firstLine(handoff.note['recommendation']?.value ?? ''),
    },
  };
}

/** A held one goes out when its time comes; an accepted one closes by itself after its window; one nobody reacted to is looked at when that is overdue, once. */
function nextTimer(handoff: Handoff): Instant | null {
  const { acceptance, hold, offer, state } = handoff;
  if (state === 'DRAFT' && hold !== undefined && hold.stuck === undefined) return hold.until;
  if (acceptance !== null) return closesAt(handoff);
  if (!waitsForReaction(handoff) || offer?.dueAt === undefined || offer.overdueAt !== undefined) return null;
  // What is due now is in time; the next moment it is not (E40).
  return addMs(offer.dueAt, 1);
}

function waitsForReaction({ state, offer }: Handoff): boolean {
  return (state === 'OFFERED' || state === 'IN_VERIFICATION') && offer?.acknowledgedAt === null;
}

type TimeFacts = Pick<RowFacts, 'self' | 'lateReactions' | 'readinessOverridden' | 'talk'>;

function timeFacts(handoff: Handoff): TimeFacts {
  const { offer, pastOffers = [], talk, talkWaiver, lateReactions } = handoff;
  const isOverridden = offer?.readinessOverride !== undefined || pastOffers.some((past) => past.readinessOverridden === true);
  const cameOfIt = talk?.confirmedBy !== undefined ? 'confirmed' : talkWaiver !== undefined ? 'waived' : 'advised';
  return {
    ...(isSelfOffer(handoff) ? { self: true } : {}),
    ...(lateReactions === undefined ? {} : { lateReactions }),
    ...(isOverridden ? { readinessOverridden: true } : {}),
    ...((offer?.talk?.rule ?? null) === null ? {} : { talk: cameOfIt }),
  };
}

/** What the line of an ended handoff does not say and may be absent. */
const KEPT = [
  'draftedAt',
  'offers',
  'calendar',
  'questionsAfter',
  'chainStart',
  'handsBack',
  'chainPosition',
  'reversals',
  'self',
  'lateReactions',
  'readinessOverridden',
  'talk',
  'risk',
  'waived',
  'readbackFirst',
  'waivers',
  'bypasses',
] as const satisfies readonly (keyof RowFacts)[];

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
      ...pickPresent(kept, KEPT),
      ...toFirstWork(ended),
      returns: kept.returns ?? [],
      questionsAsked: kept.questionsAsked ?? 0,
      openQuestions: kept.openQuestions ?? 0,
      missedIds: [
        ...new Set([...(kept.missedIds ?? []), ...(ended.reworks ?? []).flatMap(({ itemIds, sectionIds }) => [...itemIds, ...sectionIds])]),
      ],
      ...toReworks(ended),
      rating: ended.rating?.value ?? null,
      recommendation: ended.state === 'VOIDED' ? '' : (kept.recommendation ?? ''),
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
  if (state === 'ACCEPTED' && acceptance !== null) return rating === null && !isSelfOffer(handoff) ? `rate:${acceptance.by}` : 'none';
  if (offer === null || (state !== 'OFFERED' && state !== 'IN_VERIFICATION')) return 'none';
  if (offer.takenBy !== null) return `u:${offer.takenBy}`;
  return offer.receiver.kind === 'person' ? `u:${offer.receiver.accountId}` : `pool:${record.projectId}`;
}

type Pace = Pick<RowFacts, 'draftedAt' | 'offers' | 'calendar' | 'firstWorkAt' | 'questionsAfter'>;

/** How it went, for the numbers that are about time. */
function toPace(handoff: Handoff): Pace {
  const { acceptance, createdAt, offer, pastOffers = [], questions } = handoff;
  const offers = offer === null ? pastOffers : [...pastOffers, { ...offer, returnedAt: null }];
  const { calendar } = offers.at(-1) ?? {};
  const after = questions.filter(({ askedAt, withdrawnAt }) => withdrawnAt === undefined && acceptance !== null && askedAt > acceptance.at);
  return {
    draftedAt: createdAt,
    ...(offers.length === 0 ? {} : { offers: offers.map(toRowOffer) }),
    ...(calendar === undefined || isUsual(calendar) ? {} : { calendar }),
    ...toFirstWork(handoff),
    ...(after.length === 0 ? {} : { questionsAfter: after.length }),
  };
}

function toRowOffer({ at, acknowledgedAt, returnedAt, dueAt }: PastOffer): RowOffer {
  return { at, acknowledgedAt, ...(returnedAt === null ? {} : { returnedAt }), ...(dueAt === undefined ? {} : { dueAt }) };
}

function toFirstWork({ workStarted }: Pick<Handoff, 'workStarted'>): Pick<RowFacts, 'firstWorkAt'> {
  return workStarted === undefined ? {} : { firstWorkAt: workStarted.movedAt };
}

/** Nobody set it, and it says what is taken where none is known. */
function isUsual({ version, zone }: WorkingCalendar): boolean {
  return version === 0 && zone === 'UTC';
}

function toReworks({ reworks }: Pick<EndedHandoff, 'reworks'>): Pick<RowFacts, 'reworks'> {
  return reworks === undefined ? {} : { reworks: reworks.map(({ kind, at }) => ({ kind, at })) };
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

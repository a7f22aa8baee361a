import { UNKNOWN_SIDE } from '../calendar/side-time';
import type { HandoffState } from '../handoff/handoff';
import type { HandoffRow, RowFacts } from '../handoff/handoff-row';
import { pickPresent } from '../handoff/pick-present';
import type { MeasuredHandoff, MeasuredOffer } from './measured-handoff';

const ENDED_AS: Partial<Record<HandoffState, NonNullable<MeasuredHandoff['ended']>['kind']>> = {
  CLOSED: 'closed',
  CANCELLED: 'cancelled',
  SUPERSEDED: 'superseded',
  VOIDED: 'voided',
};

/**
 * What the metrics need to know of a row.
 *
 * @returns Null for a handoff to oneself (E2) and for one that was never handed off: neither is in any month's numbers.
 */
export function toMeasured(row: HandoffRow): MeasuredHandoff | null {
  const { facts, senderId } = row;
  const offers = toOffers(facts);
  if (offers.length === 0 || facts.self === true || facts.receiverId === senderId) return null;
  const kind = ENDED_AS[row.state];
  const after = facts.questionsAfter ?? 0;
  return {
    handoffId: row.handoffId,
    issueId: row.issueId,
    typeId: row.typeId,
    month: row.cohortMonth,
    calendar: facts.calendar ?? UNKNOWN_SIDE.calendar,
    draftedAt: facts.draftedAt ?? null,
    offers,
    acceptedAt: facts.acceptedAt,
    ended: kind === undefined ? null : { at: row.changedAt, kind },
    firstWorkAt: facts.firstWorkAt ?? null,
    questions: { before: facts.questionsAsked - after, after },
    ...(facts.openQuestions === 0 ? {} : { openQuestions: facts.openQuestions }),
    reworkedAt: (facts.reworks ?? []).map(({ at }) => at),
    rating: facts.rating,
    senderId,
    receiverId: facts.receiverId,
    missedIds: facts.missedIds,
    returnedFor: facts.returns.map(({ itemIds }) => itemIds),
    ...pickPresent(facts, [
      'talk',
      'readinessOverridden',
      'readbackFirst',
      'waivers',
      'waived',
      'handsBack',
      'chainPosition',
      'reversals',
      'bypasses',
    ]),
  };
}

function toOffers(facts: RowFacts): readonly MeasuredOffer[] {
  const { offers, acceptedAt } = facts;
  if (offers === undefined) return guessOffers(facts);
  return offers.map(({ at, acknowledgedAt, returnedAt, dueAt = null }, index): MeasuredOffer => {
    const shared = { at, acknowledgedAt, dueAt };
    if (returnedAt !== undefined) return { ...shared, decidedAt: returnedAt, outcome: 'returned' };
    const isAccepted = acceptedAt !== null && index === offers.length - 1;
    return { ...shared, decidedAt: isAccepted ? acceptedAt : null, outcome: isAccepted ? 'accepted' : 'undecided' };
  });
}

/**
 * Offers of a row stored before each was kept: how many were given back is known and whether the last was accepted, not when anybody
 * reacted. They have no instants but their own, so that no time is made up of them.
 */
function guessOffers({ firstOfferedAt, lastOfferedAt, acceptedAt, returns }: RowFacts): readonly MeasuredOffer[] {
  if (firstOfferedAt === null) return [];
  const unknown = { acknowledgedAt: null, decidedAt: null, dueAt: null };
  const returned = returns.map(({ at }, index) => ({ ...unknown, at: index === 0 ? firstOfferedAt : at, outcome: 'returned' as const }));
  const at = lastOfferedAt ?? firstOfferedAt;
  const isOver = acceptedAt === null && returns.some((each) => each.at >= at);
  return isOver ? returned : [...returned, { ...unknown, at, outcome: acceptedAt === null ? 'undecided' : 'accepted' }];
}

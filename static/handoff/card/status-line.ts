import type { HandoffCard } from '../../../src/contract/handoff-screen';
import type { ScreenRow } from '../../../src/domain/handoff/screen-state';
import type { TextKey, TextVars } from '../../kit/text/format-text';

/** What the status sentence is made of. */
export interface StatusFacts {
  readonly row: ScreenRow;
  readonly card: HandoffCard;
  readonly viewerId: string;
  readonly now: Date;
  readonly person: (accountId: string) => string;
  readonly moment: (at: string) => string;
}

/** A string and what goes into it. */
export interface Sentence {
  readonly key: TextKey;
  readonly vars: TextVars;
}

/** After this long without its offer, a move is shown as not handed off: one minute. */
const OFFER_EXPECTED_MS = 60_000;

/** The sentence under the top line: who has it since when, or what is left. Null where the row says it itself. */
export function statusSentence(facts: StatusFacts): Sentence | null {
  const { row, card } = facts;
  const { handoff } = card;
  switch (row) {
    case 'off':
      return null;
    case 'nothingPrepared':
      return { key: 'handoff.status.needs', vars: { team: card.handoffType.team, count: requiredCount(card) } };
    case 'draft':
      return { key: 'handoff.status.left', vars: { count: card.left.length } };
    case 'ready':
      return {
        key: card.handoffType.opensAt === 'acceptance' ? 'handoff.status.completeAtAcceptance' : 'handoff.status.complete',
        vars: {},
      };
    case 'draftOthers':
      return { key: 'handoff.status.preparing', vars: { name: facts.person(handoff?.sender.value ?? handoff?.createdBy ?? '') } };
    case 'handingOff':
      return movedSentence(facts);
    case 'waitingSender':
    case 'waitingReceiver':
    case 'waitingGroup':
    case 'checkingReceiver':
    case 'checkingSender':
    case 'checkingOther':
      return offeredSentence(facts);
    case 'returnedSender':
      return card.left.length === 0
        ? { key: 'handoff.status.complete', vars: {} }
        : { key: 'handoff.status.toFix', vars: { count: card.left.length } };
    case 'returnedReceiver':
      return returnedSentence(facts);
    case 'acceptedReceiver':
      return { key: 'handoff.status.youHaveIt', vars: { time: facts.moment(handoff?.acceptance?.at ?? '') } };
    case 'acceptedSender':
      return acceptedSentence(facts);
    case 'closed':
    case 'withdrawn':
      return endedSentence(facts);
  }
}

function requiredCount({ handoffType, left }: HandoffCard): number {
  const required =
    handoffType.items.filter((item) => item.required).length + handoffType.notePrompts.filter((prompt) => prompt.required).length;
  return Math.max(required, left.length);
}

function movedSentence({ card, now }: StatusFacts): Sentence {
  const waitedMs = now.getTime() - new Date(card.movedNotOfferedSince ?? now).getTime();
  const vars = { team: card.handoffType.team };
  return { key: waitedMs < OFFER_EXPECTED_MS ? 'handoff.status.moved' : 'handoff.status.notHandedOff', vars };
}

function offeredSentence({ card, viewerId, person, moment }: StatusFacts): Sentence | null {
  const offer = card.handoff?.offer;
  if (offer === undefined || offer === null) return null;
  const time = moment(offer.acknowledgedAt ?? offer.at);
  if (offer.takenBy !== null) {
    return offer.takenBy === viewerId
      ? { key: 'handoff.status.youCheck', vars: { time } }
      : { key: 'handoff.status.checks', vars: { name: person(offer.takenBy), time } };
  }
  const since = moment(offer.at);
  if (offer.receiver.kind !== 'person') return { key: 'handoff.status.nobodyTook', vars: { time: since } };
  return offer.receiver.accountId === viewerId
    ? { key: 'handoff.status.waitsForYou', vars: { time: since } }
    : { key: 'handoff.status.waitsFor', vars: { name: person(offer.receiver.accountId), time: since } };
}

/** Titles of what a return named, in the order of the type. */
export function returnedTitles(card: HandoffCard): readonly string[] {
  const last = card.handoff?.returns.at(-1);
  if (last === undefined) return [];
  const { items, notePrompts } = card.handoffType;
  return [
    ...items.filter((item) => last.itemIds.includes(item.itemId)).map((item) => item.title),
    ...notePrompts.filter((prompt) => last.sectionIds.includes(prompt.sectionId)).map((prompt) => prompt.title),
  ];
}

function returnedSentence({ card, person, moment }: StatusFacts): Sentence | null {
  const { handoff } = card;
  const last = handoff?.returns.at(-1);
  if (handoff === null || last === undefined) return null;
  const what = returnedTitles(card).join(', ') || last.reason;
  return {
    key: 'handoff.status.returnedTo',
    vars: { name: person(handoff.sender.value ?? handoff.createdBy), time: moment(last.at), what },
  };
}

function acceptedSentence({ card, person, moment }: StatusFacts): Sentence | null {
  const acceptance = card.handoff?.acceptance;
  if (acceptance === undefined || acceptance === null) return null;
  return { key: 'handoff.status.hasIt', vars: { name: person(acceptance.by), time: moment(acceptance.at) } };
}

function endedSentence({ card, person, moment }: StatusFacts): Sentence | null {
  const { ended } = card;
  if (ended === null) return null;
  const name = person(ended.endedBy ?? ended.senderId);
  if (ended.state === 'CANCELLED' && ended.endedBy === null)
    return { key: 'handoff.status.endedResolved', vars: { time: moment(ended.endedAt) } };
  if (ended.state === 'CANCELLED')
    return {
      key: ended.reason === '' ? 'handoff.status.withdrawn' : 'handoff.status.withdrawnBecause',
      vars: { name, reason: ended.reason },
    };
  if (ended.acceptedAt !== null && ended.receiverId !== null) {
    return { key: 'handoff.status.closed', vars: { name: person(ended.receiverId), time: moment(ended.acceptedAt) } };
  }
  return { key: 'handoff.status.ended', vars: { time: moment(ended.endedAt) } };
}

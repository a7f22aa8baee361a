import type { HandoffEvent, OfferTerms, SavedValue } from './event';
import type { Entry, Handoff, Instant, Offer, PastOffer, Readback, Waiver } from './handoff';
import { MAX_EXCEPTIONS, MAX_PAST_OFFERS } from './limits';
import { pickPresent } from './pick-present';

/** Events that leave the handoff live and do not begin it. */
type LiveEvent = Exclude<HandoffEvent, { type: 'created' | 'closed' | 'cancelled' | 'superseded' | 'voided' }>;

/** One live handoff after an event about it. */
export function evolveHandoff(handoff: Handoff, event: LiveEvent): Handoff {
  switch (event.type) {
    case 'text_saved':
      return {
        ...withEntries(handoff, event.items, event.sections),
        unlogged: { ...handoff.unlogged, ...unloggedAfter(handoff, event.items, event.sections) },
      };
    case 'item_changed':
      return logged(
        withEntries(handoff, event.changes, []),
        event.changes.map(({ id }) => itemKey(id)),
      );
    case 'note_changed':
      return logged(
        withEntries(handoff, [], event.changes),
        event.changes.map(({ id }) => sectionKey(id)),
      );
    case 'sender_changed':
      return withoutTalk({ ...handoff, sender: { value: event.sender, by: event.by, at: event.at, version: event.version } });
    case 'receiver_changed':
      return receiverChanged(handoff, event);
    case 'risk_changed':
      return { ...handoff, risk: { value: event.risk, by: event.by, at: event.at, version: event.version } };
    case 'held':
      return { ...handoff, hold: { until: event.heldUntil, by: event.by } };
    case 'released':
      return withoutHold(handoff);
    case 'hold.stuck':
      return handoff.hold === undefined ? handoff : { ...handoff, hold: { ...handoff.hold, stuck: event.kind } };
    case 'offered':
      return withoutTalk({
        ...withoutHold(withPastOffer(handoff, null)),
        state: 'OFFERED',
        firstOfferedAt: handoff.firstOfferedAt ?? event.at,
        lastOfferedAt: event.at,
        movedIncompleteAt: null,
        offer: {
          at: event.at,
          by: event.by,
          path: event.path,
          digest: event.digest,
          receiver: event.receiver,
          acknowledgedAt: null,
          takenBy: null,
          remindedAt: null,
          ...toTerms(event),
          ...(event.waivedIds === undefined ? {} : { waived: event.waivedIds }),
          ...(handoff.offer?.delegatedFrom === undefined ? {} : { delegatedFrom: handoff.offer.delegatedFrom }),
        },
      });
    case 'acknowledged':
      return withOffer({ ...reactedAt(handoff, event.at), state: 'IN_VERIFICATION' }, (offer) => ({ ...offer, takenBy: event.by }));
    case 'unclaimed':
      return withoutTalk(withOffer({ ...handoff, state: 'OFFERED' }, (offer) => ({ ...offer, takenBy: null })));
    case 'question.asked': {
      const { questionId, text, by, at, duringTalk } = event;
      const question = { questionId, text, askedBy: by, askedAt: at, answer: null, ...(duringTalk === undefined ? {} : { duringTalk }) };
      return reactedAt({ ...handoff, questions: [...handoff.questions, question], questionsAsked: handoff.questionsAsked + 1 }, at);
    }
    case 'question.answered':
      return {
        ...handoff,
        questions: handoff.questions.map((question) =>
          question.questionId === event.questionId ? { ...question, answer: { text: event.text, by: event.by, at: event.at } } : question,
        ),
      };
    case 'question.withdrawn':
      return {
        ...handoff,
        questionsAsked: handoff.questionsAsked - 1,
        questions: handoff.questions.map((question) =>
          question.questionId === event.questionId ? { ...question, withdrawnAt: event.at } : question,
        ),
      };
    case 'readback.submitted': {
      const given = { at: event.at, by: event.by, answers: event.answers };
      return withOffer(handoff, (offer) => ({ ...offer, readbacks: [...(offer.readbacks ?? []), given] }));
    }
    case 'readback.confirmed':
      return withLastReadback(handoff, (last) => ({ ...last, heard: { by: event.by, at: event.at } }));
    case 'readback.corrected_by_sender': {
      const corrected = new Map(event.corrections.map(({ questionId, text }) => [questionId, text]));
      return withLastReadback(handoff, (last) => ({
        ...last,
        heard: { by: event.by, at: event.at },
        answers: last.answers.map((answer) => {
          const correction = corrected.get(answer.questionId);
          return correction === undefined ? answer : { ...answer, correction };
        }),
      }));
    }
    case 'countersigned':
      return withOffer(handoff, (offer) => ({ ...offer, secondSignature: { by: event.by, at: event.at } }));
    case 'accepted': {
      const { at, by, nextStep, digest, waived, facts } = event;
      const more = { ...(waived === undefined ? {} : { waived }), ...(facts === undefined ? {} : { facts }) };
      return { ...handoff, state: 'ACCEPTED', acceptance: { at, by, nextStep, digest, ...more } };
    }
    case 'change_confirmed':
      return { ...handoff, confirmedChange: { at: event.at, facts: event.facts } };
    case 'returned': {
      const { at, by, reason, itemIds, sectionIds, attempt } = event;
      return {
        ...withPastOffer(withoutTalk(reactedAt(handoff, at)), at),
        state: 'RETURNED',
        offer: null,
        returns: [...handoff.returns, { attempt, at, by, reason, itemIds, sectionIds }],
        missedIds: union(handoff.missedIds, [...itemIds, ...sectionIds]),
      };
    }
    case 'revised':
      return revised(handoff, event);
    case 'rating.set':
      return { ...handoff, rating: { value: event.value, comment: event.comment, at: event.at, changedAt: null } };
    case 'rating.changed':
      return {
        ...handoff,
        rating: { value: event.value, comment: event.comment, at: handoff.rating?.at ?? event.at, changedAt: event.at },
      };
    case 'note.added':
      return { ...handoff, teamNotes: [...handoff.teamNotes, { by: event.by, at: event.at, text: event.text }] };
    case 'rework.recorded': {
      const { kind, at, by, text, itemIds, sectionIds, movedAt } = event;
      return {
        ...handoff,
        reworks: [...(handoff.reworks ?? []), { kind, at, by, text, itemIds, sectionIds, movedAt }],
        missedIds: union(handoff.missedIds, [...itemIds, ...sectionIds]),
      };
    }
    case 'work.started':
      return { ...handoff, workStarted: { at: event.at, movedAt: event.movedAt } };
    case 'reminded':
      return withOffer(handoff, (offer) => ({ ...offer, remindedAt: event.at }));
    case 'sync.logged':
      return { ...handoff, talk: { loggedBy: event.by, loggedAt: event.at } };
    case 'sync.confirmed':
      return handoff.talk === undefined ? handoff : { ...handoff, talk: { ...handoff.talk, confirmedBy: event.by, confirmedAt: event.at } };
    case 'talk.waived':
      return { ...handoff, talkWaiver: { by: event.by, at: event.at, instead: event.instead, text: event.text } };
    case 'overdue':
      return withOffer(handoff, (offer) => ({ ...offer, overdueAt: event.at }));
    case 'moved_incomplete':
      return { ...handoff, movedIncompleteAt: event.at };
    case 'waiver.granted': {
      const { by, at, reason, kinds, expiresAt } = event;
      const waiver: Waiver = { by, at, reason, kinds, expiresAt, usedAt: null };
      return { ...handoff, waivers: [...(handoff.waivers ?? []), waiver].slice(-MAX_EXCEPTIONS) };
    }
    case 'readiness.overridden':
      return withOffer(handoff, (offer) => ({ ...offer, readinessOverride: event.reason }));
    case 'waiver.used':
      return withNewestWaiver(handoff, (waiver) => ({ ...waiver, usedAt: event.at }));
    case 'waiver.expired':
      return withNewestWaiver(handoff, (waiver) => ({ ...waiver, expired: true }));
    case 'gate.bypassed':
      return { ...handoff, bypasses: (handoff.bypasses ?? 0) + 1 };
    case 'gate.denied':
    case 'gate.would_block':
      return { ...handoff, lastRefusalAt: event.at, missedIds: union(handoff.missedIds, event.missedIds) };
  }
}

/** Key of an item in `Handoff.unlogged`. */
export function itemKey(itemId: string): string {
  return `item:${itemId}`;
}

/** Key of a note section in `Handoff.unlogged`. */
export function sectionKey(sectionId: string): string {
  return `section:${sectionId}`;
}

function toEntry<T>(saved: SavedValue<T>): Entry<T> {
  return {
    value: saved.value,
    by: saved.by,
    at: saved.savedAt,
    version: saved.version,
    ...(saved.repeatsTitle === true ? { repeatsTitle: true } : {}),
    ...(saved.unknown === undefined ? {} : { unknown: saved.unknown }),
  };
}

function withEntries(
  handoff: Handoff,
  items: readonly SavedValue<NonNullable<Handoff['items'][string]['value']>>[],
  sections: readonly SavedValue<string>[],
): Handoff {
  return {
    ...handoff,
    items: { ...handoff.items, ...Object.fromEntries(items.map((saved) => [saved.id, toEntry(saved)])) },
    note: { ...handoff.note, ...Object.fromEntries(sections.map((saved) => [saved.id, toEntry(saved)])) },
  };
}

/** The ten minutes count from the first save of a person, so going on typing keeps the instant. */
function unloggedAfter(
  handoff: Handoff,
  items: readonly SavedValue<unknown>[],
  sections: readonly SavedValue<unknown>[],
): Handoff['unlogged'] {
  const saves = [
    ...items.map((saved) => ({ key: itemKey(saved.id), saved })),
    ...sections.map((saved) => ({ key: sectionKey(saved.id), saved })),
  ];
  return Object.fromEntries(
    saves.map(({ key, saved }) => {
      const before = handoff.unlogged[key];
      return [key, before?.by === saved.by ? before : { by: saved.by, since: saved.savedAt }];
    }),
  );
}

function logged(handoff: Handoff, keys: readonly string[]): Handoff {
  return { ...handoff, unlogged: Object.fromEntries(Object.entries(handoff.unlogged).filter(([key]) => !keys.includes(key))) };
}

function withOffer(handoff: Handoff, change: (offer: Offer) => Offer): Handoff {
  return handoff.offer === null ? handoff : { ...handoff, offer: change(handoff.offer) };
}

/** What an offer freezes, without what its event does not say. */
function toTerms(event: OfferTerms): OfferTerms {
  return pickPresent(event, ['dueAt', 'calendar', 'talk', 'readinessOverride', 'self']);
}

/** The first reaction of the receiving side stops the clock; at the very instant it is due it is in time (E40). */
function reactedAt(handoff: Handoff, at: Instant): Handoff {
  const { offer } = handoff;
  if (offer === null || offer.acknowledgedAt !== null) return handoff;
  const isLate = offer.dueAt !== undefined && at > offer.dueAt;
  const reacted = { ...handoff, offer: { ...offer, acknowledgedAt: at } };
  return isLate ? { ...reacted, lateReactions: (handoff.lateReactions ?? 0) + 1 } : reacted;
}

/** The current offer is over: `returnedAt` null where another takes its place. The first is kept, since the first decision counts (M06). */
function withPastOffer(handoff: Handoff, returnedAt: Instant | null): Handoff {
  const { offer, pastOffers = [] } = handoff;
  if (offer === null) return handoff;
  const { at, acknowledgedAt, readinessOverride } = offer;
  const past: PastOffer = {
    at,
    acknowledgedAt,
    returnedAt,
    ...pickPresent(offer, ['dueAt', 'calendar']),
    ...(readinessOverride === undefined ? {} : { readinessOverridden: true }),
  };
  const all = [...pastOffers.map(({ calendar: _calendar, ...older }) => older), past];
  const kept: readonly PastOffer[] = all.length > MAX_PAST_OFFERS ? all.filter((_past, index) => index !== 1) : all;
  return { ...handoff, pastOffers: kept };
}

function withoutHold({ hold: _hold, ...handoff }: Handoff): Handoff {
  return handoff;
}

/** A talk belongs to one offer and one pair. */
function withoutTalk({ talk: _talk, talkWaiver: _waiver, ...handoff }: Handoff): Handoff {
  return handoff;
}

function withLastReadback(handoff: Handoff, change: (last: Readback) => Readback): Handoff {
  return withOffer(handoff, (offer) => {
    const { readbacks = [] } = offer;
    return { ...offer, readbacks: readbacks.map((each, index) => (index === readbacks.length - 1 ? change(each) : each)) };
  });
}

function withNewestWaiver(handoff: Handoff, change: (waiver: Waiver) => Waiver): Handoff {
  const waivers = handoff.waivers ?? [];
  return { ...handoff, waivers: waivers.map((waiver, index) => (index === waivers.length - 1 ? change(waiver) : waiver)) };
}

/** Who passed an offer on stays known on it, until somebody of the sending side asks somebody else. */
function receiverChanged(handoff: Handoff, event: Extract<HandoffEvent, { type: 'receiver_changed' }>): Handoff {
  const { by, at, version, delegatedFrom } = event;
  const changed: Handoff = { ...handoff, receiver: { value: event.receiver, by, at, version } };
  return withOffer(changed, ({ delegatedFrom: _before, ...offer }) => (delegatedFrom === undefined ? offer : { ...offer, delegatedFrom }));
}

/** A new attempt: what the return named must be filled anew, everything else stays (T13). */
function revised(handoff: Handoff, event: Extract<HandoffEvent, { type: 'revised' }>): Handoff {
  const named = handoff.returns.at(-1);
  const cleared = <T>(entries: Readonly<Record<string, Entry<T>>>, ids: readonly string[]): Record<string, Entry<T>> =>
    Object.fromEntries(
      Object.entries(entries).map(([id, entry]) => [
        id,
        ids.includes(id) && (entry.value !== null || entry.unknown !== undefined)
          ? { value: null, by: event.by, at: event.at, version: entry.version + 1 }
          : entry,
      ]),
    );
  return {
    ...handoff,
    state: 'DRAFT',
    attempt: handoff.attempt + 1,
    questions: [],
    items: cleared(handoff.items, named?.itemIds ?? []),
    note: cleared(handoff.note, named?.sectionIds ?? []),
  };
}

function union(before: readonly string[], added: readonly string[]): string[] {
  return [...new Set([...before, ...added])];
}

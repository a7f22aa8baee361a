import type { LoggedEvent } from '../../src/domain/handoff/event';
import type { HandoffRecord, HandoffState } from '../../src/domain/handoff/handoff';
import { ACTIVE_STATES } from '../../src/domain/handoff/handoff';
import { MAX_ENDED_HANDOFFS, MAX_EXCEPTIONS, MAX_LIVE_HANDOFFS } from '../../src/domain/handoff/limits';

/** States an event may be logged in (domain.md 4.3); what is absent may be logged in any that is live. */
const LOGGED_IN: Partial<Record<LoggedEvent['type'], readonly HandoffState[]>> = {
  item_changed: ['DRAFT'],
  note_changed: ['DRAFT'],
  sender_changed: ['DRAFT', 'OFFERED', 'IN_VERIFICATION', 'RETURNED'],
  receiver_changed: ['DRAFT', 'OFFERED', 'IN_VERIFICATION'],
  offered: ['DRAFT', 'OFFERED', 'IN_VERIFICATION'],
  acknowledged: ['OFFERED'],
  unclaimed: ['IN_VERIFICATION'],
  'question.asked': ['OFFERED', 'IN_VERIFICATION', 'ACCEPTED'],
  'question.withdrawn': ['OFFERED', 'IN_VERIFICATION', 'ACCEPTED'],
  'question.answered': ['OFFERED', 'IN_VERIFICATION', 'ACCEPTED'],
  'readiness.overridden': ['OFFERED'],
  risk_changed: ['DRAFT'],
  'readback.submitted': ['IN_VERIFICATION'],
  'readback.confirmed': ['IN_VERIFICATION', 'ACCEPTED'],
  'readback.corrected_by_sender': ['IN_VERIFICATION', 'ACCEPTED'],
  countersigned: ['OFFERED', 'IN_VERIFICATION'],
  change_confirmed: ['ACCEPTED'],
  accepted: ['IN_VERIFICATION'],
  returned: ['OFFERED', 'IN_VERIFICATION'],
  revised: ['RETURNED'],
  'rating.set': ['ACCEPTED'],
  'rating.changed': ['ACCEPTED'],
  'note.added': ['ACCEPTED'],
  'rework.recorded': ['ACCEPTED', 'CLOSED'],
  'work.started': ['OFFERED', 'IN_VERIFICATION', 'ACCEPTED', 'CLOSED'],
  reminded: ['OFFERED'],
  'sync.logged': ['OFFERED', 'IN_VERIFICATION'],
  'sync.confirmed': ['OFFERED', 'IN_VERIFICATION'],
  'talk.waived': ['OFFERED', 'IN_VERIFICATION'],
  overdue: ['OFFERED'],
  moved_incomplete: ['DRAFT'],
  held: ['DRAFT'],
  released: ['DRAFT'],
  'hold.stuck': ['DRAFT'],
  'gate.denied': ACTIVE_STATES,
  'gate.would_block': ACTIVE_STATES,
  closed: ['ACCEPTED'],
  cancelled: ACTIVE_STATES,
  'waiver.granted': ACTIVE_STATES,
  'waiver.used': ['DRAFT', 'IN_VERIFICATION'],
  'waiver.expired': ACTIVE_STATES,
  'gate.bypassed': ACTIVE_STATES,
  superseded: ACTIVE_STATES,
  voided: [...ACTIVE_STATES, 'ACCEPTED'],
};

/** Type of the sequences that has level 3. */
export const GUARDED_TYPE_ID = 'ops-support';

/** States an event leads to; what is absent changes none. */
const LEADS_TO: Partial<Record<LoggedEvent['type'], HandoffState>> = {
  created: 'DRAFT',
  offered: 'OFFERED',
  acknowledged: 'IN_VERIFICATION',
  unclaimed: 'OFFERED',
  accepted: 'ACCEPTED',
  returned: 'RETURNED',
  revised: 'DRAFT',
  closed: 'CLOSED',
  cancelled: 'CANCELLED',
  superseded: 'SUPERSEDED',
  voided: 'VOIDED',
};

/** What is still recorded of a closed handoff. */
const AFTER_CLOSE: readonly LoggedEvent['type'][] = ['rework.recorded', 'work.started'];

const ENDS: readonly HandoffState[] = ['CLOSED', 'CANCELLED', 'SUPERSEDED', 'VOIDED'];

/** Events that prove something about a person, so nothing but a person may cause them (S-056). */
const BY_PEOPLE: readonly LoggedEvent['type'][] = [
  'acknowledged',
  'accepted',
  'returned',
  'rating.set',
  'rating.changed',
  'question.asked',
  'sync.logged',
  'sync.confirmed',
  'talk.waived',
  'readiness.overridden',
  'readback.submitted',
  'readback.confirmed',
  'readback.corrected_by_sender',
  'countersigned',
  'change_confirmed',
];

/**
 * Which of I1–I10 (domain.md 4.4) a record and the whole log behind it break; empty when all hold.
 *
 * Knows the state machine from its table and not from the decider: states are walked anew from the log.
 */
export function brokenInvariants(record: HandoffRecord, log: readonly LoggedEvent[]): string[] {
  const broken: string[] = [];
  const hold = (isHeld: boolean, what: string): void => {
    if (!isHeld) broken.push(what);
  };
  const activeTypes = record.handoffs.filter(({ state }) => ACTIVE_STATES.includes(state)).map(({ typeId }) => typeId);
  hold(new Set(activeTypes).size === activeTypes.length, 'I1 one active handoff per type');
  hold(record.handoffs.length <= MAX_LIVE_HANDOFFS && record.ended.length <= MAX_ENDED_HANDOFFS, 'bounded record');

  for (const handoff of record.handoffs) {
    const { offer, acceptance, sender } = handoff;
    const own = log.filter(({ handoffId }) => handoffId === handoff.handoffId);
    hold(
      sender.value !== null && (handoff.state === 'ACCEPTED') === (acceptance !== null),
      'I2 somebody is responsible, the receiver from acceptance on',
    );
    if (acceptance !== null) {
      const acknowledgedAt = offer?.acknowledgedAt ?? '';
      hold(offer !== null && acceptance.at >= acknowledgedAt && acknowledgedAt >= offer.at, 'I3 offered, then acknowledged, then accepted');
      const offered = own.filter((event) => event.type === 'offered').at(-1);
      const accepted = own.filter((event) => event.type === 'accepted');
      hold(accepted.length === 1 && accepted[0]?.by === acceptance.by, 'I2 responsible since T11 is who accepted, and nobody else since');
      hold(offered?.attempt === handoff.attempt && accepted[0]?.attempt === handoff.attempt, 'I3 offered and accepted in one attempt');
      hold(acceptance.digest === offered?.digest && acceptance.digest === accepted[0]?.digest, 'I5 accepted is what was offered');
      hold(acceptance.by !== sender.value || offer?.self === true, 'I6 accepted by somebody else');
      const signer = offer?.secondSignature?.by;
      hold(
        handoff.typeId !== GUARDED_TYPE_ID || acceptance.waived === true || (signer !== undefined && signer !== acceptance.by),
        'S-060 level 3 is accepted with a second person, or waived',
      );
      hold(signer === undefined || signer !== sender.value, 'S-060 the sender is no second person');
    }
    hold(
      offer?.takenBy === undefined || offer.takenBy === null || offer.takenBy !== sender.value || offer.self === true,
      'I6 taken by somebody else',
    );
    hold(handoff.attempt === 1 + own.filter(({ type }) => type === 'revised').length, 'I8 attempt is one more than the revisions');
  }
  for (const { handoffId, attempts } of record.ended) {
    const revised = log.filter((event) => event.handoffId === handoffId && event.type === 'revised');
    hold(attempts === 1 + revised.length, 'I8 attempts of an ended one are one more than its revisions');
  }
  const ids = new Set(log.map(({ handoffId }) => handoffId));
  hold((record.bypasses?.length ?? 0) <= MAX_EXCEPTIONS, 'bounded moves without a handoff');
  for (const id of ids) {
    // Moves without a handoff have a log of their own, in which nothing is created.
    if (id.endsWith('-0')) continue;
    walk(
      log.filter(({ handoffId }) => handoffId === id),
      record,
      hold,
    );
  }
  return [...new Set(broken)];
}

function walk(events: readonly LoggedEvent[], record: HandoffRecord, hold: (isHeld: boolean, what: string) => void): void {
  let state: HandoffState | null = null;
  let at = '';
  for (const event of events) {
    hold((state === null) === (event.type === 'created'), 'I4 a log begins with its creation');
    hold(
      state === null || !ENDS.includes(state) || (state === 'CLOSED' && AFTER_CLOSE.includes(event.type)),
      'I10 nothing but rework and the first work follows the end',
    );
    hold(state === null || (LOGGED_IN[event.type]?.includes(state) ?? true), `${event.type} in ${String(state)}`);
    hold(event.at >= at, 'instants of a log never go back');
    const isBackMove = event.type === 'returned' && event.path === 'move';
    hold(!BY_PEOPLE.includes(event.type) || event.actor.kind === 'user' || isBackMove, `${event.type} by a person only`);
    hold(
      event.type !== 'closed' || event.endReason === 'timeout' || events.some(({ type }) => type === 'rating.set'),
      'complete only when rated',
    );
    const approvals = event.type === 'item_changed' ? event.changes.filter(({ value }) => value?.kind === 'approval') : [];
    const actorId = event.actor.kind === 'user' ? event.actor.accountId : null;
    hold(
      approvals.every(({ by }) => by === actorId),
      'S-049 an approval is given by the approver',
    );
    hold(
      event.type !== 'closed' || event.endReason === 'timeout' || events.filter(({ type }) => type === 'note.added').length >= 2,
      'T20 complete only with the notes of both',
    );
    state = LEADS_TO[event.type] ?? state;
    at = event.at;
  }
  const waivers = events.filter(({ type }) => type.startsWith('waiver.')).map(({ type }) => type);
  hold(
    waivers.every((type, index) => (type === 'waiver.granted') === (index % 2 === 0)),
    'T24 a waiver is granted, then used once or runs out, before the next one',
  );
  hold(events.filter(({ type }) => type === 'rating.set').length <= 1, 'I9 at most one rating');
  hold(events.filter(({ type }) => type === 'work.started').length <= 1, 'M04 work begins once');
  const id = events[0]?.handoffId;
  const stands = [...record.handoffs, ...record.ended].find(({ handoffId }) => handoffId === id);
  hold(stands === undefined || stands.state === state, 'I4 the record stands where its log leads');
}

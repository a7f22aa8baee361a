import type { Command, DecisionContext, RefusalCode } from '../../src/domain/handoff/command';
import {
  isBlank,
  isWithReceiver,
  person,
  put,
  rolesOf,
  senderOf,
  since,
  standsIn,
  type Expectation,
  type Model,
  type ModelEnded,
  type ModelHandoff,
  type Rows,
  type Subject,
} from './model-handoff';
import { isReal, laterOf } from './model-text';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** The statuses the types of the sequences lead from and to. */
const ROUTE: readonly string[] = ['10', '20'];

/** How long a rating counts: seven days and five minutes for one that meets the timer. */
const RATING_MS = 7 * DAY_MS + 5 * MINUTE_MS;

/** How long something that must be done again still belongs to the handoff, and how much of it is kept. */
const REWORK_MS = 30 * DAY_MS;
const MOST_REWORKS = 10;

/** The rating and a note of both sides. */
function hasEverything(handoff: ModelHandoff): boolean {
  const noted = new Set(handoff.notes.map(({ by }) => by));
  return handoff.rating !== null && noted.has(senderOf(handoff)) && noted.has(handoff.acceptedBy ?? '');
}

/** In ms: five minutes after the seven days, or after the last word where everything is there. */
function closesIn(handoff: ModelHandoff, context: DecisionContext): number {
  const timeoutIn = RATING_MS - since(handoff.acceptedAt, context);
  if (!hasEverything(handoff)) return timeoutIn;
  const lastWord = [handoff.ratedAt, ...handoff.notes.map(({ at }) => at)].sort().at(-1) ?? '';
  return Math.min(timeoutIn, 5 * MINUTE_MS - since(lastWord, context));
}

const ratingText = ({ command }: Subject<'rate'>): string =>
  JSON.stringify([command.value, isBlank(command.comment) ? null : (command.comment ?? '').trim()]);
/** The fix version as it stands; empty where there is none. */
const fixVersion = ({ issue }: DecisionContext): string => issue.fieldMarks?.['fixVersions']?.shown ?? '';
const hasChanged = ({ handoff, context }: Subject<'confirmChange'>): boolean =>
  handoff.relied !== null && handoff.relied !== fixVersion(context);

/** T16, T18–T21 and what follows the sign-off. */
export const CLOSING: Rows<'rate' | 'addNote' | 'confirmChange' | 'withdraw' | 'void' | 'recordRefusal' | 'endResolved' | 'close'> = {
  rate: {
    who: ['accepter'],
    from: ['ACCEPTED'],
    unless: {
      WINDOW_CLOSED: ({ handoff, context }) => since(handoff.acceptedAt, context) > RATING_MS,
      RATING_INVALID: ({ command }) => ![1, 2, 3, 4, 5].includes(command.value),
    },
    idle: (subject) => subject.handoff.rating === ratingText(subject),
    to: (subject) => ({ rating: ratingText(subject), ratedAt: laterOf(subject.context.now, subject.handoff.changedAt) }),
  },
  addNote: {
    who: ['sender', 'accepter'],
    from: ['ACCEPTED'],
    unless: { TEXT_REQUIRED: ({ command }) => isBlank(command.text) },
    to: ({ handoff, context }) => ({
      notes: [...handoff.notes, { by: person(context) ?? '', at: laterOf(context.now, handoff.changedAt) }],
    }),
  },
  confirmChange: {
    who: ['accepter'],
    from: ['ACCEPTED'],
    unless: { STALE_PACKAGE: (subject) => hasChanged(subject) && !subject.isCurrentChange },
    idle: (subject) => !hasChanged(subject),
    to: ({ context }) => ({ relied: fixVersion(context) }),
  },
  withdraw: {
    who: ['sender', 'editor', 'standsIn'],
    from: ['DRAFT', 'OFFERED', 'IN_VERIFICATION', 'RETURNED'],
    unless: {
      INVALID_STATE: ({ handoff, context }) => handoff.state === 'IN_VERIFICATION' && !standsIn(context),
      REASON_REQUIRED: ({ handoff, command }) =>
        (handoff.state === 'OFFERED' || handoff.state === 'IN_VERIFICATION') && !isReal(command.reason),
    },
    to: () => ({ state: 'CANCELLED' }),
  },
  void: {
    who: ['system', 'projectAdmin'],
    from: ['DRAFT', 'OFFERED', 'IN_VERIFICATION', 'RETURNED', 'ACCEPTED'],
    unless: {
      FORBIDDEN: ({ handoff, command, context }) =>
        !rolesOf(handoff, context).has(command.reason === 'deleted' ? 'system' : 'projectAdmin'),
      INVALID_STATE: ({ handoff, command }) => command.reason === 'enteredInError' && handoff.rating !== null,
      WINDOW_CLOSED: ({ handoff, command, context }) => command.reason === 'enteredInError' && since(handoff.beganAt, context) > DAY_MS,
    },
    to: () => ({ state: 'VOIDED' }),
  },
  recordRefusal: {
    who: ['system'],
    from: ['DRAFT', 'OFFERED', 'IN_VERIFICATION', 'RETURNED'],
    idle: ({ handoff, context }) => handoff.refusedAt !== '' && since(handoff.refusedAt, context) < MINUTE_MS,
    to: ({ handoff, context }) => ({ refusedAt: laterOf(context.now, handoff.changedAt) }),
  },
  endResolved: {
    who: ['system'],
    from: ['DRAFT', 'OFFERED', 'IN_VERIFICATION', 'RETURNED', 'ACCEPTED'],
    idle: ({ handoff, command, context }) => {
      const { id, doneSince = '' } = command.status;
      const isOverItsHead = doneSince > handoff.askedAt && !ROUTE.includes(id);
      return !isWithReceiver(handoff) || !isOverItsHead || since(doneSince, context) < DAY_MS;
    },
    to: () => ({ state: 'CANCELLED' }),
  },
  close: {
    who: ['system'],
    from: ['ACCEPTED'],
    unless: {
      INVALID_STATE: ({ handoff, command, context }) =>
        command.reason !== (hasEverything(handoff) ? 'complete' : 'timeout') || closesIn(handoff, context) > 0,
    },
    to: () => ({ state: 'CLOSED' }),
  },
};

type Rework = Extract<Command, { type: 'recordRework' | 'recordMoveBack' }>;

/** T22: of an accepted handoff, also once it is closed: the receiver says so once, a move back counts once. Nothing else changes. */
export function rework(model: Model, command: Rework, context: DecisionContext): Expectation {
  const live = model.live.find(({ id }) => id === command.handoffId);
  const found: ModelEnded | undefined = live ?? model.ended.find(({ id }) => id === command.handoffId);
  if (found?.typeId !== context.handoffType.typeId) return { reasons: ['NOT_FOUND'] };
  if (found.state !== 'ACCEPTED' && found.state !== 'CLOSED') return { reasons: ['INVALID_STATE'] };
  const isByReceiver = command.type === 'recordRework';
  const afterMs = Date.parse(isByReceiver ? context.now : command.movedAt) - Date.parse(found.acceptedAt);
  const isTheirs = isByReceiver ? person(context) === found.acceptedBy : context.actor.kind === 'system';
  const reasons: RefusalCode[] = isTheirs ? [] : ['FORBIDDEN'];
  if (afterMs > REWORK_MS || (!isByReceiver && afterMs < 0)) reasons.push('WINDOW_CLOSED');
  if (isByReceiver && found.reworks.includes('receiver')) reasons.push('INVALID_STATE');
  const named = isByReceiver ? [...command.itemIds, ...command.sectionIds].filter((id) => id !== 'nope') : [];
  if (isByReceiver && named.length === 0 && !isReal(command.text ?? '')) reasons.push('REASON_REQUIRED');
  if (reasons.length > 0) return { reasons };
  const entry = isByReceiver ? 'receiver' : command.movedAt;
  if (!isByReceiver && (found.reworks.includes(entry) || found.reworks.length >= MOST_REWORKS)) return { next: model };
  const reworks = [...found.reworks, entry];
  if (live !== undefined) return { next: put(model, { ...live, reworks, changedAt: laterOf(context.now, live.changedAt) }) };
  return { next: { ...model, ended: model.ended.map((each) => (each === found ? { ...found, reworks } : each)) } };
}

/** M04: once, of what was handed off and not given back, up to 30 days after it was accepted. */
export function workStart(model: Model, command: Extract<Command, { type: 'recordWorkStart' }>, context: DecisionContext): Expectation {
  const live = model.live.find(({ id }) => id === command.handoffId);
  const found: ModelEnded | undefined = live ?? model.ended.find(({ id }) => id === command.handoffId);
  if (found?.typeId !== context.handoffType.typeId) return { reasons: ['NOT_FOUND'] };
  if (!['OFFERED', 'IN_VERIFICATION', 'ACCEPTED', 'CLOSED'].includes(found.state)) return { reasons: ['INVALID_STATE'] };
  if (context.actor.kind !== 'system') return { reasons: ['FORBIDDEN'] };
  const isTooLate = found.acceptedAt !== '' && Date.parse(command.movedAt) - Date.parse(found.acceptedAt) > REWORK_MS;
  if (isTooLate || command.movedAt < found.beganAt) return { reasons: ['WINDOW_CLOSED'] };
  if (found.isWorkStarted) return { next: model };
  if (live !== undefined) return { next: put(model, { ...live, isWorkStarted: true, changedAt: laterOf(context.now, live.changedAt) }) };
  return { next: { ...model, ended: model.ended.map((each) => (each === found ? { ...found, isWorkStarted: true } : each)) } };
}

import type { Actor, Command, DecisionContext, RefusalCode } from '../../src/domain/handoff/command';
import type { HandoffState } from '../../src/domain/handoff/handoff';
import { edit, isSelf, revise, startAgain, type Values } from './model-draft';
import { closesIn, hasEverything, RATING_MS } from './model-closing';
import { isReal, laterOf } from './model-text';
import { holdsBack, isLetPass, offer, recordBypass, waive } from './model-waiver';

/** One live handoff as the state table sees it: no instants but those a rule depends on, receivers as one word. */
export interface ModelHandoff {
  readonly id: string;
  readonly typeId: string;
  readonly state: HandoffState;
  readonly attempt: number;
  readonly values: Values;
  /** `person:ana`, `group:ops`: who is asked. Null while nobody is. */
  readonly asked: string | null;
  readonly takenBy: string | null;
  readonly isReminded: boolean;
  /** What the newest return named, by field. */
  readonly named: readonly string[];
  readonly questions: readonly { readonly id: string; readonly by: string; readonly isAnswered: boolean; readonly isWithdrawn: boolean }[];
  readonly acceptedBy: string | null;
  readonly acceptedAt: string;
  /** Value and comment of the rating in one text; null while there is none. */
  readonly rating: string | null;
  /** When it was rated last; empty while it was not. */
  readonly ratedAt: string;
  readonly notes: readonly { readonly by: string; readonly at: string }[];
  readonly saysMovedIncomplete: boolean;
  readonly refusedAt: string;
  /** When it was handed off first, else when it was begun. */
  readonly beganAt: string;
  /** Until when an unused waiver counts; empty without one. */
  readonly pass: string;
  readonly changedAt: string;
}

/** Everything the model remembers of one work item. */
export interface Model {
  readonly live: readonly ModelHandoff[];
  /** Newest first. */
  readonly ended: readonly { readonly id: string; readonly state: HandoffState }[];
  readonly counts: Readonly<Record<string, number>>;
}

export const EMPTY_MODEL: Model = { live: [], ended: [], counts: {} };

/** What somebody is to a handoff (domain.md 4.3 and 4.5); one actor may be several. */
type Role =
  | 'sender'
  | 'editor'
  | 'receivingSide'
  | 'sendingSide'
  | 'accepter'
  | 'accountable'
  | 'projectAdmin'
  | 'system'
  | 'mover'
  | 'standsIn'
  | 'anyone';

/** A command that meets a handoff. */
export interface Subject<Type extends Command['type'] = Command['type']> {
  readonly handoff: ModelHandoff;
  readonly command: Extract<Command, { type: Type }>;
  readonly context: DecisionContext;
  /** Whether the command names the package that was offered. */
  readonly isCurrentPackage: boolean;
  /** Ids the command's question will have. */
  readonly newQuestionId: string;
}

/** One row of the table: who may, in which states, what else must hold, and where it leads. */
interface Rule<Type extends Command['type']> {
  readonly who: readonly Role[];
  readonly from: readonly HandoffState[];
  /** Codes with what breaks them; all that are broken are reasons. */
  readonly unless?: Partial<Record<RefusalCode, (subject: Subject<Type>) => boolean>>;
  /** Allowed, and nothing changes. */
  readonly idle?: (subject: Subject<Type>) => boolean;
  readonly to: (subject: Subject<Type>) => Partial<ModelHandoff>;
}

type Table = { readonly [Type in Exclude<Command['type'], 'edit' | 'startAgain' | 'waive' | 'recordBypass'>]?: Rule<Type> };

const CHECKING = { state: 'IN_VERIFICATION' } as const;

/** Who meets which handoff, whatever the command. */
type Meeting = Pick<Subject, 'handoff' | 'context'>;

const isPool = ({ handoff }: Pick<Subject, 'handoff'>): boolean => handoff.asked?.startsWith('person:') === false;
const person = ({ actor }: DecisionContext): string | null => (actor.kind === 'user' ? actor.accountId : null);
const word = (receiver: { kind: string; accountId?: string; groupId?: string; roleId?: string }): string =>
  `${receiver.kind}:${receiver.accountId ?? receiver.groupId ?? receiver.roleId ?? ''}`;
const isTakenByOther = ({ handoff, context }: Meeting): boolean => handoff.takenBy !== null && handoff.takenBy !== person(context);
const isUntakenPool = (subject: Meeting): boolean => subject.handoff.state === 'OFFERED' && isPool(subject);
/** A named receiver's first step takes the handoff. */
const takes = (subject: Meeting): Partial<ModelHandoff> =>
  isUntakenPool(subject) ? {} : { ...CHECKING, takenBy: person(subject.context) };
const isBlank = (text: string | null): boolean => (text ?? '').trim() === '';
const since = (earlier: string, { now }: DecisionContext): number => Date.parse(now) - Date.parse(earlier);
const question = ({ handoff, command }: Subject<'answer'> | Subject<'withdrawQuestion'>) =>
  handoff.questions.find(({ id }) => id === command.questionId);
const isSettled = (found: ModelHandoff['questions'][number] | undefined): boolean =>
  found?.isAnswered === true || found?.isWithdrawn === true;
const isMoveByOthers = (subject: Meeting): boolean =>
  subject.context.path === 'move' && !rolesOf(subject.handoff, subject.context).has('receivingSide');
const lacksReason = ({ command, context }: Subject<'return'>): boolean =>
  context.path !== 'move' && command.itemIds.length + command.sectionIds.length === 0 && !isReal(command.reason);
const ratingText = ({ command }: Subject<'rate'>): string =>
  JSON.stringify([command.value, isBlank(command.comment) ? null : (command.comment ?? '').trim()]);

const isOtherSender = ({ handoff, command }: Pick<Subject<'changeSender'>, 'handoff' | 'command'>): boolean =>
  handoff.values['sender']?.value !== command.sender;

/** The accountable person or a project admin, who step in for the pair. */
const standsIn = (context: DecisionContext): boolean =>
  person(context) !== null && (context.handoffType.options?.accountableId === person(context) || context.actorIsProjectAdmin === true);
const isWithReceiver = ({ state }: ModelHandoff): boolean => state === 'OFFERED' || state === 'IN_VERIFICATION';
/** The draft an approval goes into: of a returned handoff the next attempt. */
const draftOf = ({ handoff, context }: Meeting): ModelHandoff => (handoff.state === 'RETURNED' ? revise(handoff, context) : handoff);
/** Who approved, unless it is the sender by now; null while nobody did. */
const approverOf = ({ values }: ModelHandoff): string | null => {
  const approver = values['item:signed']?.value?.slice('approval:'.length) ?? null;
  return approver === values['sender']?.value ? null : approver;
};

/** The state table (domain.md 4.3 as design.md and experience.md amend it). Knows nothing of the decider. */
const TABLE: Table = {
  revise: { who: ['editor'], from: ['RETURNED'], to: ({ handoff, context }) => revise(handoff, context) },
  offer: {
    who: ['editor', 'mover'],
    from: ['DRAFT', 'OFFERED', 'IN_VERIFICATION', 'RETURNED'],
    unless: {
      INVALID_STATE: ({ handoff, context }) => handoff.state === 'RETURNED' && !isLetPass(handoff, context),
      NOT_READY: ({ handoff, context }) => !isWithReceiver(handoff) && context.path === 'panel' && holdsBack(handoff, context).length > 0,
      SELF_HANDOFF: ({ handoff, context }) => !isWithReceiver(handoff) && context.path === 'panel' && isSelf(handoff.values, context),
    },
    idle: ({ handoff, context }) =>
      isWithReceiver(handoff) || (handoff.state === 'DRAFT' && handoff.saysMovedIncomplete && holdsBack(handoff, context).length > 0),
    to: ({ handoff, context }) => offer(handoff, context),
  },
  approve: {
    who: ['anyone'],
    from: ['DRAFT', 'RETURNED'],
    unless: {
      UNKNOWN_FIELD: ({ context }) => context.handoffType.items.every(({ kind }) => kind !== 'approval'),
      FORBIDDEN: (subject) => {
        const by = person(subject.context);
        const approver = approverOf(draftOf(subject));
        return (
          by === null ||
          by === subject.handoff.values['sender']?.value ||
          (!subject.command.approved && approver !== null && approver !== by)
        );
      },
    },
    idle: (subject) => (approverOf(draftOf(subject)) !== null) === subject.command.approved,
    to: (subject) => {
      const draft = draftOf(subject);
      const value = subject.command.approved ? `approval:${person(subject.context) ?? ''}` : null;
      const signed = { value, version: (draft.values['item:signed']?.version ?? 0) + 1 };
      return { ...draft, values: { ...draft.values, 'item:signed': signed } };
    },
  },
  take: {
    who: ['receivingSide'],
    from: ['OFFERED', 'IN_VERIFICATION'],
    unless: { INVALID_STATE: (subject) => !isPool(subject), ALREADY_CLAIMED: isTakenByOther },
    idle: ({ handoff, context }) => handoff.takenBy === person(context),
    to: ({ context }) => ({ ...CHECKING, takenBy: person(context) }),
  },
  giveBack: {
    who: ['receivingSide'],
    from: ['IN_VERIFICATION'],
    unless: { INVALID_STATE: (subject) => !isPool(subject), FORBIDDEN: isTakenByOther },
    to: () => ({ state: 'OFFERED', takenBy: null }),
  },
  ask: {
    who: ['receivingSide', 'accepter'],
    from: ['OFFERED', 'IN_VERIFICATION', 'ACCEPTED'],
    unless: {
      INVALID_STATE: ({ handoff, context }) => handoff.state === 'ACCEPTED' && context.handoffType.options?.supportHours === undefined,
      FORBIDDEN: ({ handoff, context }) => handoff.state === 'ACCEPTED' && handoff.acceptedBy !== person(context),
      ALREADY_CLAIMED: isTakenByOther,
      TEXT_REQUIRED: ({ command }) => isBlank(command.text),
    },
    to: (subject) => ({
      ...(subject.handoff.state === 'ACCEPTED' ? {} : takes(subject)),
      questions: [
        ...subject.handoff.questions,
        { id: subject.newQuestionId, by: person(subject.context) ?? '', isAnswered: false, isWithdrawn: false },
      ],
    }),
  },
  withdrawQuestion: {
    who: ['anyone'],
    from: ['OFFERED', 'IN_VERIFICATION', 'ACCEPTED'],
    unless: {
      NOT_FOUND: (subject) => question(subject) === undefined,
      FORBIDDEN: (subject) => question(subject)?.by !== person(subject.context),
      INVALID_STATE: (subject) => isSettled(question(subject)),
    },
    to: ({ handoff, command }) => ({
      questions: handoff.questions.map((each) => (each.id === command.questionId ? { ...each, isWithdrawn: true } : each)),
    }),
  },
  answer: {
    who: ['sendingSide', 'accountable'],
    from: ['OFFERED', 'IN_VERIFICATION', 'ACCEPTED'],
    unless: {
      FORBIDDEN: (subject) => question(subject)?.by === person(subject.context),
      NOT_FOUND: (subject) => question(subject) === undefined,
      INVALID_STATE: (subject) => isSettled(question(subject)),
      TEXT_REQUIRED: ({ command }) => isBlank(command.text),
    },
    to: ({ handoff, command }) => ({
      questions: handoff.questions.map((each) => (each.id === command.questionId ? { ...each, isAnswered: true } : each)),
    }),
  },
  accept: {
    who: ['receivingSide'],
    from: ['OFFERED', 'IN_VERIFICATION'],
    unless: {
      ALREADY_CLAIMED: isTakenByOther,
      INVALID_STATE: isUntakenPool,
      STALE_PACKAGE: ({ isCurrentPackage }) => !isCurrentPackage,
      NEXT_STEP_REQUIRED: ({ command, context }) => context.handoffType.nextStepRequired && !isReal(command.nextStep ?? ''),
    },
    to: ({ handoff, context }) => ({
      state: 'ACCEPTED',
      takenBy: person(context),
      acceptedBy: person(context),
      acceptedAt: laterOf(context.now, handoff.changedAt),
    }),
  },
  return: {
    who: ['receivingSide', 'mover'],
    from: ['OFFERED', 'IN_VERIFICATION'],
    unless: {
      FORBIDDEN: ({ handoff, context }) => context.path === 'other' && !rolesOf(handoff, context).has('receivingSide'),
      ALREADY_CLAIMED: (subject) => isTakenByOther(subject) && !isMoveByOthers(subject),
      UNKNOWN_FIELD: (subject) => subject.command.itemIds.includes('nope') && !isMoveByOthers(subject),
      REASON_REQUIRED: (subject) => lacksReason(subject),
    },
    to: (subject) => ({
      state: 'RETURNED',
      asked: null,
      takenBy: null,
      isReminded: false,
      named: isMoveByOthers(subject)
        ? []
        : [...subject.command.itemIds.map((id) => `item:${id}`), ...subject.command.sectionIds.map((id) => `section:${id}`)],
    }),
  },
  changeReceiver: {
    who: ['sender', 'editor', 'standsIn'],
    from: ['DRAFT', 'OFFERED', 'IN_VERIFICATION'],
    unless: {
      INVALID_STATE: ({ handoff, context }) =>
        handoff.state !== 'OFFERED' && !standsIn(context) && !(handoff.state === 'IN_VERIFICATION' && context.receiverIsGone === true),
      SELF_HANDOFF: ({ handoff, command }) => word(command.receiver) === `person:${handoff.values['sender']?.value ?? ''}`,
    },
    idle: ({ handoff, command }) =>
      handoff.takenBy === null &&
      word(command.receiver) === (handoff.state === 'DRAFT' ? handoff.values['receiver']?.value : handoff.asked),
    to: ({ handoff, command }) => ({
      ...(handoff.state === 'DRAFT' ? {} : { ...OFFERED, asked: word(command.receiver) }),
      values: {
        ...handoff.values,
        receiver: { value: word(command.receiver), version: (handoff.values['receiver']?.version ?? 0) + 1 },
      },
    }),
  },
  changeSender: {
    who: ['standsIn'],
    from: ['DRAFT', 'OFFERED', 'IN_VERIFICATION', 'RETURNED'],
    unless: {
      SELF_HANDOFF: ({ handoff, command, context }) =>
        isOtherSender({ handoff, command }) &&
        [handoff.asked ?? handoff.values['receiver']?.value ?? ruleReceiver(context), `person:${handoff.takenBy ?? ''}`].includes(
          `person:${command.sender}`,
        ),
      REASON_REQUIRED: ({ handoff, command }) => isOtherSender({ handoff, command }) && !isReal(command.reason),
    },
    idle: (subject) => !isOtherSender(subject),
    to: ({ handoff, command }) => ({
      values: { ...handoff.values, sender: { value: command.sender, version: (handoff.values['sender']?.version ?? 0) + 1 } },
    }),
  },
  delegate: {
    who: ['receivingSide'],
    from: ['OFFERED', 'IN_VERIFICATION'],
    unless: {
      FORBIDDEN: ({ handoff, context }) =>
        (context.handoffType.options?.accountableId ?? null) === null ||
        (handoff.takenBy === null ? handoff.asked !== `person:${person(context) ?? ''}` : handoff.takenBy !== person(context)),
      SELF_HANDOFF: ({ handoff, command }) => handoff.values['sender']?.value === command.to,
    },
    idle: ({ command, context }) => command.to === person(context),
    to: ({ handoff, command }) => ({
      ...OFFERED,
      asked: `person:${command.to}`,
      values: {
        ...handoff.values,
        receiver: { value: `person:${command.to}`, version: (handoff.values['receiver']?.version ?? 0) + 1 },
      },
    }),
  },
  remind: {
    who: ['sendingSide'],
    from: ['OFFERED'],
    unless: { INVALID_STATE: isPool, ALREADY_REMINDED: ({ handoff }) => handoff.isReminded },
    to: () => ({ isReminded: true }),
  },
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
      WINDOW_CLOSED: ({ handoff, command, context }) =>
        command.reason === 'enteredInError' && since(handoff.beganAt, context) > 24 * 3_600_000,
    },
    to: () => ({ state: 'VOIDED' }),
  },
  recordRefusal: {
    who: ['system'],
    from: ['DRAFT', 'OFFERED', 'IN_VERIFICATION', 'RETURNED'],
    idle: ({ handoff, context }) => handoff.refusedAt !== '' && since(handoff.refusedAt, context) < 60_000,
    to: ({ handoff, context }) => ({ refusedAt: laterOf(context.now, handoff.changedAt) }),
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

const OFFERED: Partial<ModelHandoff> = { state: 'OFFERED', takenBy: null, isReminded: false, saysMovedIncomplete: false };

/**
 * Commands the table says nothing about: of a closed handoff it keeps no more than the state, a successor or a handoff back is two handoffs
 * at once, and of the work item's status and of what a level asks for it knows nothing.
 * The invariants are checked after them all the same, and they have examples of their own.
 */
export const NOT_JUDGED: readonly Command['type'][] = [
  'recordRework',
  'recordMoveBack',
  'supersede',
  'handBack',
  'endResolved',
  'readback',
  'hearback',
  'countersign',
];

/** What a command comes to by the table: the next model, or every reason against it. Null where the table has no row yet. */
export type Expectation = { readonly next: Model } | { readonly reasons: readonly RefusalCode[] } | null;

/** Looks a command up in the table. */
export function expectationOf(
  model: Model,
  command: Command,
  context: DecisionContext,
  seen: Pick<Subject, 'isCurrentPackage' | 'newQuestionId'>,
): Expectation {
  if (command.type === 'edit') return edit(model, command, context);
  if (command.type === 'startAgain') return startAgain(model, command, context);
  if (command.type === 'waive') return waive(model, command, context);
  if (command.type === 'recordBypass') return recordBypass(model, command, context);
  if (command.type === 'handBack' || NOT_JUDGED.includes(command.type)) return null;
  const handoff = model.live.find(({ id }) => id === command.handoffId);
  if (handoff === undefined) return { reasons: [refusalOfEnded(model, command)] };
  const rule = TABLE[command.type] as Rule<Command['type']> | undefined;
  // What a level asks for besides the next step stands in the tests of verification.
  if (rule === undefined || (command.type === 'accept' && context.handoffType.options?.verificationLevel !== undefined)) return null;
  const subject: Subject = { handoff, command, context, ...seen };
  const roles = rolesOf(handoff, context);
  const reasons: RefusalCode[] = rule.who.some((role) => roles.has(role)) ? [] : ['FORBIDDEN'];
  if (!rule.from.includes(handoff.state)) reasons.push('INVALID_STATE');
  for (const [code, breaks] of Object.entries(rule.unless ?? {})) if (breaks(subject)) reasons.push(code as RefusalCode);
  if (reasons.length > 0) return { reasons };
  if (rule.idle?.(subject) === true) return { next: model };
  return { next: put(model, { ...handoff, ...rule.to(subject), changedAt: laterOf(context.now, handoff.changedAt) }) };
}

/** Terminal handoffs leave the live ones for the list of ended ones (I10). */
function put(model: Model, handoff: ModelHandoff): Model {
  const { id, state } = handoff;
  const isOver = state === 'CLOSED' || state === 'CANCELLED' || state === 'SUPERSEDED' || state === 'VOIDED';
  return isOver
    ? { ...model, live: model.live.filter((each) => each.id !== id), ended: [{ id, state }, ...model.ended] }
    : { ...model, live: model.live.map((each) => (each.id === id ? handoff : each)) };
}

function refusalOfEnded(
  model: Model,
  command: Exclude<Command, { type: 'edit' | 'startAgain' | 'handBack' | 'waive' | 'recordBypass' }>,
): RefusalCode {
  const ended = model.ended.find(({ id }) => id === command.handoffId);
  if (ended === undefined) return 'NOT_FOUND';
  return command.type === 'rate' && ended.state === 'CLOSED' ? 'WINDOW_CLOSED' : 'INVALID_STATE';
}

function rolesOf(handoff: ModelHandoff, context: DecisionContext): ReadonlySet<Role> {
  const roles = new Set<Role>(['anyone']);
  const { actor, path }: { actor: Actor; path: string } = context;
  if (path !== 'panel') roles.add('mover');
  if (actor.kind === 'system') roles.add('system');
  if (actor.kind !== 'user') return roles;
  const { accountId } = actor;
  if (context.actorIsProjectAdmin === true) roles.add('projectAdmin');
  if (context.handoffType.options?.accountableId === accountId) roles.add('accountable');
  const isSender = handoff.values['sender']?.value === accountId;
  const isAsked = handoff.asked === `person:${accountId}` || (isPool({ handoff }) && context.actorIsCandidate);
  if (standsIn(context)) roles.add('standsIn');
  if (isSender) roles.add('sender');
  if (context.actorCanEdit) roles.add('editor');
  if (handoff.acceptedBy === accountId) roles.add('accepter');
  if (!isSender && handoff.asked !== null && (isAsked || handoff.takenBy === accountId)) roles.add('receivingSide');
  if (isSender || (context.actorCanEdit && !roles.has('receivingSide') && !roles.has('accepter'))) roles.add('sendingSide');
  return roles;
}

function ruleReceiver({ handoffType: { receiver } }: DecisionContext): string | null {
  return receiver.kind === 'person' || receiver.kind === 'group' || receiver.kind === 'role' ? word(receiver) : null;
}

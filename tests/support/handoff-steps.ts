import fc from 'fast-check';
import type { Actor, Command, DecisionContext, DraftChange, IssueFacts, Refusal } from '../../src/domain/handoff/command';
import type { Handoff, HandoffRecord } from '../../src/domain/handoff/handoff';
import type { ItemChoice } from '../../src/domain/type/handoff-type';
import { addMs } from '../../src/domain/handoff/instant';
import { answersTo, changeDigest, fill, fitting, type Meets } from './fitting-steps';
import { GUARDED_TYPE_ID } from './handoff-invariants';
import { DAY_MS, HandoffWorld, MINUTE_MS, SYSTEM, aHandoffType, anItem, someIssueFacts, user } from './handoff-world';

const CARE: readonly ItemChoice[] = [
  { id: 'fragile', name: 'Fragile' },
  { id: 'cold', name: 'Refrigerated' },
  { id: 'none', name: 'None', none: true },
];

const TYPES = [
  aHandoffType({ options: { accountableId: 'ben', holdAllowed: true, talk: 'hint', due: { kind: 'workingHours', hours: 4 } } }),
  aHandoffType({
    typeId: 'qa-ops',
    nextStepRequired: true,
    receiver: { kind: 'group', groupId: 'ops', groupName: 'Ops' },
    options: { talk: 'required', riskAsked: true, due: { kind: 'workingHours', hours: 12 } },
  }),
  aHandoffType({
    typeId: GUARDED_TYPE_ID,
    receiver: { kind: 'person', accountId: 'ana' },
    items: [
      ...aHandoffType().items,
      anItem('signed', { kind: 'approval', required: false, approverId: null }),
      anItem('files', { kind: 'attachment', required: false, confirmsAll: true }),
      anItem('meeting', { kind: 'when', window: true, mustBeAhead: true }),
      anItem('care', { kind: 'choice', required: false, several: true, choices: CARE }),
    ],
    options: {
      verificationLevel: 3,
      riskAsked: true,
      talk: 'required',
      supportHours: 8,
      accountableId: 'ben',
      waiversAllowed: true,
      unknownAllowed: true,
    },
  }),
];
const EDITORS = ['maya', 'ben', 'ana'];
const MEMBERS = ['maya', 'ana', 'cleo'];

const UNKNOWN = { kind: 'unknown', ownerId: 'ben', until: '2026-03-09', note: 'Asked the platform team' } as const;

/** `due`: whoever the handoff waits for, so that sequences get anywhere. */
const actor: fc.Arbitrary<Actor | 'due'> = fc.oneof(
  { weight: 60, arbitrary: fc.constant('due' as const) },
  { weight: 12, arbitrary: fc.constantFrom('maya', 'ben', 'ana', 'cleo', 'eve').map(user) },
  { weight: 4, arbitrary: fc.constant(SYSTEM) },
  { weight: 1, arbitrary: fc.constantFrom<Actor>({ kind: 'automation', accountId: null }, { kind: 'automation', accountId: 'ana' }) },
);
const person = fc.constantFrom('maya', 'ben', 'ana', 'cleo').map((accountId) => ({ kind: 'person', accountId }) as const);
const words = fc.constantFrom(
  '',
  ' ',
  'ok',
  'Staging, build 41',
  'Pay with a gift card',
  'Checkout fails for gift cards',
  '\ud83d\ude00',
  'ünïcode "quoted" ~/',
);
const ids = fc.subarray(['where', 'pr', 'tested', 'nope']);
const stale = fc.constantFrom(0, 0, 0, 0, 1, -1);
const spoil = fc.constantFrom('', '', '', 'x');

/** A step: who, when, and a command that is made fit for the record it meets, mostly. */
export interface Step {
  readonly actor: Actor | 'due';
  readonly afterMs: number;
  readonly path: 'panel' | 'move' | 'other';
  readonly typeIndex: number;
  readonly pick: number;
  /** The fix version on the work item; null where there is none. */
  readonly fixVersion: string | null;
  readonly make: (meets: Meets) => Command;
}

const version = (handoff: Handoff | null, change: DraftChange): number => {
  if (handoff === null) return 0;
  if (change.field === 'item') return handoff.items[change.id]?.version ?? 0;
  if (change.field === 'section') return handoff.note[change.id]?.version ?? 0;
  if (change.field === 'risk') return handoff.risk?.version ?? 0;
  return (change.field === 'sender' ? handoff.sender : handoff.receiver)?.version ?? 0;
};

const change: fc.Arbitrary<DraftChange> = fc.oneof(
  words.map((text): DraftChange => ({ field: 'item', id: 'where', value: { kind: 'text', text }, basedOn: 0 })),
  words.map((reason): DraftChange => ({ field: 'item', id: 'where', value: { kind: 'notApplicable', reason }, basedOn: 0 })),
  fc.constantFrom<DraftChange>(
    { field: 'item', id: 'tested', value: { kind: 'tick' }, basedOn: 0 },
    { field: 'item', id: 'tested', value: null, basedOn: 0 },
    { field: 'item', id: 'pr', value: null, basedOn: 0 },
    { field: 'item', id: 'nope', value: { kind: 'tick' }, basedOn: 0 },
  ),
  fc
    .tuple(fc.constantFrom('situation', 'background', 'recommendation'), words)
    .map(([id, value]): DraftChange => ({ field: 'section', id, value, basedOn: 0 })),
  fc.constantFrom<DraftChange>(
    { field: 'item', id: 'where', value: UNKNOWN, basedOn: 0 },
    { field: 'section', id: 'background', value: UNKNOWN, basedOn: 0 },
    { field: 'item', id: 'files', value: { kind: 'noneNeeded' }, basedOn: 0 },
    { field: 'item', id: 'signed', value: { kind: 'approval' }, basedOn: 0 },
    { field: 'item', id: 'meeting', value: { kind: 'when', at: '2026-03-20T09:00:00.000Z' }, basedOn: 0 },
    {
      field: 'item',
      id: 'meeting',
      value: { kind: 'when', at: '2026-03-20T09:00:00.000Z', endsAt: '2026-03-20T09:00:00.000Z' },
      basedOn: 0,
    },
    { field: 'item', id: 'where', value: { kind: 'when', at: '2026-03-20T09:00:00.000Z' }, basedOn: 0 },
  ),
  fc.subarray(['cold', 'fragile', 'none', 'nope']).map((chosen): DraftChange => ({
    field: 'item',
    id: 'care',
    value: { kind: 'choice', chosen: chosen.map((id) => ({ id, name: 'As I call it' })) },
    basedOn: 0,
  })),
  person.map(({ accountId }): DraftChange => ({ field: 'sender', value: accountId, basedOn: 0 })),
  fc.option(person).map((value): DraftChange => ({ field: 'receiver', value, basedOn: 0 })),
  fc.constantFrom<'high' | null>('high', null).map((value): DraftChange => ({ field: 'risk', value, basedOn: 0 })),
);

/** Commands of one kind, and how often they come. */
function often<T>(weight: number, arbitrary: fc.Arbitrary<T>, build: (value: T, meets: Meets) => Command) {
  return {
    weight,
    arbitrary: arbitrary.map(
      (value): Step['make'] =>
        (meets) =>
          build(value, meets),
    ),
  };
}

const lastQuestion = ({ handoff }: Meets): string => handoff?.questions.at(-1)?.questionId ?? 'none';
const digestOf = ({ handoff }: Meets): string => handoff?.offer?.digest ?? '';

const drafting = [
  often(6, fc.constant(null), (_none, meets) => fill(meets)),
  often(6, fc.tuple(fc.array(change, { minLength: 1, maxLength: 3 }), stale), ([changes, off], { handoff, handoffType: { typeId } }) => ({
    type: 'edit',
    typeId,
    changes: changes.map((each) => ({ ...each, basedOn: Math.max(0, version(handoff, each) + off) })),
  })),
  often(6, fc.constant('offer' as const), (type, { handoffId }) => ({ type, handoffId })),
  often(3, fc.boolean(), (approved, { handoffId }) => ({ type: 'approve', handoffId, itemId: 'signed', approved })),
  often(1, fc.option(person), (receiver, { handoffType: { typeId } }) => ({
    type: 'startAgain',
    typeId,
    items: { where: { kind: 'text', text: 'Staging' }, nope: { kind: 'tick' } },
    note: { situation: 'It is fixed' },
    receiver,
  })),
  often(3, fc.constant('handBack' as const), (type, { handoffId, handoffType: { typeId } }) => ({ type, typeId, acceptedId: handoffId })),
  often(3, fc.constant('supersede' as const), (type, { handoffId }) => ({ type, handoffId })),
  often(4, fc.constantFrom(0, 1, 90), (days, { handoffId, world }) => ({
    type: 'hold',
    handoffId,
    until: addMs(world.now, days * DAY_MS + 1),
  })),
  often(2, fc.constant('release' as const), (type, { handoffId }) => ({ type, handoffId })),
  often(4, fc.constantFrom(true, false, false), (isUnmoved, { handoffId }) => ({ type: 'offerHeld', handoffId, isUnmoved })),
  often(2, fc.tuple(fc.nat(2), fc.constantFrom('20', '30', '30', '30')), ([days, id], { world: { now }, handoffId }) => ({
    type: 'endResolved',
    handoffId,
    status: { id, enteredAt: now, ...(days === 0 ? {} : { doneSince: addMs(now, -days * DAY_MS) }) },
  })),
  often(2, words, (reason, { handoffId }) => ({ type: 'withdraw', handoffId, reason })),
];

const waiting = [
  often(2, person, (receiver, { handoffId }) => ({ type: 'changeReceiver', handoffId, receiver })),
  often(2, fc.tuple(person, words), ([{ accountId }, reason], { handoffId }) => ({
    type: 'changeSender',
    handoffId,
    sender: accountId,
    reason,
  })),
  often(2, person, ({ accountId }, { handoffId }) => ({ type: 'delegate', handoffId, to: accountId })),
  often(3, fc.constantFrom('remind' as const, 'noteOverdue' as const), (type, { handoffId }) => ({ type, handoffId })),
  often(
    3,
    fc.tuple(words, fc.subarray(['left', 'talk', 'readback'] as const, { minLength: 0 })),
    ([reason, kinds], { handoffType: { typeId } }) => ({ type: 'waive', typeId, reason, kinds }),
  ),
  often(1, fc.constant('recordBypass' as const), (type, { handoffType: { typeId } }) => ({
    type,
    typeId,
    fromStatusId: '10',
    toStatusId: '20',
  })),
  often(2, fc.tuple(ids, fc.boolean()), ([missedIds, observed], { handoffId }) => ({
    type: 'recordRefusal',
    handoffId,
    missedIds,
    observed,
  })),
];

const receiving = [
  often(8, fc.constantFrom('revise' as const, 'take' as const, 'giveBack' as const, 'giveBack' as const), (type, { handoffId }) => ({
    type,
    handoffId,
  })),
  often(3, words, (text, { handoffId }) => ({ type: 'ask', handoffId, text })),
  often(3, words, (text, meets) => ({ type: 'answer', handoffId: meets.handoffId, questionId: lastQuestion(meets), text })),
  often(1, fc.constant(null), (_none, meets) => ({
    type: 'withdrawQuestion',
    handoffId: meets.handoffId,
    questionId: lastQuestion(meets),
  })),
  often(7, fc.tuple(fc.option(words), spoil), ([nextStep, wrong], meets) => ({
    type: 'accept',
    handoffId: meets.handoffId,
    digest: `${digestOf(meets)}${wrong}`,
    nextStep,
  })),
  often(4, fc.tuple(words, ids), ([reason, itemIds], { handoffId }) => ({ type: 'return', handoffId, reason, itemIds, sectionIds: [] })),
  often(4, fc.tuple(words, spoil, fc.nat(5)), ([text, wrong, left], meets) => ({
    type: 'readback',
    handoffId: meets.handoffId,
    digest: `${digestOf(meets)}${wrong}`,
    answers: answersTo(meets, () => text).slice(left === 0 ? 1 : 0),
  })),
  often(3, fc.tuple(words, fc.constantFrom('recommendation', 'nope')), ([text, questionId], { handoffId }) => ({
    type: 'hearback',
    handoffId,
    corrections: [{ questionId, text }],
  })),
  often(2, spoil, (wrong, meets) => ({ type: 'countersign', handoffId: meets.handoffId, digest: `${digestOf(meets)}${wrong}` })),
  often(4, fc.constantFrom('logTalk' as const, 'confirmTalk' as const), (type, { handoffId }) => ({ type, handoffId })),
  often(
    3,
    fc.tuple(
      fc.constantFrom('video' as const, 'note' as const, 'accountable' as const),
      fc.oneof(words, fc.constantFrom('https://video.example/7', 'Word by word. '.repeat(20))),
    ),
    ([instead, text], { handoffId }) => ({ type: 'waiveTalk', handoffId, instead, text }),
  ),
];

const closing = [
  often(4, fc.tuple(fc.constantFrom(1, 3, 5, 6, 2.5), fc.option(words)), ([value, comment], { handoffId }) => ({
    type: 'rate',
    handoffId,
    value,
    comment,
  })),
  often(2, words, (text, { handoffId }) => ({ type: 'addNote', handoffId, text })),
  often(3, spoil, (wrong, meets) => ({ type: 'confirmChange', handoffId: meets.handoffId, digest: `${changeDigest(meets)}${wrong}` })),
  often(3, fc.constantFrom('deleted' as const, 'enteredInError' as const), (reason, { handoffId }) => ({
    type: 'void',
    handoffId,
    reason,
  })),
  often(2, fc.tuple(fc.option(words), ids), ([text, itemIds], { handoffId }) => ({
    type: 'recordRework',
    handoffId,
    text,
    itemIds,
    sectionIds: [],
  })),
  often(2, fc.nat(1), (days, { world, handoffId }) => ({ type: 'recordMoveBack', handoffId, movedAt: addMs(world.now, -days * DAY_MS) })),
  often(2, fc.nat(1), (days, { world, handoffId }) => ({ type: 'recordWorkStart', handoffId, movedAt: addMs(world.now, -days * DAY_MS) })),
  often(5, fc.constantFrom('complete' as const, 'timeout' as const), (reason, { handoffId }) => ({ type: 'close', handoffId, reason })),
];

const make: fc.Arbitrary<Step['make']> = fc.oneof(often(150, fc.nat(59), fitting), ...drafting, ...waiting, ...receiving, ...closing);

/** Any step by anyone at any time; about half of them fit the state they meet. */
export const step: fc.Arbitrary<Step> = fc.record({
  actor,
  afterMs: fc.constantFrom(0, 1, 30_000, MINUTE_MS, 11 * MINUTE_MS, DAY_MS, 8 * DAY_MS, -MINUTE_MS),
  path: fc.constantFrom('panel', 'panel', 'panel', 'move', 'other'),
  typeIndex: fc.constantFrom(0, 0, 1, 1, 2, 2),
  pick: fc.nat(9),
  fixVersion: fc.constantFrom('1.0', '1.0', '1.0', '2.0', null),
  make,
});

const BY_BATON: readonly Command['type'][] = [
  'close',
  'endResolved',
  'recordRefusal',
  'recordMoveBack',
  'recordWorkStart',
  'noteOverdue',
  'offerHeld',
];
const BY_BEN: readonly Command['type'][] = ['waive', 'countersign', 'changeSender'];
const BY_SENDER: readonly Command['type'][] = ['answer', 'hearback', 'supersede', 'remind'];

function whoIsDue({ handoff, handoffId, world }: Meets, command: Command): Actor {
  const { acceptance = null, offer = null, sender, talk } = handoff ?? {};
  const { type } = command;
  const maya = user(sender?.value ?? 'maya');
  if (type === 'void') return command.reason === 'deleted' ? SYSTEM : user('eve');
  if (type === 'waiveTalk') return command.instead === 'accountable' ? user('ben') : maya;
  // Every third time whoever said so themselves, who may not.
  if (type === 'confirmTalk' && talk !== undefined && world.log.length % 3 === 0) return user(talk.loggedBy);
  if (type === 'confirmTalk' && talk !== undefined && talk.loggedBy !== sender?.value) return maya;
  if (BY_BATON.includes(type)) return SYSTEM;
  if (BY_BEN.includes(type)) return user('ben');
  if (BY_SENDER.includes(type)) return maya;
  if (acceptance !== null) return user(acceptance.by);
  if (handoff === null) return user(world.record.ended.find((each) => each.handoffId === handoffId)?.receiverId ?? 'maya');
  if (offer === null) return maya;
  return user(offer.takenBy ?? (offer.receiver.kind === 'person' ? offer.receiver.accountId : 'cleo'));
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

/** What a step was, and how it was answered: `refusal` is null where it was allowed. */
export interface Done {
  readonly command: Command;
  readonly context: DecisionContext;
  readonly refusal: Refusal | null;
}

function issueWith(fixVersion: string | null): IssueFacts {
  if (fixVersion === null) return someIssueFacts();
  return someIssueFacts({ filledFieldIds: ['fixVersions'], fieldMarks: { fixVersions: { shown: fixVersion, whole: fixVersion } } });
}

/** Runs the steps; what none of the decisions may change is frozen, so changing it throws. */
export function play(steps: readonly Step[], each: (world: HandoffWorld, before: HandoffRecord, done: Done) => void): HandoffWorld {
  const world = new HandoffWorld(TYPES[0]);
  for (const { actor: chosen, afterMs, path, typeIndex, pick, fixVersion, make: toCommand } of steps) {
    world.later(afterMs);
    const handoffType = TYPES[typeIndex]!;
    const before = frozen(world.record);
    const live = before.handoffs.filter(({ typeId }) => typeId === handoffType.typeId);
    const known = [...live.map(({ handoffId }) => handoffId), ...before.ended.map(({ handoffId }) => handoffId)];
    const handoffId = pick < 8 ? (live.at(-1)?.handoffId ?? 'none') : (known[pick % Math.max(1, known.length)] ?? 'none');
    const handoff = live.find((candidate) => candidate.handoffId === handoffId) ?? null;
    const issue = issueWith(fixVersion);
    const meets: Meets = { world, handoff, handoffId, handoffType, issue };
    const command = toCommand(meets);
    const by = chosen === 'due' ? whoIsDue(meets, command) : chosen;
    const accountId = by.kind === 'user' ? by.accountId : '';
    const context = world.context({
      actor: by,
      path,
      handoffType,
      issue,
      actorIsProjectAdmin: accountId === 'eve',
      receiverIsGone: handoff?.offer?.takenBy === 'cleo',
      actorCanEdit: EDITORS.includes(accountId),
      actorIsCandidate: MEMBERS.includes(accountId),
    });
    const { refusal } = world.run(command, context);
    each(world, before, { command, context, refusal });
  }
  return world;
}

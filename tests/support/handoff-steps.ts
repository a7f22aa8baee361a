import fc from 'fast-check';
import type { Actor, Command, DecisionContext, DraftChange, Refusal } from '../../src/domain/handoff/command';
import type { Handoff, HandoffRecord } from '../../src/domain/handoff/handoff';
import { addMs } from '../../src/domain/handoff/instant';
import { drawQuestions } from '../../src/domain/handoff/verification';
import { GUARDED_TYPE_ID } from './handoff-invariants';
import { DAY_MS, HandoffWorld, MINUTE_MS, SYSTEM, aHandoffType, anItem, sixThings, user } from './handoff-world';

const TYPES = [
  aHandoffType({ options: { accountableId: 'ben' } }),
  aHandoffType({ typeId: 'qa-ops', nextStepRequired: true, receiver: { kind: 'group', groupId: 'ops', groupName: 'Ops' } }),
  aHandoffType({
    typeId: GUARDED_TYPE_ID,
    receiver: { kind: 'person', accountId: 'ana' },
    items: [
      ...aHandoffType().items,
      anItem('signed', { kind: 'approval', required: false, approverId: null }),
      anItem('files', { kind: 'attachment', required: false, confirmsAll: true }),
    ],
    options: { verificationLevel: 3, riskAsked: true, supportHours: 8, accountableId: 'ben', waiversAllowed: true, unknownAllowed: true },
  }),
];
const EDITORS = ['maya', 'ben', 'ana'];
const MEMBERS = ['maya', 'ana', 'cleo'];

const UNKNOWN = { kind: 'unknown', ownerId: 'ben', until: '2026-03-09', note: 'Asked the platform team' } as const;

/** `due`: whoever the handoff waits for, so that sequences get anywhere. */
const actor: fc.Arbitrary<Actor | 'due'> = fc.oneof(
  { weight: 20, arbitrary: fc.constant('due' as const) },
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

/** A step: who, when, and a command that is made fit for the record it meets, mostly. */
export interface Step {
  readonly actor: Actor | 'due';
  readonly afterMs: number;
  readonly path: 'panel' | 'move' | 'other';
  readonly typeIndex: number;
  readonly pick: number;
  readonly make: (world: HandoffWorld, handoff: Handoff | null, handoffId: string, typeId: string) => Command;
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
  ),
  person.map(({ accountId }): DraftChange => ({ field: 'sender', value: accountId, basedOn: 0 })),
  fc.option(person).map((value): DraftChange => ({ field: 'receiver', value, basedOn: 0 })),
  fc.constantFrom<'high' | null>('high', null).map((value): DraftChange => ({ field: 'risk', value, basedOn: 0 })),
);

const based =
  (changes: readonly DraftChange[], off: number) =>
  (_world: HandoffWorld, handoff: Handoff | null, _id: string, typeId: string): Command => ({
    type: 'edit',
    typeId,
    changes: changes.map((each) => ({ ...each, basedOn: Math.max(0, version(handoff, each) + off) })),
  });
const simple =
  (type: 'revise' | 'offer' | 'take' | 'giveBack' | 'remind' | 'supersede') =>
  (_w: HandoffWorld, _h: Handoff | null, handoffId: string): Command => ({ type, handoffId });

/** A command that fits the state it meets, so that sequences get deep. */
const fitting =
  (choice: number) =>
  (world: HandoffWorld, handoff: Handoff | null, handoffId: string, typeId: string): Command => {
    const fill = based(sixThings(), 0)(world, handoff, handoffId, typeId);
    const digest = handoff?.offer?.digest ?? '';
    const accept: Command = { type: 'accept', handoffId, digest, nextStep: 'Smoke test with a gift card first' };
    const guarded = TYPES.find((type) => type.typeId === typeId && type.typeId === GUARDED_TYPE_ID);
    const said = guarded === undefined || handoff === null ? [] : drawQuestions(handoff, guarded);
    const answers = said.map(({ questionId }) => ({ questionId, text: `What ${questionId} means to me, in my own words` }));
    const verify: readonly Command[] =
      guarded === undefined
        ? []
        : [
            { type: 'readback', handoffId, digest, answers },
            { type: 'readback', handoffId, digest, answers: answers.map((each) => ({ ...each, text: 'ok' })) },
            { type: 'countersign', handoffId, digest },
            { type: 'hearback', handoffId, corrections: [] },
            { type: 'waive', typeId: GUARDED_TYPE_ID, reason: 'They did it together', kinds: ['readback'] },
          ];
    const ask: Command = { type: 'ask', handoffId, text: 'Which build?' };
    const answer: Command = {
      type: 'answer',
      handoffId,
      questionId: handoff?.questions.find((each) => each.answer === null)?.questionId ?? 'none',
      text: 'Build 41',
    };
    const back: Command = { type: 'return', handoffId, reason: 'The build is not there', itemIds: ['where'], sectionIds: [] };
    const withdrawn: Command = {
      type: 'withdrawQuestion',
      handoffId,
      questionId: handoff?.questions.find((each) => each.answer === null && each.withdrawnAt === undefined)?.questionId ?? 'none',
    };
    const fits: Record<string, readonly Command[]> = {
      DRAFT: [fill, { type: 'offer', handoffId }],
      OFFERED: [{ type: 'take', handoffId }, accept, ask, back],
      IN_VERIFICATION: [...verify, accept, accept, ask, answer, back, { type: 'giveBack', handoffId }, withdrawn],
      RETURNED: [fill, { type: 'revise', handoffId }],
      ACCEPTED: [
        ...[1, 2, 3, 4].map((value): Command => ({ type: 'rate', handoffId, value, comment: null })),
        { type: 'close', handoffId, reason: 'complete' },
        { type: 'addNote', handoffId, text: 'Seed data helped' },
      ],
    };
    const commands = fits[handoff?.state ?? ''] ?? [fill];
    return commands[choice % commands.length] ?? fill;
  };

const make: fc.Arbitrary<Step['make']> = fc.oneof(
  { weight: 30, arbitrary: fc.nat(59).map(fitting) },
  { weight: 6, arbitrary: fc.constant(based(sixThings(), 0)) },
  { weight: 6, arbitrary: fc.tuple(fc.array(change, { minLength: 1, maxLength: 3 }), stale).map(([changes, off]) => based(changes, off)) },
  { weight: 6, arbitrary: fc.constant(simple('offer')) },
  {
    weight: 11,
    arbitrary: fc
      .constantFrom<'revise' | 'take' | 'giveBack' | 'remind'>('revise', 'take', 'giveBack', 'giveBack', 'remind', 'remind')
      .map(simple),
  },
  {
    weight: 3,
    arbitrary: fc.boolean().map((approved) => (_w: HandoffWorld, _h: Handoff | null, handoffId: string): Command => ({
      type: 'approve',
      handoffId,
      itemId: 'signed',
      approved,
    })),
  },
  {
    weight: 3,
    arbitrary: words.map((text) => (_w: HandoffWorld, _h: Handoff | null, handoffId: string): Command => ({
      type: 'ask',
      handoffId,
      text,
    })),
  },
  {
    weight: 3,
    arbitrary: words.map((text) => (_w: HandoffWorld, handoff: Handoff | null, handoffId: string): Command => ({
      type: 'answer',
      handoffId,
      questionId: handoff?.questions.at(-1)?.questionId ?? 'none',
      text,
    })),
  },
  {
    weight: 7,
    arbitrary: fc
      .tuple(fc.option(words), fc.constantFrom('', '', '', 'x'))
      .map(([nextStep, spoil]) => (_w: HandoffWorld, handoff: Handoff | null, handoffId: string): Command => ({
        type: 'accept',
        handoffId,
        digest: `${handoff?.offer?.digest ?? ''}${spoil}`,
        nextStep,
      })),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(words, ids).map(([reason, itemIds]) => (_w: HandoffWorld, _h: Handoff | null, handoffId: string): Command => ({
      type: 'return',
      handoffId,
      reason,
      itemIds,
      sectionIds: [],
    })),
  },
  {
    weight: 2,
    arbitrary: person.map((receiver) => (_w: HandoffWorld, _h: Handoff | null, handoffId: string): Command => ({
      type: 'changeReceiver',
      handoffId,
      receiver,
    })),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(person, words, fc.constantFrom<'changeSender' | 'delegate'>('changeSender', 'delegate')).map(
      ([{ accountId }, reason, type]) =>
        (_w: HandoffWorld, _h: Handoff | null, handoffId: string): Command =>
          type === 'delegate' ? { type, handoffId, to: accountId } : { type, handoffId, sender: accountId, reason },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(words, fc.constantFrom<'waive' | 'recordBypass'>('waive', 'waive', 'recordBypass')).map(
      ([reason, type]) =>
        (_w: HandoffWorld, _h: Handoff | null, _id: string, typeId: string): Command =>
          type === 'waive' ? { type, typeId, reason, kinds: ['left', 'readback'] } : { type, typeId, fromStatusId: '10', toStatusId: '20' },
    ),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom(1, 3, 5, 6, 2.5), fc.option(words))
      .map(([value, comment]) => (_w: HandoffWorld, _h: Handoff | null, handoffId: string): Command => ({
        type: 'rate',
        handoffId,
        value,
        comment,
      })),
  },
  {
    weight: 2,
    arbitrary: words.map((text) => (_w: HandoffWorld, _h: Handoff | null, handoffId: string): Command => ({
      type: 'addNote',
      handoffId,
      text,
    })),
  },
  { weight: 1, arbitrary: fc.constant(simple('supersede')) },
  {
    weight: 1,
    arbitrary: fc.constant((_w: HandoffWorld, handoff: Handoff | null, handoffId: string): Command => ({
      type: 'withdrawQuestion',
      handoffId,
      questionId: handoff?.questions.at(-1)?.questionId ?? 'none',
    })),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom<'deleted' | 'enteredInError'>('deleted', 'enteredInError')
      .map((reason) => (_w: HandoffWorld, _h: Handoff | null, handoffId: string): Command => ({ type: 'void', handoffId, reason })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.option(words), ids)
      .map(([text, itemIds]) => (_w: HandoffWorld, _h: Handoff | null, handoffId: string): Command => ({
        type: 'recordRework',
        handoffId,
        text,
        itemIds,
        sectionIds: [],
      })),
  },
  {
    weight: 1,
    arbitrary: fc.nat(1).map((days) => (world: HandoffWorld, _h: Handoff | null, handoffId: string): Command => ({
      type: 'recordMoveBack',
      handoffId,
      movedAt: addMs(world.now, -days * DAY_MS),
    })),
  },
  {
    weight: 1,
    arbitrary: words.map((reason) => (_w: HandoffWorld, _h: Handoff | null, handoffId: string): Command => ({
      type: 'withdraw',
      handoffId,
      reason,
    })),
  },
  {
    weight: 1,
    arbitrary: fc.option(person).map((receiver) => (_w: HandoffWorld, _h: Handoff | null, _id: string, typeId: string): Command => ({
      type: 'startAgain',
      typeId,
      items: { where: { kind: 'text', text: 'Staging' }, nope: { kind: 'tick' } },
      note: { situation: 'It is fixed' },
      receiver,
    })),
  },
  {
    weight: 1,
    arbitrary: fc.nat(1).map((days) => (world: HandoffWorld, _h: Handoff | null, handoffId: string): Command => ({
      type: 'endResolved',
      handoffId,
      status: { id: '30', enteredAt: world.now, doneSince: addMs(world.now, -days * DAY_MS) },
    })),
  },
  {
    weight: 1,
    arbitrary: fc.constant((_w: HandoffWorld, _h: Handoff | null, acceptedId: string, typeId: string): Command => ({
      type: 'handBack',
      typeId,
      acceptedId,
    })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(ids, fc.boolean())
      .map(([missedIds, observed]) => (_w: HandoffWorld, _h: Handoff | null, handoffId: string): Command => ({
        type: 'recordRefusal',
        handoffId,
        missedIds,
        observed,
      })),
  },
  {
    weight: 5,
    arbitrary: fc
      .constantFrom<'complete' | 'timeout'>('complete', 'timeout')
      .map((reason) => (_w: HandoffWorld, _h: Handoff | null, handoffId: string): Command => ({ type: 'close', handoffId, reason })),
  },
);

/** Any step by anyone at any time; half of them fit the state they meet. */
export const step: fc.Arbitrary<Step> = fc.record({
  actor,
  afterMs: fc.constantFrom(0, 1, 30_000, MINUTE_MS, 11 * MINUTE_MS, DAY_MS, 8 * DAY_MS, -MINUTE_MS),
  path: fc.constantFrom('panel', 'panel', 'panel', 'move', 'other'),
  typeIndex: fc.constantFrom(0, 0, 0, 1, 1, 2),
  pick: fc.nat(9),
  make,
});

function whoIsDue(handoff: Handoff | null, { type }: Command): Actor {
  const { acceptance = null, offer = null, sender } = handoff ?? {};
  if (type === 'answer') return user(sender?.value ?? 'maya');
  if (type === 'waive') return user('ben');
  if (type === 'close' || type === 'endResolved' || type === 'recordRefusal') return SYSTEM;
  if (acceptance !== null) return user(acceptance.by);
  if (offer === null) return user(sender?.value ?? 'maya');
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

/** Runs the steps; what none of the decisions may change is frozen, so changing it throws. */
export function play(steps: readonly Step[], each: (world: HandoffWorld, before: HandoffRecord, done: Done) => void): HandoffWorld {
  const world = new HandoffWorld(TYPES[0]);
  for (const { actor: chosen, afterMs, path, typeIndex, pick, make: toCommand } of steps) {
    world.later(afterMs);
    const handoffType = TYPES[typeIndex]!;
    const before = frozen(world.record);
    const live = before.handoffs.filter(({ typeId }) => typeId === handoffType.typeId);
    const known = [...live.map(({ handoffId }) => handoffId), ...before.ended.map(({ handoffId }) => handoffId)];
    const handoffId = pick < 8 ? (live.at(-1)?.handoffId ?? 'none') : (known[pick % Math.max(1, known.length)] ?? 'none');
    const handoff = live.find((candidate) => candidate.handoffId === handoffId) ?? null;
    const command = toCommand(world, handoff, handoffId, handoffType.typeId);
    const by = chosen === 'due' ? whoIsDue(handoff, command) : chosen;
    const accountId = by.kind === 'user' ? by.accountId : '';
    const context = world.context({
      actor: by,
      path,
      handoffType,
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

import type { Actor, Command } from '../../../src/domain/handoff/command';
import type { TypeOptions } from '../../../src/domain/type/type-options';
import { drawQuestions } from '../../../src/domain/handoff/verification';
import { HandoffWorld, MINUTE_MS, SYSTEM, aHandoffType, user, type Circumstances } from '../../support/handoff-world';

/** Who asks, in the order of the columns; the receiver belongs to the receiving group. */
const ACTORS: readonly (readonly [string, Circumstances])[] = [
  ['sender', { actor: user('maya') }],
  ['receiver', { actor: user('ana'), actorCanEdit: false, actorIsCandidate: true }],
  ['accountable', { actor: user('lena') }],
  ['project admin', { actor: user('priya') }],
  ['automation', { actor: { kind: 'automation', accountId: 'bot' } }],
  ['outsider', { actor: user('eve'), actorCanEdit: false }],
];

const GROUP = { kind: 'group', groupId: 'qa', groupName: 'QA' } as const;
const OPTIONS: Partial<TypeOptions> = { accountableId: 'lena', waiversAllowed: true };
const named = (verificationLevel: 0 | 2 | 3 = 0): HandoffWorld =>
  new HandoffWorld(aHandoffType({ options: { ...OPTIONS, verificationLevel } })).offered();
const pooled = (): HandoffWorld => new HandoffWorld(aHandoffType({ receiver: GROUP, options: OPTIONS })).offered();
const on = <Type extends string>({ handoff }: HandoffWorld, type: Type) => ({ type, handoffId: handoff.handoffId });
const waive = ({ handoffType: { typeId } }: HandoffWorld): Command => ({
  type: 'waive',
  typeId,
  reason: 'Built together',
  kinds: ['readback'],
});
const readback = (world: HandoffWorld): Command => ({
  ...on(world, 'readback'),
  digest: world.handoff.offer?.digest ?? '',
  answers: drawQuestions(world.handoff, world.handoffType).map(({ questionId }) => ({ questionId, text: `Ana on ${questionId}` })),
});
const back = (world: HandoffWorld): Command => ({ ...on(world, 'return'), reason: 'The build is not there', itemIds: [], sectionIds: [] });
const readBackTo = (): HandoffWorld => {
  const world = named(2);
  world.does(readback(world), { by: 'ana' });
  return world;
};

interface Row {
  readonly command: string;
  /** One sign per actor: `+` may, `-` may not. */
  readonly may: string;
  readonly world: () => HandoffWorld;
  readonly ask: (world: HandoffWorld) => Command;
}

const MATRIX: readonly Row[] = [
  //                              s r a p u o
  {
    command: 'edit',
    may: '+ - + + - -',
    world: () => new HandoffWorld(),
    ask: (world) => world.edit({ field: 'item', id: 'tested', value: { kind: 'tick' }, basedOn: 0 }),
  },
  { command: 'offer', may: '+ - + + - -', world: () => new HandoffWorld().prepared(), ask: (world) => on(world, 'offer') },
  { command: 'take', may: '- + - - - -', world: pooled, ask: (world) => on(world, 'take') },
  { command: 'readback', may: '- + - - - -', world: () => named(2), ask: readback },
  { command: 'accept', may: '- + - - - -', world: named, ask: (world) => world.accept() },
  { command: 'return', may: '- + - - - -', world: named, ask: back },
  { command: 'hearback', may: '+ - - - - -', world: readBackTo, ask: (world) => ({ ...on(world, 'hearback'), corrections: [] }) },
  {
    command: 'countersign',
    may: '- - + - - -',
    world: () => named(3),
    ask: (world) => ({ ...on(world, 'countersign'), digest: world.handoff.offer?.digest ?? '' }),
  },
  {
    command: 'waive',
    may: '- - + - - -',
    world: () => named(2),
    ask: waive,
  },
  {
    command: 'changeReceiver',
    may: '+ - + + - -',
    world: named,
    ask: (world) => ({ ...on(world, 'changeReceiver'), receiver: { kind: 'person', accountId: 'cleo' } }),
  },
  { command: 'withdraw', may: '+ - + + - -', world: named, ask: (world) => ({ ...on(world, 'withdraw'), reason: 'The release moved' }) },
  {
    command: 'rate',
    may: '- + - - - -',
    world: () => new HandoffWorld().accepted(),
    ask: (world) => ({ ...on(world, 'rate'), value: 4, comment: null }),
  },
];

const CELLS = MATRIX.flatMap(({ command, may, world, ask }) =>
  ACTORS.map(([who, circumstances], column) => ({ command, who, circumstances, may: may.split(' ')[column] === '+', world, ask })),
);

describe('permission matrix 4.5', () => {
  it.each(CELLS)('$command by $who: $may', ({ circumstances, may, world, ask }) => {
    const made = world();
    const before = made.record;
    expect(made.refusalOf(ask(made), circumstances)).toBe(may ? null : 'FORBIDDEN');
    if (!may) expect(made.record).toBe(before);
  });
});

describe('what domain.md 4.3 forbids', () => {
  const ana = { by: 'ana', actorIsCandidate: true };
  const everything = (world: HandoffWorld): Command[] => [
    ...(['revise', 'offer', 'take', 'giveBack', 'remind'] as const).map((type) => on(world, type)),
    { ...on(world, 'ask'), text: 'Which build?' },
    world.accept(),
    back(world),
    readback(world),
    { ...on(world, 'hearback'), corrections: [] },
    { ...on(world, 'countersign'), digest: 'ab' },
    { ...on(world, 'confirmChange'), digest: 'ab' },
    { ...on(world, 'addNote'), text: 'Late' },
    { ...on(world, 'withdraw'), reason: 'Late' },
    { ...on(world, 'close'), reason: 'timeout' },
  ];

  it('T6, T11: nobody accepts what nobody took; a named receiver takes it in the same decision', () => {
    const group = pooled();
    expect(group.refusalOf(group.accept(), ana)).toBe('INVALID_STATE');
    const world = named();
    expect(world.does(world.accept(), { by: 'ana' })).toEqual(['acknowledged', 'accepted']);
  });

  it.each<[string, Actor]>([
    ['Baton', SYSTEM],
    ['an automation', { kind: 'automation', accountId: null }],
    ['an automation as the receiver', { kind: 'automation', accountId: 'ana' }],
  ])('T11: %s never accepts, whatever time has passed', (_who, actor) => {
    for (const path of ['panel', 'move', 'other'] as const) {
      const world = named().later(30 * 24 * 3_600_000);
      expect(world.refusalOf(world.accept(), { actor, path })).toBe('FORBIDDEN');
    }
  });

  it('T12: what was accepted is not returned', () => {
    const world = new HandoffWorld().accepted();
    expect(world.refusalOf(back(world), { by: 'ana' })).toBe('INVALID_STATE');
    expect(world.refusalOf(back(world), { by: 'ana', path: 'move' })).toBe('INVALID_STATE');
  });

  it('T23, I10: nothing happens to a closed handoff', () => {
    const world = new HandoffWorld().accepted();
    const commands = everything(world);
    const rating: Command = { ...on(world, 'rate'), value: 5, comment: null };
    world.does(rating, { by: 'ana' });
    for (const by of ['maya', 'ana']) world.does({ ...on(world, 'addNote'), text: `Noted by ${by}` }, { by });
    world.later(5 * MINUTE_MS).does({ ...on(world, 'close'), reason: 'complete' }, { actor: SYSTEM });
    const { record } = world;
    for (const command of commands) {
      for (const actor of [user('maya'), user('ana'), SYSTEM]) expect(world.refusalOf(command, { actor })).toBe('INVALID_STATE');
    }
    expect(world.refusalOf(rating, { by: 'ana' })).toBe('WINDOW_CLOSED');
    expect(world.record).toBe(record);
  });

  it('T11, T18, I6: the sender neither accepts nor rates', () => {
    const world = named();
    expect(world.refusalOf(world.accept())).toBe('FORBIDDEN');
    const accepted = new HandoffWorld().accepted();
    expect(accepted.refusalOf({ ...on(accepted, 'rate'), value: 5, comment: null })).toBe('FORBIDDEN');
  });

  it('T2: what was handed off is not edited in place', () => {
    const world = named();
    const change = world.edit({ field: 'item', id: 'where', value: { kind: 'text', text: 'Elsewhere' }, basedOn: 1 });
    expect(world.refusalOf(change)).toBe('INVALID_STATE');
    world.does({ ...on(world, 'ask'), text: 'Which build?' }, { by: 'ana' });
    expect(world.refusalOf(change)).toBe('INVALID_STATE');
  });
});

import type { Command } from '../../../src/domain/handoff/command';
import type { TypeOptions } from '../../../src/domain/type/type-options';
import { addMs } from '../../../src/domain/handoff/instant';
import { drawQuestions } from '../../../src/domain/handoff/verification';
import { EVERY_COMMAND } from '../../support/every-command';
import { DAY_MS, HandoffWorld, SYSTEM, aHandoffType, anItem, user, type Circumstances } from '../../support/handoff-world';

/**
 * Who asks, in the order of the columns. Editing is Jira's to allow: the sender, an editor and the accountable person may. The receiver is the
 * one who is asked, or belongs to the group that is. The outsider belongs to the group a type may name to let things pass.
 */
const ACTORS: readonly (readonly [string, Circumstances])[] = [
  ['sender', { actor: user('maya') }],
  ['receiver', { actor: user('ana'), actorCanEdit: false, actorIsCandidate: true }],
  ['editor', { actor: user('ben') }],
  ['accountable', { actor: user('lena') }],
  ['project admin', { actor: user('priya'), actorCanEdit: false, actorIsProjectAdmin: true }],
  ['automation', { actor: { kind: 'automation', accountId: 'bot' } }],
  ['outsider', { actor: user('eve'), actorCanEdit: false, actorIsInWaiverGroup: true }],
  ['Baton', { actor: SYSTEM }],
];
const ANA: Circumstances = { by: 'ana', actorIsCandidate: true, actorCanEdit: false };

const GROUP = { kind: 'group', groupId: 'qa', groupName: 'QA' } as const;
const OPTIONS: Partial<TypeOptions> = { accountableId: 'lena', waiversAllowed: true };
const typeWith = (options: Partial<TypeOptions>) => aHandoffType({ options: { ...OPTIONS, ...options } });
const blank = (): HandoffWorld => new HandoffWorld(typeWith({}));
const prepared = (): HandoffWorld => blank().prepared();
const offered = (options: Partial<TypeOptions> = {}): HandoffWorld => new HandoffWorld(typeWith(options)).offered();
const level2 = (): HandoffWorld => offered({ verificationLevel: 2 });
const level3 = (): HandoffWorld => offered({ verificationLevel: 3 });
const vacant = (): HandoffWorld => offered({ verificationLevel: 2, accountableId: null });
const leadsWaive = (): HandoffWorld => offered({ verificationLevel: 2, waiverGroup: { groupId: 'leads', groupName: 'Leads' } });
const toTalk = (): HandoffWorld => offered({ talk: 'required' });
const returned = (): HandoffWorld => blank().returned();
const accepted = (): HandoffWorld => blank().accepted();
const longAccepted = (): HandoffWorld => accepted().later(8 * DAY_MS);
const pooled = (): HandoffWorld => new HandoffWorld(aHandoffType({ receiver: GROUP, options: OPTIONS })).offered();
const after = (world: HandoffWorld, ...commands: Command[]): HandoffWorld => {
  for (const command of commands) world.does(command, ANA);
  return world;
};
const holdable = (): HandoffWorld => new HandoffWorld(typeWith({ holdAllowed: true })).prepared();
/** Its time has come. */
const held = (): HandoffWorld => {
  const world = holdable();
  world.does({ ...on(world, 'hold'), until: addMs(world.now, DAY_MS) });
  return world.later(DAY_MS);
};
const toApprove = (): HandoffWorld =>
  new HandoffWorld(
    aHandoffType({ items: [...aHandoffType().items, anItem('signed', { kind: 'approval', approverId: null })], options: OPTIONS }),
  ).prepared();

const on = <Type extends string>({ handoff }: HandoffWorld, type: Type) => ({ type, handoffId: handoff.handoffId });
const onType = <Type extends string>({ handoffType: { typeId } }: HandoffWorld, type: Type) => ({ type, typeId });
const digest = ({ handoff }: HandoffWorld): string => handoff.offer?.digest ?? '';
const ask = (world: HandoffWorld): Command => ({ ...on(world, 'ask'), text: 'Which build?' });
const readback = (world: HandoffWorld): Command => ({
  ...on(world, 'readback'),
  digest: digest(world),
  answers: drawQuestions(world.handoff, world.handoffType).map(({ questionId }) => ({ questionId, text: `Ana on ${questionId}` })),
});
const asked = (): HandoffWorld => {
  const world = offered();
  return after(world, ask(world));
};
const readBack = (): HandoffWorld => {
  const world = level2();
  return after(world, readback(world));
};
const talkedAbout = (): HandoffWorld => {
  const world = toTalk();
  return after(world, on(world, 'logTalk'));
};
const taken = (): HandoffWorld => {
  const world = pooled();
  return after(world, on(world, 'take'));
};
const questionId = ({ handoff }: HandoffWorld): string => handoff.questions[0]?.questionId ?? '';
const waive = (world: HandoffWorld): Command => ({ ...onType(world, 'waive'), reason: 'Built together', kinds: ['readback'] });
const bypass = (world: HandoffWorld): Command => ({ ...onType(world, 'recordBypass'), fromStatusId: '10', toStatusId: '20' });
const resolved = ({ now }: HandoffWorld) => ({ id: '30', enteredAt: now, doneSince: now });

interface Row {
  readonly command: Command['type'];
  /** Which of several uses of the command this is. */
  readonly use?: string;
  /** One sign per actor: `+` may, `-` may not, `=` may, but did the other half of it already. */
  readonly may: string;
  readonly world: () => HandoffWorld;
  readonly ask: (world: HandoffWorld) => Command;
  readonly given?: Circumstances;
}

function row(command: Row['command'], may: string, world: Row['world'], toCommand: Row['ask']): Row {
  return { command, may, world, ask: toCommand };
}

const MATRIX: readonly Row[] = [
  //                       s r e a p u o B
  row('edit', '            + - + + - - - -', blank, (world) =>
    world.edit({ field: 'item', id: 'tested', value: { kind: 'tick' }, basedOn: 0 }),
  ),
  row('startAgain', '      + - + + - - - -', blank, (world) => ({ ...onType(world, 'startAgain'), items: {}, note: {}, receiver: null })),
  row('revise', '          + - + + - - - -', returned, (world) => on(world, 'revise')),
  row('approve', '         - + + + + - + -', toApprove, (world) => ({ ...on(world, 'approve'), itemId: 'signed', approved: true })),
  row('offer', '           + - + + - - - -', prepared, (world) => on(world, 'offer')),
  row('withdraw', '        + - + + + - - -', offered, (world) => ({ ...on(world, 'withdraw'), reason: 'The release moved' })),
  row('supersede', '       + - - + - - - -', offered, (world) => on(world, 'supersede')),
  row('take', '            - + - - - - - -', pooled, (world) => on(world, 'take')),
  row('giveBack', '        - + - - - - - -', taken, (world) => on(world, 'giveBack')),
  row('ask', '             - + - - - - - -', offered, ask),
  row('withdrawQuestion', '- + - - - - - -', asked, (world) => ({ ...on(world, 'withdrawQuestion'), questionId: questionId(world) })),
  row('answer', '          + - + + - - - -', asked, (world) => ({ ...on(world, 'answer'), questionId: questionId(world), text: '41' })),
  row('readback', '        - + - - - - - -', level2, readback),
  row('hearback', '        + - - - - - - -', readBack, (world) => ({ ...on(world, 'hearback'), corrections: [] })),
  row('countersign', '     - - - + - - - -', level3, (world) => ({ ...on(world, 'countersign'), digest: digest(world) })),
  row('accept', '          - + - - - - - -', offered, (world) => world.accept()),
  row('return', '          - + - - - - - -', offered, (world) => ({
    ...on(world, 'return'),
    reason: 'No build',
    itemIds: [],
    sectionIds: [],
  })),
  row('changeReceiver', '  + - + + + - - -', offered, (world) => ({
    ...on(world, 'changeReceiver'),
    receiver: { kind: 'person', accountId: 'cleo' },
  })),
  row('changeSender', '    - - - + + - - -', offered, (world) => ({ ...on(world, 'changeSender'), sender: 'ben', reason: 'Maya left' })),
  row('delegate', '        - + - - - - - -', offered, (world) => ({ ...on(world, 'delegate'), to: 'cleo' })),
  row('remind', '          + - + + - - - -', offered, (world) => on(world, 'remind')),
  row('logTalk', '         + + - - - - - -', toTalk, (world) => on(world, 'logTalk')),
  row('confirmTalk', '     + = - - - - - -', talkedAbout, (world) => on(world, 'confirmTalk')),
  {
    ...row('waiveTalk', '                      + - - - - - - -', toTalk, (world) => ({
      ...on(world, 'waiveTalk'),
      instead: 'video',
      text: 'https://video.example/7',
    })),
    use: 'a video',
  },
  {
    ...row('waiveTalk', '                      - - - + - - - -', toTalk, (world) => ({
      ...on(world, 'waiveTalk'),
      instead: 'accountable',
      text: 'They sit side by side',
    })),
    use: 'with a reason',
  },
  row('waive', '           - - - + - - - -', level2, waive),
  {
    ...row('waive', '           - - - - + - - -', vacant, waive),
    use: 'where nobody is accountable',
  },
  {
    ...row('waive', '           - - - + - - + -', leadsWaive, waive),
    use: 'where a group may',
  },
  row('rate', '            - + - - - - - -', accepted, (world) => ({ ...on(world, 'rate'), value: 4, comment: null })),
  row('addNote', '         + + - - - - - -', accepted, (world) => ({ ...on(world, 'addNote'), text: 'Seed data helped' })),
  row('confirmChange', '   - + - - - - - -', accepted, (world) => ({ ...on(world, 'confirmChange'), digest: 'ab' })),
  row('recordRework', '    - + - - - - - -', accepted, (world) => ({
    ...on(world, 'recordRework'),
    text: 'Not there',
    itemIds: [],
    sectionIds: [],
  })),
  {
    ...row('handBack', '                      - + - - - - - -', accepted, (world) => ({
      ...onType(world, 'handBack'),
      acceptedId: world.handoff.handoffId,
    })),
    given: { actorCanEdit: true },
  },
  {
    ...row('void', '            - - - - + - - -', offered, (world) => ({ ...on(world, 'void'), reason: 'enteredInError' })),
    use: 'in error',
  },
  { ...row('void', '            - - - - - - - +', offered, (world) => ({ ...on(world, 'void'), reason: 'deleted' })), use: 'deleted' },
  row('recordBypass', '    - - - - - - - -', prepared, bypass),
  {
    ...row('recordBypass', '    + + + + + + + +', prepared, bypass),
    use: 'by the move itself',
    given: { path: 'move' },
  },
  row('recordRefusal', '   - - - - - - - +', prepared, (world) => ({ ...on(world, 'recordRefusal'), missedIds: ['pr'], observed: false })),
  row('recordMoveBack', '  - - - - - - - +', accepted, (world) => ({ ...on(world, 'recordMoveBack'), movedAt: world.now })),
  row('recordWorkStart', ' - - - - - - - +', accepted, (world) => ({ ...on(world, 'recordWorkStart'), movedAt: world.now })),
  row('noteOverdue', '     - - - - - - - +', offered, (world) => on(world, 'noteOverdue')),
  row('hold', '            + - + + - - - -', holdable, (world) => ({ ...on(world, 'hold'), until: addMs(world.now, DAY_MS) })),
  row('release', '         + - + + - - - -', held, (world) => on(world, 'release')),
  { ...row('offerHeld', '       - - - - - - - +', held, (world) => on(world, 'offerHeld')), given: { path: 'other' } },
  row('endResolved', '     - - - - - - - +', offered, (world) => ({ ...on(world, 'endResolved'), status: resolved(world) })),
  row('close', '           - - - - - - - +', longAccepted, (world) => ({ ...on(world, 'close'), reason: 'timeout' })),
];

const REFUSED: Readonly<Record<string, string | null>> = { '+': null, '-': 'FORBIDDEN', '=': 'TALK_SAME_PERSON' };

const CELLS = MATRIX.flatMap(({ command, use, may, world, ask: toCommand, given }) =>
  ACTORS.map(([who, circumstances], column) => {
    const sign = may.trim().split(' ')[column] ?? '';
    const what = use === undefined ? command : `${command} (${use})`;
    return { what, who, sign, circumstances: { ...circumstances, ...given }, world, toCommand };
  }),
);

describe('permission matrix 4.5', () => {
  it('has a row for every command, and a sign for everybody', () => {
    expect([...new Set(MATRIX.map(({ command }) => command))].sort()).toEqual(EVERY_COMMAND);
    for (const { may } of MATRIX) expect(may).toMatch(/^ *[-+=]( [-+=]){7}$/u);
  });

  it.each(CELLS)('$what by $who: $sign', ({ circumstances, sign, world, toCommand }) => {
    const made = world();
    const before = made.record;
    expect(made.refusalOf(toCommand(made), circumstances)).toBe(REFUSED[sign]);
    if (sign !== '+') expect(made.record).toBe(before);
  });
});

import type { Actor, Command } from '../../../src/domain/handoff/command';
import { HandoffWorld, MINUTE_MS, SYSTEM, aHandoffType, user } from '../../support/handoff-world';

const GROUP = { kind: 'group', groupId: 'qa', groupName: 'QA' } as const;
const named = (): HandoffWorld => new HandoffWorld().offered();
const pooled = (): HandoffWorld => new HandoffWorld(aHandoffType({ receiver: GROUP })).offered();
const on = <Type extends string>({ handoff }: HandoffWorld, type: Type) => ({ type, handoffId: handoff.handoffId });
const back = (world: HandoffWorld): Command => ({ ...on(world, 'return'), reason: 'The build is not there', itemIds: [], sectionIds: [] });

describe('what domain.md 4.3 forbids', () => {
  const ana = { by: 'ana', actorIsCandidate: true };
  const everything = (world: HandoffWorld): Command[] => [
    ...(['revise', 'offer', 'take', 'giveBack', 'remind'] as const).map((type) => on(world, type)),
    { ...on(world, 'ask'), text: 'Which build?' },
    world.accept(),
    back(world),
    { ...on(world, 'readback'), digest: 'ab', answers: [] },
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

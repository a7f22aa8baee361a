import { toHandoffRow } from '../../../src/domain/handoff/to-handoff-row';
import { DAY_MS, HandoffWorld, SYSTEM } from '../../support/handoff-world';

const missing = (world: HandoffWorld, handoffId: string, over: object = {}) => ({
  type: 'recordRework' as const,
  handoffId,
  text: 'The voucher had expired',
  itemIds: ['where'],
  sectionIds: ['recommendation'],
  ...over,
});
const movedBack = (world: HandoffWorld, handoffId: string, movedAt = world.now) => ({
  type: 'recordMoveBack' as const,
  handoffId,
  movedAt,
});

function closed(): { world: HandoffWorld; handoffId: string } {
  const world = new HandoffWorld().accepted();
  const { handoffId } = world.handoff;
  world.later(8 * DAY_MS).does({ type: 'close', handoffId, reason: 'timeout' }, { actor: SYSTEM });
  return { world, handoffId };
}

describe('record rework (T22)', () => {
  it('T22: the receiver says what was missing after all; it counts as missed and changes nothing else', () => {
    const world = new HandoffWorld().accepted();
    const before = world.handoff;
    expect(world.does(missing(world, before.handoffId), { by: 'ana', actorCanEdit: false })).toEqual(['rework.recorded']);
    expect(world.log.at(-1)).toMatchObject({ type: 'rework.recorded', kind: 'receiver', by: 'ana', text: 'The voucher had expired' });
    expect(world.handoff).toMatchObject({ state: 'ACCEPTED', rating: null, missedIds: ['where', 'recommendation'] });
    expect(world.handoff.acceptance).toEqual(before.acceptance);
    expect(toHandoffRow(world.record, before.handoffId, null).facts.reworks).toEqual([{ kind: 'receiver', at: world.now }]);
  });

  it('T22: after the rating it is still possible, once, and never without a word or a thing', () => {
    const world = new HandoffWorld().accepted();
    const { handoffId } = world.handoff;
    world.does({ type: 'rate', handoffId, value: 5, comment: null }, { by: 'ana' });
    const nothing = missing(world, handoffId, { text: 'n/a', itemIds: ['nope'], sectionIds: [] });
    expect(world.refusalOf(nothing, { by: 'ana' })).toBe('REASON_REQUIRED');
    world.does(missing(world, handoffId, { text: null }), { by: 'ana' });
    expect(world.refusalOf(missing(world, handoffId), { by: 'ana' })).toBe('INVALID_STATE');
    expect(world.handoff.rating?.value).toBe(5);
  });

  it('T22: forbidden to the sender, to others and to Baton in their name', () => {
    const world = new HandoffWorld().accepted();
    const { handoffId } = world.handoff;
    for (const by of ['maya', 'ben']) expect(world.refusalOf(missing(world, handoffId), { by })).toBe('FORBIDDEN');
    expect(world.refusalOf(missing(world, handoffId), { actor: SYSTEM })).toBe('FORBIDDEN');
    expect(world.refusalOf(movedBack(world, handoffId), { by: 'ana' })).toBe('FORBIDDEN');
  });

  it('T22: not before acceptance, not after thirty days, not of a withdrawn one', () => {
    const offered = new HandoffWorld().offered();
    expect(offered.refusalOf(missing(offered, offered.handoff.handoffId), { by: 'ana' })).toBe('INVALID_STATE');
    expect(offered.refusalOf(missing(offered, 'nope'), { by: 'ana' })).toBe('NOT_FOUND');
    const { handoffId } = offered.handoff;
    offered.does({ type: 'withdraw', handoffId, reason: 'Wrong branch' });
    expect(offered.refusalOf(missing(offered, handoffId), { by: 'ana' })).toBe('INVALID_STATE');
    const late = closed();
    late.world.later(22 * DAY_MS);
    expect(late.world.refusalOf(missing(late.world, late.handoffId), { by: 'ana' })).toBe('WINDOW_CLOSED');
    expect(late.world.refusalOf(movedBack(late.world, late.handoffId), { actor: SYSTEM })).toBe('WINDOW_CLOSED');
  });

  it('T22: a move back counts once however often it is told of, and another one again', () => {
    const world = new HandoffWorld().accepted();
    const { handoffId } = world.handoff;
    const first = movedBack(world, handoffId);
    expect(world.does(first, { actor: SYSTEM })).toEqual(['rework.recorded']);
    expect(world.later(1000).does(first, { actor: SYSTEM })).toEqual([]);
    expect(world.later(DAY_MS).does(movedBack(world, handoffId), { actor: SYSTEM })).toEqual(['rework.recorded']);
    expect(world.handoff.reworks).toMatchObject([
      { kind: 'status', by: null },
      { kind: 'status', by: null },
    ]);
    expect(world.refusalOf(movedBack(world, handoffId, '2026-03-01T00:00:00.000Z'), { actor: SYSTEM })).toBe('WINDOW_CLOSED');
  });

  it('T22, I10: a closed handoff takes it into its line and its row, and nothing else', () => {
    const { world, handoffId } = closed();
    const row = {
      ...toHandoffRow(world.record, handoffId, null),
      facts: { ...toHandoffRow(world.record, handoffId, null).facts, missedIds: ['pr'] },
    };
    const line = world.record.ended[0];
    expect(world.does(missing(world, handoffId), { by: 'ana' })).toEqual(['rework.recorded']);
    expect(world.record.ended[0]).toEqual({
      ...line,
      reworks: [{ kind: 'receiver', at: world.now, itemIds: ['where'], sectionIds: ['recommendation'], movedAt: null }],
    });
    expect(JSON.stringify(world.record.ended)).not.toContain('voucher');
    expect(toHandoffRow(world.record, handoffId, row).facts).toMatchObject({
      missedIds: ['pr', 'where', 'recommendation'],
      reworks: [{ kind: 'receiver', at: world.now }],
    });
  });
});

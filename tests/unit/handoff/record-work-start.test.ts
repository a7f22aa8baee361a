import { toHandoffRow } from '../../../src/domain/handoff/to-handoff-row';
import { DAY_MS, HandoffWorld, SYSTEM } from '../../support/handoff-world';

const began = (world: HandoffWorld, handoffId: string, movedAt = world.now) => ({ type: 'recordWorkStart' as const, handoffId, movedAt });
const bySystem = { actor: SYSTEM };

describe('the first work on a handoff (M04)', () => {
  it('M04: is recorded once, after the acceptance, and stands in the row', () => {
    const world = new HandoffWorld().accepted();
    const { handoffId } = world.handoff;
    expect(world.does(began(world, handoffId), bySystem)).toEqual(['work.started']);
    const at = world.now;
    expect(world.later(DAY_MS).does(began(world, handoffId), bySystem)).toEqual([]);
    expect(toHandoffRow(world.record, handoffId, null).facts.firstWorkAt).toBe(at);
    expect(world.handoff).toMatchObject({ state: 'ACCEPTED', workStarted: { at, movedAt: at } });
  });

  it('M04: before the acceptance it is an early start, before the handoff it is nothing', () => {
    const draft = new HandoffWorld().prepared();
    expect(draft.refusalOf(began(draft, draft.handoff.handoffId), bySystem)).toBe('INVALID_STATE');
    const world = new HandoffWorld().offered();
    const { handoffId, firstOfferedAt } = world.handoff;
    expect(world.refusalOf(began(world, handoffId, '2026-03-01T00:00:00.000Z'), bySystem)).toBe('WINDOW_CLOSED');
    expect(world.does(began(world, handoffId, firstOfferedAt ?? ''), bySystem)).toEqual(['work.started']);
    world.does(world.accept(), { by: 'ana' });
    expect(toHandoffRow(world.record, handoffId, null).facts).toMatchObject({ firstWorkAt: firstOfferedAt, acceptedAt: world.now });
  });

  it('M04: also of one that closed meanwhile, up to thirty days after the acceptance, and only by Baton', () => {
    const world = new HandoffWorld().accepted();
    const { handoffId } = world.handoff;
    const live = toHandoffRow(world.record, handoffId, null);
    world.later(8 * DAY_MS).does({ type: 'close', handoffId, reason: 'timeout' }, bySystem);
    expect(world.refusalOf(began(world, handoffId), { by: 'ana' })).toBe('FORBIDDEN');
    expect(world.refusalOf(began(world, handoffId, '2026-04-02T09:00:00.000Z'), bySystem)).toBe('WINDOW_CLOSED');
    world.later(DAY_MS).does(began(world, handoffId), bySystem);
    expect(world.does(began(world, handoffId), bySystem)).toEqual([]);
    const row = toHandoffRow(world.record, handoffId, live);
    expect(row.facts).toEqual({ ...live.facts, firstWorkAt: world.now });
    expect(row.state).toBe('CLOSED');
  });
});

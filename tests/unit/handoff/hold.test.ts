import type { Command } from '../../../src/domain/handoff/command';
import { addMs } from '../../../src/domain/handoff/instant';
import { toHandoffRow } from '../../../src/domain/handoff/to-handoff-row';
import { defaultCalendar } from '../../../src/domain/calendar/working-calendar';
import type { TypeOptions } from '../../../src/domain/type/type-options';
import { DAY_MS, HandoffWorld, SYSTEM, aHandoffType } from '../../support/handoff-world';

const AWAY = {
  sender: { calendar: defaultCalendar('UTC'), awayUntil: null },
  receiver: { calendar: defaultCalendar('UTC'), awayUntil: '2026-03-09' },
};
const baton = { actor: SYSTEM, path: 'other' } as const;

const prepared = (options: Partial<TypeOptions> = {}) =>
  new HandoffWorld(aHandoffType({ options: { holdAllowed: true, ...options } })).prepared();
const hold = (world: HandoffWorld, until = addMs(world.now, DAY_MS)): Command => ({
  type: 'hold',
  handoffId: world.handoff.handoffId,
  until,
});
const release = (world: HandoffWorld): Command => ({ type: 'release', handoffId: world.handoff.handoffId });
const due = (world: HandoffWorld): Command => ({ type: 'offerHeld', handoffId: world.handoff.handoffId });

/** Held until a day from now, and that day has come. */
function overdue(options: Partial<TypeOptions> = {}): HandoffWorld {
  const world = prepared(options);
  world.does(hold(world));
  return world.later(DAY_MS);
}

describe('holding a complete handoff (S-123)', () => {
  it('S-123: it waits until its time, then Baton hands it off, and only then is anything due', () => {
    const world = prepared({ due: { kind: 'workingHours', hours: 4 } });
    const until = addMs(world.now, DAY_MS);
    expect(world.does(hold(world, until)).at(-1)).toBe('held');
    expect(world.handoff).toMatchObject({ state: 'DRAFT', offer: null, hold: { until, by: 'maya' } });
    expect(toHandoffRow(world.record, world.handoff.handoffId, null)).toMatchObject({ timerOn: 'on', timerAt: until, waitsFor: 'none' });
    expect(world.later(DAY_MS - 1).does(due(world), baton)).toEqual([]);
    expect(world.later(1).does(due(world), baton)).toEqual(['offered']);
    expect(world.handoff).toMatchObject({ state: 'OFFERED', offer: { at: until, dueAt: addMs(until, 4 * 3_600_000) } });
    expect(world.handoff.hold).toBeUndefined();
  });

  it('S-123: only a complete one, where it is switched on, by who may edit, and not for ever', () => {
    const world = prepared();
    expect(world.refusalOf(hold(world), { actorCanEdit: false })).toBe('FORBIDDEN');
    expect(world.refusalOf(hold(world), baton)).toBe('FORBIDDEN');
    expect(world.refusalOf(due(world))).toBe('FORBIDDEN');
    for (const until of [world.now, addMs(world.now, 91 * DAY_MS), 'tomorrow'])
      expect(world.refusalOf(hold(world, until))).toBe('INVALID_VALUE');
    const off = prepared({ holdAllowed: false });
    expect(off.refusalOf(hold(off))).toBe('INVALID_STATE');
    const offered = prepared();
    offered.does({ type: 'offer', handoffId: offered.handoff.handoffId });
    expect(offered.refusalOf(hold(offered))).toBe('INVALID_STATE');
    world.does(world.edit({ field: 'item', id: 'where', value: null, basedOn: 1 }));
    expect(world.refusalOf(hold(world))).toBe('NOT_READY');
  });

  it('S-123: the sender hands off at once or stops holding, and a move hands off at once', () => {
    const world = prepared();
    world.does(hold(world));
    expect(world.does(hold(world))).toEqual([]);
    expect(world.does(release(world))).toEqual(['released']);
    expect(world.does(release(world))).toEqual([]);
    expect(world.later(2 * DAY_MS).does(due(world), baton)).toEqual([]);
    for (const path of ['panel', 'move'] as const) {
      const held = prepared();
      held.does(hold(held));
      expect(held.does({ type: 'offer', handoffId: held.handoff.handoffId }, { path })).toEqual(['offered']);
      expect(held.handoff.hold).toBeUndefined();
    }
  });

  it('S-123 S-053: what cannot go out stays held, is said once, and goes out as soon as it can', () => {
    const left = overdue();
    left.does(left.edit({ field: 'item', id: 'where', value: null, basedOn: 1 }));
    expect(left.does(due(left), baton)).toEqual(['hold.stuck']);
    expect(left.does(due(left), baton)).toEqual([]);
    expect(left.handoff).toMatchObject({ state: 'DRAFT', hold: { stuck: 'left' } });
    left.does(left.edit({ field: 'item', id: 'where', value: { kind: 'text', text: 'Staging, build 42' }, basedOn: 2 }));
    expect(left.does(due(left), baton).at(-1)).toBe('offered');

    const away = overdue({ readiness: 'blocks' });
    expect(away.does(due(away), { ...baton, sides: AWAY })).toEqual(['hold.stuck']);
    expect(away.handoff.hold?.stuck).toBe('away');
    expect(away.does(due(away), baton)).toEqual(['offered']);
    const shown = overdue({ readiness: 'shown' });
    expect(shown.does(due(shown), { ...baton, sides: AWAY })).toEqual(['offered']);

    const unmoved = overdue();
    expect(unmoved.does({ ...due(unmoved), isUnmoved: true } as Command, baton)).toEqual(['hold.stuck']);
    expect(unmoved.handoff.hold?.stuck).toBe('move');
  });
});

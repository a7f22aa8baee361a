import { UNKNOWN_SIDE, type Sides } from '../../../src/domain/calendar/side-time';
import { toHandoffRow } from '../../../src/domain/handoff/to-handoff-row';
import type { TypeOptions } from '../../../src/domain/type/type-options';
import { HandoffWorld, aHandoffType } from '../../support/handoff-world';

const away: Sides = { sender: UNKNOWN_SIDE, receiver: { ...UNKNOWN_SIDE, awayUntil: '2026-03-09' } };
const back: Sides = { sender: UNKNOWN_SIDE, receiver: { ...UNKNOWN_SIDE, awayUntil: '2026-03-02' } };

function prepared(readiness: TypeOptions['readiness']): HandoffWorld {
  return new HandoffWorld(aHandoffType({ options: { readiness } })).prepared();
}

const offer = (world: HandoffWorld, readinessOverride?: string) =>
  ({ type: 'offer', handoffId: world.handoff.handoffId, ...(readinessOverride === undefined ? {} : { readinessOverride }) }) as const;

describe("the receiver's readiness", () => {
  it('T5, S-050: where it blocks, an absent receiver gets nothing without a reason', () => {
    const world = prepared('blocks');
    expect(world.refusalOf(offer(world), { sides: away })).toBe('RECEIVER_NOT_READY');
    expect(world.refusalOf(offer(world, ' ok '), { sides: away })).toBe('RECEIVER_NOT_READY');
    expect(world.handoff.state).toBe('DRAFT');
  });

  it('S-050: the reason is kept with the handoff and counted, without its words in the row', () => {
    const world = prepared('blocks');
    world.does(offer(world, 'The release is tonight'), { sides: away });
    expect(world.handoff.offer?.readinessOverride).toBe('The release is tonight');
    expect(world.log.at(-1)).toMatchObject({ type: 'offered', readinessOverride: 'The release is tonight' });
    const row = toHandoffRow(world.record, world.handoff.handoffId, null);
    expect(row.facts.readinessOverridden).toBe(true);
    expect(JSON.stringify(row)).not.toContain('tonight');
    const given = {
      type: 'return',
      handoffId: row.handoffId,
      reason: 'The build is not there',
      itemIds: ['where'],
      sectionIds: [],
    } as const;
    world.does(given, { by: 'ana' });
    expect(toHandoffRow(world.record, row.handoffId, null).facts.readinessOverridden).toBe(true);
  });

  it('shown only, or with a receiver who is back, it stops nobody', () => {
    const shown = prepared('shown');
    expect(shown.does(offer(shown), { sides: away })).toContain('offered');
    const blocks = prepared('blocks');
    expect(blocks.does(offer(blocks), { sides: back })).toContain('offered');
  });

  it('S-050: what has moved already is handed off all the same', () => {
    const world = prepared('blocks');
    expect(world.does(offer(world), { sides: away, path: 'move' })).toContain('offered');
    expect(world.handoff.offer).not.toHaveProperty('readinessOverride');
  });

  it('S-050: the reason given with the button is kept when the move came first, once', () => {
    const world = prepared('blocks');
    world.does(offer(world), { sides: away, path: 'move' });
    const pressed = offer(world, 'The release is tonight');
    expect(world.does(pressed, { sides: away })).toEqual(['readiness.overridden']);
    expect(world.handoff.offer?.readinessOverride).toBe('The release is tonight');
    expect(world.does(pressed, { sides: away })).toEqual([]);
    expect(toHandoffRow(world.record, world.handoff.handoffId, null).facts.readinessOverridden).toBe(true);
  });
});

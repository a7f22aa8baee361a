import type { SeenStatus } from '../../../src/domain/gate/projection';
import { endsWithWorkItemAt } from '../../../src/domain/handoff/ended-with-work-item';
import { addMs } from '../../../src/domain/handoff/instant';
import { DAY_MS, HandoffWorld, MINUTE_MS, SYSTEM, aHandoffType } from '../../support/handoff-world';

const DONE = '90';

function resolved(world: HandoffWorld, over: Partial<SeenStatus> = {}): SeenStatus {
  return { id: DONE, enteredAt: world.now, doneSince: world.now, ...over };
}

const end = (world: HandoffWorld, status: SeenStatus) => ({ type: 'endResolved', handoffId: world.handoff.handoffId, status }) as const;

describe('a work item that is resolved while its handoff waits (E18)', () => {
  it('E18: a day later Baton ends it, and says why without anybody having done it', () => {
    const world = new HandoffWorld().offered();
    const status = resolved(world);
    expect(endsWithWorkItemAt(world.handoff, world.handoffType, status)).toBe(addMs(world.now, DAY_MS));
    expect(world.later(DAY_MS - 1).does(end(world, status), { actor: SYSTEM })).toEqual([]);
    expect(world.refusalOf(end(world, status))).toBe('FORBIDDEN');
    expect(world.later(1).does(end(world, status), { actor: SYSTEM })).toEqual(['cancelled']);
    expect(world.record.ended).toMatchObject([{ state: 'CANCELLED', endedBy: null, reason: 'ticketClosed' }]);
  });

  it('E18: also while somebody checks it, and never once it was accepted or returned', () => {
    const taken = new HandoffWorld().offered();
    taken.does({ type: 'ask', handoffId: taken.handoff.handoffId, text: 'Which build?' }, { by: 'ana' });
    expect(endsWithWorkItemAt(taken.handoff, taken.handoffType, resolved(taken.later(MINUTE_MS)))).not.toBeNull();
    for (const world of [new HandoffWorld().prepared(), new HandoffWorld().accepted(), new HandoffWorld().returned()]) {
      const status = resolved(world);
      expect(world.later(2 * DAY_MS).does(end(world, status), { actor: SYSTEM })).toEqual([]);
    }
  });

  it('E18: never where the handoff itself leads to a resolved status, leaves from one, or was handed off in one', () => {
    const world = new HandoffWorld().offered();
    const at = (status: SeenStatus, route = world.handoffType.route) => endsWithWorkItemAt(world.handoff, aHandoffType({ route }), status);
    const status = resolved(world);
    expect(at(status, { fromStatusIds: ['10'], toStatusId: DONE })).toBeNull();
    expect(at(status, { fromStatusIds: [DONE], toStatusId: '20' })).toBeNull();
    expect(at(resolved(world, { doneSince: world.handoff.offer?.at ?? '' }))).toBeNull();
    expect(at({ id: DONE, enteredAt: world.now })).toBeNull();
    expect(at(status)).not.toBeNull();
  });
});

import fc from 'fast-check';
import { ACTIVE_STATES } from '../../../src/domain/handoff/handoff';
import type { Command } from '../../../src/domain/handoff/command';
import { play, step } from '../../support/handoff-steps';
import { HandoffWorld, SYSTEM, user } from '../../support/handoff-world';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/u;

describe('every logged event', () => {
  it('says of which handoff it is, who caused it, how, when and by which command (domain.md 4.6)', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 10, maxLength: 40, size: 'max' }), (steps) => {
        for (const event of play(steps, () => undefined).log) {
          expect(event).toMatchObject({ issueId: '10001', projectId: '10', typeVersion: 1 });
          expect(event.handoffId).toMatch(new RegExp(`^10001-${event.typeId}-\\d+$`, 'u'));
          expect(event.at).toMatch(INSTANT);
          expect(event.attempt).toBeGreaterThanOrEqual(1);
          expect(['user', 'automation', 'system']).toContain(event.actor.kind);
          expect(['panel', 'move', 'other']).toContain(event.path);
          expect(event.commandId).toMatch(/^command-\d+$/u);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('what nobody may do, whoever asks', () => {
  it('T11, I2: no timer and no automation accepts, and nobody accepts for the receiver', () => {
    const others = [SYSTEM, { kind: 'automation', accountId: 'ana' } as const, user('maya'), user('ben'), user('eve')];
    for (const actor of others) {
      const world = new HandoffWorld().offered();
      expect(world.refusalOf(world.accept(), { actor })).toBe('FORBIDDEN');
      expect(world.handoff.acceptance).toBeNull();
    }
  });

  it('T6, T11: an offer to a group is not accepted before somebody took it', () => {
    const world = new HandoffWorld();
    world.prepared();
    world.does({ type: 'edit', typeId: 'dev-qa', changes: [{ field: 'receiver', value: { kind: 'group', groupId: 'qa' }, basedOn: 1 }] });
    world.does({ type: 'offer', handoffId: world.handoff.handoffId });
    expect(world.refusalOf(world.accept(), { by: 'ana', actorIsCandidate: true })).toBe('INVALID_STATE');
  });

  it('T12: what was accepted is not returned any more', () => {
    const world = new HandoffWorld().accepted();
    const { handoffId } = world.handoff;
    const back: Command = { type: 'return', handoffId, reason: 'On second thought', itemIds: [], sectionIds: [] };
    for (const path of ['panel', 'move', 'other'] as const) expect(world.refusalOf(back, { by: 'ana', path })).toBe('INVALID_STATE');
  });

  it('T2, T18: what was handed over is not edited in place, and its sender does not rate it', () => {
    const world = new HandoffWorld().offered();
    const change = world.edit({ field: 'item', id: 'where', value: { kind: 'text', text: 'Production' }, basedOn: 1 });
    expect(world.refusalOf(change)).toBe('INVALID_STATE');
    expect(ACTIVE_STATES).toContain(world.handoff.state);
    world.does(world.accept(), { by: 'ana' });
    const rating: Command = { type: 'rate', handoffId: world.handoff.handoffId, value: 5, comment: null };
    expect(world.refusalOf(rating)).toBe('FORBIDDEN');
  });
});

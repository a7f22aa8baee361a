import { briefOfRows } from '../../support/brief-of-rows';
import { toHandoffRow } from '../../../src/domain/handoff/to-handoff-row';
import { whatIsLeft } from '../../../src/domain/handoff/what-is-left';
import { HandoffWorld, aHandoffType, sixThings } from '../../support/handoff-world';
import { brokenInvariants } from '../../support/handoff-invariants';

const alone = (over: Parameters<typeof aHandoffType>[0] = {}) =>
  aHandoffType({ receiver: { kind: 'person', accountId: 'maya' }, options: { selfAllowed: true }, ...over });

describe('trying it alone', () => {
  it('E2: one person hands off, accepts without readback, and there is nothing to rate', () => {
    const world = new HandoffWorld(alone({ nextStepRequired: true })).offered();
    expect(world.handoff.offer?.self).toBe(true);
    expect(world.does(world.accept())).toEqual(['acknowledged', 'accepted']);
    expect(world.refusalOf({ type: 'rate', handoffId: world.handoff.handoffId, value: 5, comment: null })).toBe('FORBIDDEN');
    expect(brokenInvariants(world.record, world.log)).toEqual([]);
  });

  it('E2: counts in no number and waits for no rating', () => {
    const world = new HandoffWorld().accepted();
    const counters = { passedWhilePaused: 0, wouldHaveBeenStopped: 0 };
    const counted = toHandoffRow(world.record, world.handoff.handoffId, null);
    expect(briefOfRows([counted], [], '2026-03', counters).handoffs).toBe(1);

    const own = new HandoffWorld(alone()).offered();
    own.does(own.accept());
    const row = toHandoffRow(own.record, own.handoff.handoffId, null);
    expect(row).toMatchObject({ waitsFor: 'none', facts: { self: true } });
    expect(briefOfRows([row, { ...row, senderId: 'somebody' }], [], '2026-03', counters).handoffs).toBe(0);
  });

  it('E2: what is asked for is asked for all the same', () => {
    const world = new HandoffWorld(alone());
    world.does(world.edit(...sixThings().slice(1)));
    expect(whatIsLeft(world.handoff, world.handoffType, world.issue).map(({ id }) => id)).toEqual(['pr']);
    expect(world.refusalOf({ type: 'offer', handoffId: world.handoff.handoffId })).toBe('NOT_READY');
  });

  it('E2: is refused where nobody allowed it, and at high risk always', () => {
    const refused = new HandoffWorld(alone({ options: {} })).prepared();
    expect(refused.refusalOf({ type: 'offer', handoffId: refused.handoff.handoffId })).toBe('SELF_HANDOFF');
    const risky = {
      ...new HandoffWorld(alone()).prepared().handoff,
      risk: { value: 'high' as const, by: 'maya', at: '2026-01-05T09:00:00.000Z', version: 1 },
    };
    expect(whatIsLeft(risky, alone(), null).map(({ kind }) => kind)).toEqual(['receiver']);
  });

  it('E2: proves nothing to itself: no readback, no second signature, no talk', () => {
    const options = { selfAllowed: true, verificationLevel: 3, accountableId: 'lena', talk: 'required' } as const;
    const world = new HandoffWorld(alone({ options })).offered();
    const { handoffId, offer } = world.handoff;
    const digest = offer?.digest ?? '';
    expect(world.refusalOf({ type: 'readback', handoffId, digest, answers: [] })).toBe('INVALID_STATE');
    expect(world.refusalOf({ type: 'countersign', handoffId, digest }, { by: 'lena' })).toBe('INVALID_STATE');
    for (const type of ['logTalk', 'confirmTalk'] as const) expect(world.refusalOf({ type, handoffId })).toBe('INVALID_STATE');
    const video = { type: 'waiveTalk', handoffId, instead: 'video', text: 'https://video.example/7' } as const;
    expect(world.refusalOf(video)).toBe('INVALID_STATE');
    expect(world.does(world.accept())).toEqual(['acknowledged', 'accepted']);
  });

  it('E2, T15: once somebody else is the sender it is accepted and rated like any other', () => {
    const options = { selfAllowed: true, verificationLevel: 2, accountableId: 'lena' } as const;
    const world = new HandoffWorld(alone({ options })).offered();
    world.does(
      { type: 'changeSender', handoffId: world.handoff.handoffId, sender: 'ben', reason: 'Ben takes over for her' },
      { by: 'lena' },
    );
    expect(world.refusalOf(world.accept())).toBe('READBACK_REQUIRED');
    expect(toHandoffRow(world.record, world.handoff.handoffId, null).facts.self).toBeUndefined();
  });

  it('E2: somebody else’s handoff is still not one’s own to accept', () => {
    const world = new HandoffWorld(aHandoffType({ options: { selfAllowed: true } })).offered();
    expect(world.refusalOf(world.accept())).toBe('FORBIDDEN');
  });
});

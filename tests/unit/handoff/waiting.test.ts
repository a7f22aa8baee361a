import { buildPackage, packageDigest } from '../../../src/domain/handoff/build-package';
import { HandoffWorld, aHandoffType } from '../../support/handoff-world';

const on = <Type extends string>(world: HandoffWorld, type: Type) => ({ type, handoffId: world.handoff.handoffId });
const toCleo = (world: HandoffWorld) => ({ ...on(world, 'changeReceiver'), receiver: { kind: 'person', accountId: 'cleo' } }) as const;

describe('changeReceiver (T14)', () => {
  it('T14: somebody else is asked anew: fresh clock, new digest, the reminder can go out again', () => {
    const world = new HandoffWorld().offered();
    world.does(on(world, 'remind'));
    const { digest } = world.handoff.offer!;
    expect(world.later(1000).does(toCleo(world))).toEqual(['receiver_changed', 'offered']);
    expect(world.handoff).toMatchObject({
      state: 'OFFERED',
      attempt: 1,
      receiver: { value: { accountId: 'cleo' } },
      offer: { at: world.now, receiver: { accountId: 'cleo' }, remindedAt: null, acknowledgedAt: null },
    });
    expect(world.handoff.offer?.digest).not.toBe(digest);
    expect(packageDigest(buildPackage(world.handoff, world.handoffType, world.issue)!, world.context().sha256)).toBe(
      world.handoff.offer?.digest,
    );
    expect(world.refusalOf(world.accept(), { by: 'ana' })).toBe('FORBIDDEN');
    expect(world.does(world.accept(), { by: 'cleo' })).toEqual(['acknowledged', 'accepted']);
  });

  it('the same receiver is no change', () => {
    const world = new HandoffWorld().offered();
    expect(world.does({ ...on(world, 'changeReceiver'), receiver: { kind: 'person', accountId: 'ana' } })).toEqual([]);
  });

  it('not once it is taken, not to the sender, not by somebody without a part in it', () => {
    const world = new HandoffWorld().offered();
    expect(world.refusalOf({ ...on(world, 'changeReceiver'), receiver: { kind: 'person', accountId: 'maya' } })).toBe('SELF_HANDOFF');
    expect(world.refusalOf(toCleo(world), { by: 'eve', actorCanEdit: false })).toBe('FORBIDDEN');
    world.does({ ...on(world, 'ask'), text: 'Which build?' }, { by: 'ana' });
    expect(world.refusalOf(toCleo(world))).toBe('INVALID_STATE');
  });
});

describe('remind', () => {
  it('reminds once per offer, by the sending side', () => {
    const world = new HandoffWorld().offered();
    expect(world.refusalOf(on(world, 'remind'), { by: 'ana' })).toBe('FORBIDDEN');
    expect(world.does(on(world, 'remind'))).toEqual(['reminded']);
    expect(world.refusalOf(on(world, 'remind'), { by: 'ben' })).toBe('ALREADY_REMINDED');
  });

  it('does not remind a pool, nor before the offer', () => {
    const pool = new HandoffWorld(aHandoffType({ receiver: { kind: 'role', roleId: '1', roleName: 'QA' } })).offered();
    expect(pool.refusalOf(on(pool, 'remind'))).toBe('INVALID_STATE');
    const draft = new HandoffWorld().prepared();
    expect(draft.refusalOf(on(draft, 'remind'))).toBe('INVALID_STATE');
  });
});

describe('recordRefusal', () => {
  const refused = (world: HandoffWorld, observed = false) => ({
    ...on(world, 'recordRefusal'),
    missedIds: ['where', 'receiver', 'nope'],
    observed,
  });
  const system = { actor: { kind: 'system' } } as const;

  it('keeps what was missing, at most once a minute', () => {
    const world = new HandoffWorld().prepared();
    expect(world.does(refused(world), system)).toEqual(['item_changed', 'note_changed', 'gate.denied']);
    expect(world.handoff.missedIds).toEqual(['where']);
    expect(world.later(59_999).does(refused(world), system)).toEqual([]);
    expect(world.later(1).does(refused(world, true), system)).toEqual(['gate.would_block']);
  });

  it('is for Baton alone, and for handoffs still open', () => {
    const world = new HandoffWorld().prepared();
    expect(world.refusalOf(refused(world))).toBe('FORBIDDEN');
    const accepted = new HandoffWorld().accepted();
    expect(accepted.refusalOf(refused(accepted), system)).toBe('INVALID_STATE');
  });
});

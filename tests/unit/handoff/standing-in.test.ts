import type { Command } from '../../../src/domain/handoff/command';
import { DAY_MS, HandoffWorld, MINUTE_MS, aHandoffType } from '../../support/handoff-world';

const TYPE = aHandoffType({ options: { accountableId: 'lena' } });
const LENA = { by: 'lena', actorCanEdit: false };
const PRIYA = { by: 'priya', actorCanEdit: false, actorIsProjectAdmin: true };
const POOL = aHandoffType({ receiver: { kind: 'group', groupId: 'qa', groupName: 'QA' }, options: { accountableId: 'lena' } });

const toCleo = (world: HandoffWorld): Command => ({
  type: 'changeReceiver',
  handoffId: world.handoff.handoffId,
  receiver: { kind: 'person', accountId: 'cleo' },
});
const withdraw = (world: HandoffWorld, reason = 'The release is off'): Command => ({
  type: 'withdraw',
  handoffId: world.handoff.handoffId,
  reason,
});
const toBen = (world: HandoffWorld, reason = 'Maya left the company'): Command => ({
  type: 'changeSender',
  handoffId: world.handoff.handoffId,
  sender: 'ben',
  reason,
});
const delegate = (world: HandoffWorld, to = 'cleo'): Command => ({ type: 'delegate', handoffId: world.handoff.handoffId, to });
const taken = (): HandoffWorld => {
  const world = new HandoffWorld(TYPE).offered();
  world.does({ type: 'ask', handoffId: world.handoff.handoffId, text: 'Which build?' }, { by: 'ana' });
  return world.later(MINUTE_MS);
};

describe('reassign (T14)', () => {
  it.each([
    ['the accountable person', LENA],
    ['a project admin', PRIYA],
  ])('T14: %s gives it to somebody else after it was taken: the new one is asked anew', (_who, who) => {
    const world = taken();
    expect(world.does(toCleo(world), who)).toEqual(['receiver_changed', 'offered']);
    expect(world.handoff).toMatchObject({
      state: 'OFFERED',
      attempt: 1,
      offer: { at: world.now, takenBy: null, acknowledgedAt: null, receiver: { accountId: 'cleo' } },
    });
    expect(world.refusalOf(world.accept(), { by: 'ana' })).toBe('FORBIDDEN');
    expect(world.does(world.accept(), { by: 'cleo' })).toEqual(['acknowledged', 'accepted']);
  });

  it('T14: in a draft too, where nobody is asked yet', () => {
    const world = new HandoffWorld(TYPE).prepared();
    expect(world.does(toCleo(world), LENA)).toEqual(['receiver_changed']);
    expect(world.handoff).toMatchObject({ state: 'DRAFT', receiver: { value: { accountId: 'cleo' } } });
  });

  it('E1: the sender may too once whoever took it has left; before that only those who step in', () => {
    const world = taken();
    expect(world.refusalOf(toCleo(world))).toBe('INVALID_STATE');
    expect(world.does(toCleo(world), { receiverIsGone: true })).toEqual(['receiver_changed', 'offered']);
  });

  it('T14: never to the sender, not once it is accepted', () => {
    const world = taken();
    expect(
      world.refusalOf(
        { type: 'changeReceiver', handoffId: world.handoff.handoffId, receiver: { kind: 'person', accountId: 'maya' } },
        LENA,
      ),
    ).toBe('SELF_HANDOFF');
    world.does(world.accept(), { by: 'ana' });
    expect(world.refusalOf(toCleo(world), LENA)).toBe('INVALID_STATE');
  });
});

describe('change sender (T15)', () => {
  it.each([
    ['the accountable person', LENA],
    ['a project admin', PRIYA],
  ])('T15: %s names another sender in every active state, with the reason in the log', (_who, who) => {
    for (const world of [new HandoffWorld(TYPE).prepared(), new HandoffWorld(TYPE).offered(), taken(), new HandoffWorld(TYPE).returned()]) {
      const { state } = world.handoff;
      expect(world.does(toBen(world), who)).toEqual(['sender_changed']);
      expect(world.handoff).toMatchObject({ state, sender: { value: 'ben', by: who.by } });
      expect(world.log.at(-1)).toMatchObject({ type: 'sender_changed', sender: 'ben', reason: 'Maya left the company' });
    }
  });

  it('E3: who it was stays in the log, and the accountable person fills and hands off in the sender’s place', () => {
    const world = new HandoffWorld(TYPE);
    world.does(world.edit({ field: 'item', id: 'where', value: { kind: 'text', text: 'Staging, build 41' }, basedOn: 0 }));
    world.prepared();
    world.does(toBen(world), LENA);
    world.does({ type: 'offer', handoffId: world.handoff.handoffId }, { by: 'lena' });
    expect(world.log.find(({ type }) => type === 'created')).toMatchObject({ sender: 'maya' });
    expect(world.handoff).toMatchObject({ state: 'OFFERED', sender: { value: 'ben' }, offer: { by: 'lena' } });
    expect(world.refusalOf(world.accept(), { by: 'ben' })).toBe('FORBIDDEN');
  });

  it('T15: needs a reason and somebody else than the receiver; the pair itself may not', () => {
    const world = new HandoffWorld(TYPE).offered();
    expect(world.refusalOf(toBen(world, ' '), LENA)).toBe('REASON_REQUIRED');
    expect(world.refusalOf({ type: 'changeSender', handoffId: world.handoff.handoffId, sender: 'ana', reason: 'She knows it' }, LENA)).toBe(
      'SELF_HANDOFF',
    );
    for (const by of ['maya', 'ana', 'eve']) expect(world.refusalOf(toBen(world), { by })).toBe('FORBIDDEN');
    world.does(world.accept(), { by: 'ana' });
    expect(world.refusalOf(toBen(world), LENA)).toBe('INVALID_STATE');
  });
});

describe('withdraw by those who step in (T16)', () => {
  it('T16: once it was taken the accountable person and a project admin may, with a reason; the sender may not', () => {
    for (const who of [LENA, PRIYA]) {
      const world = taken();
      expect(world.refusalOf(withdraw(world))).toBe('INVALID_STATE');
      expect(world.refusalOf(withdraw(world, ''), who)).toBe('REASON_REQUIRED');
      expect(world.does(withdraw(world), who)).toEqual(['cancelled']);
      expect(world.record.ended[0]).toMatchObject({ state: 'CANCELLED', endedBy: who.by, reason: 'The release is off' });
    }
  });

  it('T16: in every other active state without the right to edit; never after acceptance', () => {
    for (const world of [new HandoffWorld(TYPE).prepared(), new HandoffWorld(TYPE).offered(), new HandoffWorld(TYPE).returned()])
      expect(world.does(withdraw(world), LENA)).toContain('cancelled');
    const accepted = new HandoffWorld(TYPE).accepted();
    expect(accepted.refusalOf(withdraw(accepted), PRIYA)).toBe('INVALID_STATE');
  });
});

describe('those who step in', () => {
  it.each([
    ['the accountable person', LENA],
    ['a project admin', PRIYA],
  ])('I6: %s never accepts, returns or rates for somebody', (_who, who) => {
    const world = taken();
    const { handoffId } = world.handoff;
    expect(world.refusalOf(world.accept(), who)).toBe('FORBIDDEN');
    expect(world.refusalOf({ type: 'return', handoffId, reason: 'Not ready', itemIds: [], sectionIds: [] }, who)).toBe('FORBIDDEN');
    world.does(world.accept(), { by: 'ana' });
    expect(world.refusalOf({ type: 'rate', handoffId, value: 5, comment: null }, who)).toBe('FORBIDDEN');
  });

  it('I1 I2: whatever they do, one handoff is active and the sender answers for it until it is accepted', () => {
    const world = taken();
    world.does(toBen(world), LENA);
    world.does(toCleo(world), PRIYA);
    expect(world.record.handoffs).toHaveLength(1);
    expect(world.handoff).toMatchObject({ acceptance: null, sender: { value: 'ben' } });
    expect(world.refusalOf({ type: 'startAgain', typeId: TYPE.typeId, items: {}, note: {}, receiver: null })).toBe('ACTIVE_EXISTS');
    world.does(world.accept(), { by: 'cleo' });
    expect(world.handoff.acceptance).toMatchObject({ by: 'cleo' });
  });
});

describe('passing it on (E25)', () => {
  it('E25: the person asked passes it on, before or after taking it; who that was stays known', () => {
    for (const world of [new HandoffWorld(TYPE).offered(), taken()]) {
      expect(world.does(delegate(world), { by: 'ana' })).toEqual(['receiver_changed', 'offered']);
      expect(world.handoff).toMatchObject({ state: 'OFFERED', offer: { receiver: { accountId: 'cleo' }, delegatedFrom: 'ana' } });
      expect(world.log.at(-2)).toMatchObject({ type: 'receiver_changed', by: 'ana', delegatedFrom: 'ana' });
      expect(world.later(DAY_MS).does(world.accept(), { by: 'cleo' })).toContain('accepted');
    }
  });

  it('E25: not to the sender, not by anybody else, not where nobody answers for the type', () => {
    const world = new HandoffWorld(TYPE).offered();
    expect(world.refusalOf(delegate(world, 'maya'), { by: 'ana' })).toBe('SELF_HANDOFF');
    for (const by of ['maya', 'ben', 'lena']) expect(world.refusalOf(delegate(world), { by })).toBe('FORBIDDEN');
    const off = new HandoffWorld().offered();
    expect(off.refusalOf(delegate(off), { by: 'ana' })).toBe('FORBIDDEN');
  });

  it('E25: asked by the sending side again, nobody passed it on', () => {
    const world = new HandoffWorld(TYPE).offered();
    world.does(delegate(world), { by: 'ana' });
    world.does({ type: 'changeReceiver', handoffId: world.handoff.handoffId, receiver: { kind: 'person', accountId: 'ben' } });
    expect(world.handoff.offer?.delegatedFrom).toBeUndefined();
  });
});

describe('groups', () => {
  const take = (world: HandoffWorld): Command => ({ type: 'take', handoffId: world.handoff.handoffId });

  it('T6: the first member who takes it has it, the second reads who', () => {
    const world = new HandoffWorld(POOL).offered();
    expect(world.does(take(world), { by: 'ana', actorIsCandidate: true })).toEqual(['acknowledged']);
    expect(world.run(take(world), { by: 'cleo', actorIsCandidate: true }).refusal).toEqual({ code: 'ALREADY_CLAIMED', by: 'ana' });
  });

  it('E6: who left the group since it was offered cannot take it; who joined can', () => {
    const world = new HandoffWorld(POOL).offered();
    expect(world.refusalOf(take(world), { by: 'ana', actorIsCandidate: false })).toBe('FORBIDDEN');
    expect(world.does(take(world), { by: 'newcomer', actorIsCandidate: true })).toEqual(['acknowledged']);
  });

  it('T7: who took it gives it back, and it waits for the group again', () => {
    const world = new HandoffWorld(POOL).offered();
    world.does(take(world), { by: 'ana', actorIsCandidate: true });
    const giveBack: Command = { type: 'giveBack', handoffId: world.handoff.handoffId };
    expect(world.refusalOf(giveBack, { by: 'cleo', actorIsCandidate: true })).toBe('FORBIDDEN');
    expect(world.does(giveBack, { by: 'ana' })).toEqual(['unclaimed']);
    expect(world.handoff).toMatchObject({ state: 'OFFERED', offer: { takenBy: null } });
  });
});

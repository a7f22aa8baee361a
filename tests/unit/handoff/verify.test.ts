import type { HandoffType } from '../../../src/domain/type/handoff-type';
import { HandoffWorld, SYSTEM, aHandoffType } from '../../support/handoff-world';

const on = <Type extends string>(world: HandoffWorld, type: Type) => ({ type, handoffId: world.handoff.handoffId });
const pool = (over: Partial<HandoffType> = {}): HandoffWorld =>
  new HandoffWorld(aHandoffType({ receiver: { kind: 'group', groupId: 'qa', groupName: 'QA' }, ...over })).offered();
const member = { by: 'ana', actorIsCandidate: true, actorCanEdit: false };
const ask = (world: HandoffWorld) => ({ ...on(world, 'ask'), text: 'Which build?' });
const back = (world: HandoffWorld, over = {}) => ({
  ...on(world, 'return'),
  reason: 'The build is not there',
  itemIds: [],
  sectionIds: [],
  ...over,
});

describe('take and give back (T6, T7)', () => {
  it('T6, S-116: a member of the pool takes it', () => {
    const world = pool();
    expect(world.does(on(world, 'take'), member)).toEqual(['acknowledged']);
    expect(world.handoff).toMatchObject({ state: 'IN_VERIFICATION', offer: { takenBy: 'ana', acknowledgedAt: world.now } });
    expect(world.does(on(world, 'take'), member)).toEqual([]);
  });

  it('ALREADY_CLAIMED: the second member learns who was first', () => {
    const world = pool();
    world.does(on(world, 'take'), member);
    const second = { by: 'cleo', actorIsCandidate: true };
    for (const command of [on(world, 'take'), ask(world), world.accept(), back(world)]) {
      expect(world.run(command, second).refusal).toEqual({ code: 'ALREADY_CLAIMED', by: 'ana' });
    }
  });

  it('a named receiver has nothing to take', () => {
    const world = new HandoffWorld().offered();
    expect(world.refusalOf(on(world, 'take'), { by: 'ana' })).toBe('INVALID_STATE');
  });

  it('I6: the sender takes nothing, member or not', () => {
    const world = pool();
    expect(world.refusalOf(on(world, 'take'), { by: 'maya', actorIsCandidate: true })).toBe('FORBIDDEN');
  });

  it('E6: membership is asked at the moment of taking', () => {
    const world = pool();
    expect(world.refusalOf(on(world, 'take'), { by: 'ana', actorIsCandidate: false })).toBe('FORBIDDEN');
  });

  it('T7: whoever took it gives it back, and the first reaction stays known', () => {
    const world = pool();
    world.does(on(world, 'take'), member);
    const acknowledgedAt = world.now;
    expect(world.refusalOf(on(world, 'giveBack'), { by: 'cleo', actorIsCandidate: true })).toBe('FORBIDDEN');
    world.later(1000).does(on(world, 'giveBack'), member);
    expect(world.handoff).toMatchObject({ state: 'OFFERED', offer: { takenBy: null, acknowledgedAt } });
    expect(world.does(on(world, 'take'), { by: 'cleo', actorIsCandidate: true })).toEqual(['acknowledged']);
  });

  it('a named receiver has nobody to give it back to', () => {
    const world = new HandoffWorld().offered();
    world.does(ask(world), { by: 'ana' });
    expect(world.refusalOf(on(world, 'giveBack'), { by: 'ana' })).toBe('INVALID_STATE');
  });
});

describe('ask and answer (T8)', () => {
  it('T8, S-020: the first question of a named receiver takes the handoff in the same decision', () => {
    const world = new HandoffWorld().offered();
    expect(world.does(ask(world), { by: 'ana' })).toEqual(['acknowledged', 'question.asked']);
    expect(world.handoff).toMatchObject({ state: 'IN_VERIFICATION', questionsAsked: 1, offer: { takenBy: 'ana' } });
    expect(world.does(ask(world), { by: 'ana' })).toEqual(['question.asked']);
  });

  it('a member of a pool may ask before taking; it counts as the first reaction', () => {
    const world = pool();
    expect(world.does(ask(world), member)).toEqual(['question.asked']);
    expect(world.handoff).toMatchObject({ state: 'OFFERED', offer: { takenBy: null, acknowledgedAt: world.now } });
  });

  it('only the receiving side asks, and never nothing', () => {
    const world = new HandoffWorld().offered();
    for (const by of ['maya', 'eve']) expect(world.refusalOf(ask(world), { by })).toBe('FORBIDDEN');
    expect(world.refusalOf({ ...ask(world), text: ' ' }, { by: 'ana' })).toBe('TEXT_REQUIRED');
    expect(world.handoff.state).toBe('OFFERED');
  });

  it('the sender answers without the right to edit, others with it, the receiving side never', () => {
    const world = new HandoffWorld().offered();
    world.does(ask(world), { by: 'ana' });
    const { questionId } = world.handoff.questions[0]!;
    const answer = { ...on(world, 'answer'), questionId, text: 'Build 41' };
    expect(world.refusalOf(answer, { by: 'ana' })).toBe('FORBIDDEN');
    expect(world.refusalOf(answer, { by: 'eve', actorCanEdit: false })).toBe('FORBIDDEN');
    expect(world.refusalOf({ ...answer, text: '' })).toBe('TEXT_REQUIRED');
    expect(world.refusalOf({ ...answer, questionId: 'nope' })).toBe('NOT_FOUND');
    expect(world.does(answer, { by: 'maya', actorCanEdit: false })).toEqual(['question.answered']);
    expect(world.handoff.questions[0]?.answer).toEqual({ text: 'Build 41', by: 'maya', at: world.now });
    expect(world.refusalOf(answer, { by: 'ben' })).toBe('INVALID_STATE');
  });

  it('an open question does not hold back acceptance and can be answered after it', () => {
    const world = new HandoffWorld().offered();
    world.does(ask(world), { by: 'ana' });
    world.does(world.accept(), { by: 'ana' });
    const { questionId } = world.handoff.questions[0]!;
    expect(world.does({ ...on(world, 'answer'), questionId, text: 'Build 41' })).toEqual(['question.answered']);
  });
});

describe('accept (T11)', () => {
  it('T11: a named receiver accepts in one step; it is acknowledged and theirs', () => {
    const world = new HandoffWorld().offered();
    expect(world.does(world.accept({ nextStep: ' Smoke test ' }), { by: 'ana', actorCanEdit: false })).toEqual([
      'acknowledged',
      'accepted',
    ]);
    expect(world.handoff).toMatchObject({
      state: 'ACCEPTED',
      acceptance: { by: 'ana', at: world.now, nextStep: 'Smoke test', digest: world.handoff.offer?.digest },
    });
  });

  it('S-078, forbidden: OFFERED to ACCEPTED without taking, for a pool', () => {
    const world = pool();
    expect(world.refusalOf(world.accept(), member)).toBe('INVALID_STATE');
    world.does(on(world, 'take'), member);
    expect(world.does(world.accept(), member)).toEqual(['accepted']);
  });

  it('forbidden: acceptance by the sender, by an outsider, by automation, by a timer (S-056)', () => {
    const world = new HandoffWorld().offered();
    expect(world.refusalOf(world.accept(), { by: 'maya' })).toBe('FORBIDDEN');
    expect(world.refusalOf(world.accept(), { by: 'eve', actorIsCandidate: true })).toBe('FORBIDDEN');
    expect(world.refusalOf(world.accept(), { actor: SYSTEM })).toBe('FORBIDDEN');
    expect(world.refusalOf(world.accept(), { actor: { kind: 'automation', accountId: 'ana' } })).toBe('FORBIDDEN');
  });

  it('I5, S-018: STALE_PACKAGE for another digest, also after it was taken back and offered anew', () => {
    const world = new HandoffWorld().offered();
    const read = world.accept();
    world.does({ ...on(world, 'withdraw'), reason: 'Wrong branch' });
    world.offered();
    expect(world.refusalOf({ ...read, handoffId: world.handoff.handoffId } as typeof read, { by: 'ana' })).toBe('STALE_PACKAGE');
  });

  it('S-059: NEXT_STEP_REQUIRED where the type asks for it', () => {
    const world = new HandoffWorld(aHandoffType({ nextStepRequired: true })).offered();
    for (const nextStep of [null, ' ', 'ok']) expect(world.refusalOf(world.accept({ nextStep }), { by: 'ana' })).toBe('NEXT_STEP_REQUIRED');
    expect(world.does(world.accept({ nextStep: 'Smoke test' }), { by: 'ana' })).toEqual(['acknowledged', 'accepted']);
  });

  it('the first of two wins: withdrawn, then accepted, and the other way round', () => {
    const first = new HandoffWorld().offered();
    const accept = first.accept();
    first.does({ ...on(first, 'withdraw'), reason: 'Wrong branch' });
    expect(first.refusalOf(accept, { by: 'ana' })).toBe('INVALID_STATE');
    const second = new HandoffWorld().accepted();
    expect(second.refusalOf({ ...on(second, 'withdraw'), reason: 'Wrong branch' })).toBe('INVALID_STATE');
    expect(second.refusalOf(back(second), { by: 'ana' })).toBe('INVALID_STATE');
  });

  it('I3: a server whose clock is behind does not put acceptance before the offer', () => {
    const world = new HandoffWorld().offered();
    world.does(world.accept(), { by: 'ana', now: '2020-01-01T00:00:00.000Z' });
    expect(world.handoff.acceptance!.at >= world.handoff.offer!.at).toBe(true);
  });
});

describe('return (T12)', () => {
  it('T12: a named receiver returns in one step; the reason and what is missing stay', () => {
    const world = new HandoffWorld().offered();
    expect(world.does(back(world, { itemIds: ['where', 'where'], sectionIds: ['situation'] }), { by: 'ana' })).toEqual([
      'acknowledged',
      'returned',
    ]);
    expect(world.handoff).toMatchObject({
      state: 'RETURNED',
      offer: null,
      missedIds: ['where', 'situation'],
      returns: [{ attempt: 1, by: 'ana', reason: 'The build is not there', itemIds: ['where'], sectionIds: ['situation'] }],
    });
  });

  it('a member of a pool returns it without taking', () => {
    const world = pool();
    expect(world.does(back(world), member)).toEqual(['returned']);
  });

  it('REASON_REQUIRED: needs a reason or something named', () => {
    const world = new HandoffWorld().offered();
    expect(world.refusalOf(back(world, { reason: 'ok' }), { by: 'ana' })).toBe('REASON_REQUIRED');
    expect(world.does(back(world, { reason: '', itemIds: ['where'] }), { by: 'ana' })).toEqual(['acknowledged', 'returned']);
  });

  it('a receiver who moved the work item back need not say why', () => {
    const world = new HandoffWorld().offered();
    expect(world.does(back(world, { reason: '' }), { by: 'ana', path: 'move' })).toEqual(['acknowledged', 'returned']);
  });

  it('T12: whoever moves the work item back returns it, and the event says who that was', () => {
    const bySender = new HandoffWorld().offered();
    expect(bySender.does(back(bySender, { reason: '' }), { by: 'maya', path: 'move' })).toEqual(['returned']);
    expect(bySender.handoff.returns).toMatchObject([{ by: 'maya', reason: '' }]);
    const byNobody = new HandoffWorld().offered();
    expect(byNobody.does(back(byNobody, { reason: '' }), { actor: SYSTEM, path: 'move' })).toEqual(['returned']);
    expect(byNobody.handoff.returns).toMatchObject([{ by: 'ana' }]);
  });

  it('refuses what the type does not know, and everyone but the receiving side', () => {
    const world = new HandoffWorld().offered();
    expect(world.refusalOf(back(world, { itemIds: ['nope'] }), { by: 'ana' })).toBe('UNKNOWN_FIELD');
    for (const by of ['maya', 'eve']) expect(world.refusalOf(back(world), { by })).toBe('FORBIDDEN');
  });
});

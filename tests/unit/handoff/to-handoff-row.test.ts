import { toHandoffRow } from '../../../src/domain/handoff/to-handoff-row';
import { DAY_MS, HandoffWorld, SYSTEM, aHandoffType } from '../../support/handoff-world';

const row = (world: HandoffWorld, previous: Parameters<typeof toHandoffRow>[2] = null) =>
  toHandoffRow(world.record, '10001-dev-qa-1', previous);

describe('toHandoffRow', () => {
  it('a draft waits for no receiver and belongs to no cohort', () => {
    expect(row(new HandoffWorld().prepared())).toMatchObject({
      state: 'DRAFT',
      openIn: '10',
      waitsFor: 'none',
      senderId: 'maya',
      cohortMonth: 'none',
      timerOn: 'none',
      timerAt: '9999',
      facts: { receiverId: 'ana', recommendation: 'Check refunds first', rating: null },
    });
  });

  it('an offer waits for the named receiver, a pool for all of it until one takes it', () => {
    expect(row(new HandoffWorld().offered())).toMatchObject({ waitsFor: 'u:ana', cohortMonth: '2026-03', facts: { receiverId: 'ana' } });
    const pool = new HandoffWorld(aHandoffType({ receiver: { kind: 'group', groupId: 'qa', groupName: 'QA' } })).offered();
    expect(row(pool)).toMatchObject({ waitsFor: 'pool:10', facts: { receiverId: null } });
    pool.does({ type: 'take', handoffId: '10001-dev-qa-1' }, { by: 'cleo', actorIsCandidate: true });
    expect(row(pool)).toMatchObject({ waitsFor: 'u:cleo', facts: { receiverId: 'cleo' } });
  });

  it('what was returned waits for the sender and says what it was returned for', () => {
    const world = new HandoffWorld().returned(['where'], ['situation']);
    expect(row(world)).toMatchObject({
      state: 'RETURNED',
      openIn: '10',
      waitsFor: 'none',
      facts: { returns: [{ itemIds: ['where'] }], missedIds: ['where', 'situation'], lastOfferedAt: world.handoff.lastOfferedAt },
    });
  });

  it('once accepted it waits for the rating, with the timer of its close', () => {
    const world = new HandoffWorld().offered();
    world.does(world.accept(), { by: 'ana' });
    expect(row(world)).toMatchObject({ openIn: 'none', waitsFor: 'rate:ana', timerOn: 'on', timerAt: '2026-03-09T09:07:00.000Z' });
    world.does({ type: 'rate', handoffId: '10001-dev-qa-1', value: 5, comment: null }, { by: 'ana' });
    expect(row(world)).toMatchObject({ waitsFor: 'none', timerOn: 'on', facts: { rating: 5 } });
  });

  it('once ended it waits for nobody and keeps its numbers', () => {
    const world = new HandoffWorld().returned();
    world.does({ type: 'withdraw', handoffId: '10001-dev-qa-1', reason: '' });
    const before = row(new HandoffWorld().returned());
    expect(row(world, before)).toMatchObject({
      state: 'CANCELLED',
      openIn: 'none',
      waitsFor: 'none',
      timerOn: 'none',
      changedAt: world.now,
      facts: { returns: before.facts.returns, missedIds: ['where'], receiverId: null, recommendation: 'Check refunds first' },
    });
  });

  it('closed by the timeout it keeps who accepted', () => {
    const world = new HandoffWorld().accepted().later(8 * DAY_MS);
    const before = row(world);
    world.does({ type: 'close', handoffId: '10001-dev-qa-1', reason: 'timeout' }, { actor: SYSTEM });
    expect(row(world, before)).toMatchObject({
      state: 'CLOSED',
      cohortMonth: '2026-03',
      facts: { receiverId: 'ana', acceptedAt: before.facts.acceptedAt },
    });
  });

  it('cuts the recommendation to its first line and 200 characters, never through a character', () => {
    const world = new HandoffWorld();
    const text = `${'x'.repeat(198)}\u{1F600}${'y'.repeat(50)}\nsecond line`;
    world.does(world.edit({ field: 'section', id: 'recommendation', value: text, basedOn: 0 }));
    expect(row(world).facts.recommendation).toBe(`${'x'.repeat(198)}…`);
  });
});

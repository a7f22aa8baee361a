import { toHandoffRow } from '../../../src/domain/handoff/to-handoff-row';
import { withoutTexts } from '../../../src/domain/handoff/without-texts';
import { DAY_MS, HandoffWorld, SYSTEM, aHandoffType } from '../../support/handoff-world';

const supersede = (world: HandoffWorld) => ({ type: 'supersede' as const, handoffId: world.handoff.handoffId });
const voided = (world: HandoffWorld, reason: 'deleted' | 'enteredInError') => ({
  type: 'void' as const,
  handoffId: world.handoff.handoffId,
  reason,
});
const admin = { by: 'priya', actorIsProjectAdmin: true, actorCanEdit: false };

describe('supersede (T17)', () => {
  it('T17: a waiting one ends and a draft with everything in it begins, in one decision', () => {
    const world = new HandoffWorld().offered();
    const old = world.handoff;
    expect(world.does(supersede(world))).toEqual(['superseded', 'created', 'item_changed', 'note_changed']);
    expect(world.record.ended).toMatchObject([
      { handoffId: old.handoffId, state: 'SUPERSEDED', successorId: '10001-dev-qa-2', endedBy: 'maya' },
    ]);
    expect(world.handoff).toMatchObject({
      handoffId: '10001-dev-qa-2',
      state: 'DRAFT',
      chainStart: old.firstOfferedAt,
      sender: { value: 'maya' },
      receiver: { value: { kind: 'person', accountId: 'ana' } },
    });
    const values = (handoff: typeof old) => Object.fromEntries(Object.entries(handoff.items).map(([id, { value }]) => [id, value]));
    const { issues: _neverPrefilled, ...others } = values(old);
    expect(values(world.handoff)).toEqual(others);
    expect(world.handoff.note['situation']?.value).toBe(old.note['situation']?.value);
    world.does(world.edit({ field: 'item', id: 'issues', value: { kind: 'noneKnown' }, basedOn: 0 }));
    world.later(DAY_MS).does({ type: 'offer', handoffId: world.handoff.handoffId });
    expect(toHandoffRow(world.record, world.handoff.handoffId, null).facts.chainStart).toBe(old.firstOfferedAt);
    world.does(supersede(world));
    expect(world.handoff.chainStart).toBe(old.firstOfferedAt);
  });

  it('T17: high risk stays high risk, and what nobody knows yet stays asked', () => {
    const unknown = { kind: 'unknown', ownerId: 'ben', until: '2026-03-09', note: 'Asked the platform team' } as const;
    const world = new HandoffWorld(aHandoffType({ options: { riskAsked: true, unknownAllowed: true } })).prepared();
    world.does(
      world.edit({ field: 'risk', value: 'high', basedOn: 0 }, { field: 'section', id: 'background', value: unknown, basedOn: 0 }),
    );
    world.does(supersede(world));
    expect(world.handoff.risk?.value).toBe('high');
    expect(world.handoff.note['background']).toMatchObject({ value: null, unknown });
  });

  it('T17: the sender until it is taken, then only who answers for the type; never the receiver, never once accepted', () => {
    const world = new HandoffWorld(aHandoffType({ options: { accountableId: 'lena' } })).offered();
    for (const by of ['ana', 'ben']) expect(world.refusalOf(supersede(world), { by })).toBe('FORBIDDEN');
    expect(world.refusalOf(supersede(world), { actor: SYSTEM })).toBe('FORBIDDEN');
    world.does({ type: 'ask', handoffId: world.handoff.handoffId, text: 'Which build?' }, { by: 'ana' });
    expect(world.refusalOf(supersede(world))).toBe('INVALID_STATE');
    expect(world.does(supersede(world), { by: 'lena' })[0]).toBe('superseded');
    const accepted = new HandoffWorld(aHandoffType({ options: { accountableId: 'lena' } })).accepted();
    for (const by of ['maya', 'lena']) expect(accepted.refusalOf(supersede(accepted), { by })).toBe('INVALID_STATE');
  });
});

describe('void (T21)', () => {
  it('T21, E17: on deletion every state ends voided; what is counted stays, what was written goes', () => {
    const worlds = [
      new HandoffWorld().prepared(),
      new HandoffWorld().offered(),
      new HandoffWorld().returned(),
      new HandoffWorld().accepted(),
    ];
    for (const world of worlds) {
      const { handoffId, firstOfferedAt } = world.handoff;
      const before = toHandoffRow(world.record, handoffId, null);
      expect(world.does(voided(world, 'deleted'), { actor: SYSTEM })).toEqual(['voided']);
      expect(world.record.ended).toMatchObject([{ state: 'VOIDED', firstOfferedAt, endedBy: null, reason: 'deleted' }]);
      const after = toHandoffRow(world.record, handoffId, before);
      expect(after).toMatchObject({ state: 'VOIDED', openIn: 'none', waitsFor: 'none', cohortMonth: before.cohortMonth });
      expect(after.facts).toMatchObject({ returns: before.facts.returns, missedIds: before.facts.missedIds, recommendation: '' });
    }
  });

  it('T21: a rating stays as a number, and earlier endings lose their words too', () => {
    const world = new HandoffWorld().offered();
    world.does({ type: 'withdraw', handoffId: world.handoff.handoffId, reason: 'Wrong branch' });
    world.offered().does(world.accept(), { by: 'ana' });
    world.does({ type: 'rate', handoffId: world.handoff.handoffId, value: 2, comment: 'No test data' }, { by: 'ana' });
    world.does(voided(world, 'deleted'), { actor: SYSTEM });
    expect(world.record.ended[0]).toMatchObject({ rating: { value: 2, comment: null } });
    const erased = withoutTexts(world.record);
    expect(JSON.stringify(erased)).not.toContain('Wrong branch');
    expect(erased.ended).toHaveLength(2);
  });

  it('T21: a project admin voids what was entered in error within a day, not once it is rated', () => {
    const world = new HandoffWorld().offered();
    expect(world.refusalOf(voided(world, 'enteredInError'))).toBe('FORBIDDEN');
    expect(world.refusalOf(voided(world, 'deleted'), admin)).toBe('FORBIDDEN');
    expect(world.does(voided(world, 'enteredInError'), admin)).toEqual(['voided']);
    expect(world.log.at(-1)).toMatchObject({ type: 'voided', by: 'priya', endReason: 'enteredInError' });

    const late = new HandoffWorld().offered().later(DAY_MS);
    expect(late.refusalOf(voided(late, 'enteredInError'), admin)).toBe('WINDOW_CLOSED');
    const rated = new HandoffWorld().accepted();
    rated.does({ type: 'rate', handoffId: rated.handoff.handoffId, value: 4, comment: null }, { by: 'ana' });
    expect(rated.refusalOf(voided(rated, 'enteredInError'), admin)).toBe('INVALID_STATE');
  });
});

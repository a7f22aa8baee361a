import { decideGate } from '../../../src/domain/gate/decide-gate';
import { toGateRoutes } from '../../../src/domain/gate/to-gate-routes';
import { toGateView } from '../../../src/domain/gate/to-gate-view';
import type { Command } from '../../../src/domain/handoff/command';
import { toHandoffRow } from '../../../src/domain/handoff/to-handoff-row';
import { findWaiver } from '../../../src/domain/handoff/waiver';
import { DAY_MS, HandoffWorld, MINUTE_MS, SYSTEM, aHandoffType } from '../../support/handoff-world';

const TYPE = aHandoffType({ options: { accountableId: 'lena', waiversAllowed: true } });
const LENA = { by: 'lena', actorCanEdit: false };
const waive = (reason = 'The shop is down'): Command => ({ type: 'waive', typeId: TYPE.typeId, reason, kinds: ['left'] });
const offer = (world: HandoffWorld): Command => ({ type: 'offer', handoffId: world.handoff.handoffId });
const begun = (type = TYPE): HandoffWorld => {
  const world = new HandoffWorld(type);
  world.does(world.edit({ field: 'item', id: 'where', value: { kind: 'text', text: 'Staging, build 41' }, basedOn: 0 }));
  return world.later(MINUTE_MS);
};

/** What the gate says to a move along the route now. */
function gateSays(world: HandoffWorld, now = world.now): string {
  const type = world.handoffType;
  const seen = { projectId: '10', issueTypeId: '1', status: { id: '10', enteredAt: '2026-03-01T09:00:00.000Z' } };
  const config = {
    schema: 1,
    on: true,
    types: [{ current: type, switches: { active: true, gatePaused: false } }],
    chain: { seq: 0, hash: '' },
  } as const;
  const verdict = decideGate({
    now,
    transition: { fromStatusId: '10', toStatusId: '20' },
    rule: { schema: 1, requires: type.opensAt === 'acceptance' ? 'accepted' : 'prepared', mode: 'enforce', onFault: 'block' },
    licenceActive: undefined,
    routes: toGateRoutes(config, '10'),
    view: toGateView(world.record, seen, () => type),
    issue: null,
    lookedUp: [],
  });
  return verdict.kind === 'allow' ? verdict.reason : verdict.kind === 'deny' ? verdict.denial.code : 'needs';
}

describe('waive (T24)', () => {
  it('T24: the gate stops the move until the accountable person lets it pass, and for 24 hours', () => {
    const world = begun();
    expect(gateSays(world)).toBe('INCOMPLETE');
    expect(world.does(waive(), LENA)).toEqual(['item_changed', 'waiver.granted']);
    expect(gateSays(world)).toBe('waived');
    const until = world.handoff.waivers?.at(-1)?.expiresAt ?? '';
    expect(Date.parse(until) - Date.parse(world.now)).toBe(DAY_MS);
    expect(gateSays(world, until)).toBe('INCOMPLETE');
  });

  it('T24: whom the rule of the type names to receive it is one of the pair', () => {
    const world = begun({ ...TYPE, receiver: { kind: 'person', accountId: 'lena' } });
    expect(world.refusalOf(waive(), LENA)).toBe('FORBIDDEN');
  });

  it('T24: one move uses it; the receiver sees what was left, and it is counted with the row', () => {
    const world = begun();
    world.does(waive(), LENA);
    expect(world.does(offer(world), { path: 'move', actor: SYSTEM })).toEqual(['waiver.used', 'offered']);
    expect(world.handoff).toMatchObject({
      state: 'OFFERED',
      offer: { waived: ['pr', 'how', 'issues', 'situation', 'recommendation'] },
      waivers: [{ by: 'lena', reason: 'The shop is down', usedAt: world.now }],
    });
    expect(findWaiver(world.handoff, 'left', world.now)).toBeNull();
    world.later(MINUTE_MS).does(world.accept(), { by: 'ana' });
    expect(toHandoffRow(world.record, world.handoff.handoffId, null).facts.waivers).toBe(1);
  });

  it('T24: after a return the used one lets nothing pass again', () => {
    const world = begun();
    world.does(waive(), LENA);
    world.does(offer(world));
    world.does(
      { type: 'return', handoffId: world.handoff.handoffId, reason: 'I need the link', itemIds: ['pr'], sectionIds: [] },
      { by: 'ana' },
    );
    expect(gateSays(world)).toBe('INCOMPLETE');
    expect(world.refusalOf(offer(world))).toBe('INVALID_STATE');
    world.does(waive(), LENA);
    expect(gateSays(world)).toBe('waived');
    expect(world.does(offer(world))).toEqual(['revised', 'waiver.used', 'offered']);
    expect(world.handoff.attempt).toBe(2);
  });

  it('T24: run out unused it is logged as such, and the move is kept as one while something was left', () => {
    const world = begun();
    world.does(waive(), LENA);
    world.later(DAY_MS);
    expect(world.refusalOf(offer(world))).toBe('NOT_READY');
    expect(world.does(waive(), LENA)).toEqual(['waiver.expired', 'waiver.granted']);
    world.later(DAY_MS);
    expect(world.does(offer(world), { path: 'move', actor: SYSTEM })).toEqual(['waiver.expired', 'moved_incomplete']);
  });

  it('T24: not without a reason, not twice while one counts, not where it is off', () => {
    const world = begun();
    expect(world.refusalOf(waive(' ok '), LENA)).toBe('REASON_REQUIRED');
    world.does(waive(), LENA);
    expect(world.refusalOf(waive(), LENA)).toBe('INVALID_STATE');
    expect(begun(aHandoffType({ options: { accountableId: 'lena' } })).refusalOf(waive(), LENA)).toBe('FORBIDDEN');
  });

  it('T24: never by sender, receiver or anybody else; a project admin only where nobody is accountable', () => {
    const world = begun();
    for (const by of ['maya', 'ana', 'ben']) expect(world.refusalOf(waive(), { by })).toBe('FORBIDDEN');
    expect(world.refusalOf(waive(), { by: 'priya', actorIsProjectAdmin: true })).toBe('FORBIDDEN');
    const pair = begun(aHandoffType({ options: { accountableId: 'maya', waiversAllowed: true } }));
    expect(pair.refusalOf(waive(), { by: 'maya' })).toBe('FORBIDDEN');
    const vacant = begun(aHandoffType({ options: { waiversAllowed: true } }));
    expect(vacant.refusalOf(waive(), { by: 'priya' })).toBe('FORBIDDEN');
    expect(vacant.does(waive(), { by: 'priya', actorIsProjectAdmin: true })).toContain('waiver.granted');
  });

  it('T24: a member of the group the type names may, with or without an accountable person, and nobody by it who is no member', () => {
    const waiverGroup = { groupId: 'leads', groupName: 'Leads' };
    for (const accountableId of ['lena', null]) {
      const world = begun(aHandoffType({ options: { accountableId, waiversAllowed: true, waiverGroup } }));
      expect(world.refusalOf(waive(), { by: 'olu', actorIsInWaiverGroup: false })).toBe('FORBIDDEN');
      expect(world.refusalOf(waive(), { by: 'maya', actorIsInWaiverGroup: true })).toBe('FORBIDDEN');
      expect(world.does(waive(), { by: 'olu', actorIsInWaiverGroup: true, actorCanEdit: false })).toContain('waiver.granted');
      expect(world.handoff.waivers?.at(-1)?.by).toBe('olu');
    }
    const off = begun(aHandoffType({ options: { accountableId: 'lena', waiverGroup } }));
    expect(off.refusalOf(waive(), { by: 'olu', actorIsInWaiverGroup: true })).toBe('FORBIDDEN');
    expect(begun().refusalOf(waive(), { by: 'olu', actorIsInWaiverGroup: true })).toBe('FORBIDDEN');
  });

  it('T24: where nothing was prepared the draft begins with it, so that the move stands in a log', () => {
    const world = new HandoffWorld(TYPE);
    expect(world.does(waive(), { by: 'lena' })).toEqual(['created', 'waiver.granted']);
    expect(world.handoff).toMatchObject({ state: 'DRAFT', sender: { value: 'maya' }, createdBy: 'lena' });
    expect(gateSays(world)).toBe('waived');
    expect(new HandoffWorld(TYPE).refusalOf(waive(), LENA)).toBe('FORBIDDEN');
  });

  it('T24: without a receiver nobody can be asked: the move passes and the record says what was left', () => {
    const world = new HandoffWorld(TYPE);
    world.does(waive(), { by: 'lena', defaultReceiver: null });
    expect(world.refusalOf(offer(world))).toBe('NOT_READY');
    expect(world.does(offer(world), { path: 'move', actor: SYSTEM })).toEqual(['waiver.used', 'moved_incomplete']);
  });

  it('T24: of a type that opens at acceptance the route opens before it is accepted', () => {
    const world = new HandoffWorld(
      aHandoffType({ opensAt: 'acceptance', options: { accountableId: 'lena', waiversAllowed: true } }),
    ).offered();
    expect(gateSays(world)).toBe('NOT_ACCEPTED');
    world.does(waive(), LENA);
    expect(gateSays(world)).toBe('waived');
  });

  it('complete all the same, the move uses nothing up', () => {
    const world = begun();
    world.does(waive(), LENA);
    const rest = world.edit(
      { field: 'item', id: 'pr', value: { kind: 'link', url: 'https://git.example/7' }, basedOn: 0 },
      { field: 'item', id: 'how', value: { kind: 'text', text: 'Pay with a gift card' }, basedOn: 0 },
      { field: 'item', id: 'issues', value: { kind: 'noneKnown' }, basedOn: 0 },
      { field: 'section', id: 'situation', value: 'Gift cards pass now', basedOn: 0 },
      { field: 'section', id: 'recommendation', value: 'Check refunds first', basedOn: 0 },
    );
    world.does(rest);
    expect(gateSays(world)).toBe('prepared');
    expect(world.does(offer(world))).not.toContain('waiver.used');
    expect(world.handoff.offer?.waived).toBeUndefined();
  });
});

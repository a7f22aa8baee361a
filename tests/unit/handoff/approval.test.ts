import { buildPackage } from '../../../src/domain/handoff/build-package';
import type { Command } from '../../../src/domain/handoff/command';
import { whatIsLeft } from '../../../src/domain/handoff/what-is-left';
import { aHandoffType, anItem, HandoffWorld, someIssueFacts } from '../../support/handoff-world';

const signedBy = (approverId: string | null): HandoffWorld =>
  new HandoffWorld(
    aHandoffType({ items: [...aHandoffType().items, anItem('signed', { title: 'Security review', kind: 'approval', approverId })] }),
  );

const approve = (world: HandoffWorld, approved = true): Command => ({
  type: 'approve',
  handoffId: world.handoff.handoffId,
  itemId: 'signed',
  approved,
});

const left = (world: HandoffWorld): string[] => whatIsLeft(world.handoff, world.handoffType, world.issue).map(({ id }) => id);

const setSender = (world: HandoffWorld, value: string): Command =>
  world.edit({ field: 'sender', value, basedOn: world.handoff.sender.version });

describe('an item of kind approval (S-049)', () => {
  it('is approved by the named person, without a right to edit, and stamped with id and time', () => {
    const world = signedBy('cleo').prepared();
    expect(left(world)).toEqual(['signed']);
    expect(world.does(approve(world), { by: 'cleo', actorCanEdit: false })).toContain('item_changed');
    expect(world.handoff.items['signed']).toEqual({ value: { kind: 'approval' }, by: 'cleo', at: world.now, version: 1 });
    expect(world.log.at(-1)).toMatchObject({
      type: 'item_changed',
      actor: { kind: 'user', accountId: 'cleo' },
      changes: [{ id: 'signed', by: 'cleo', savedAt: world.now }],
    });
    expect(left(world)).toEqual([]);
    const item = buildPackage(world.handoff, world.handoffType, world.issue)?.items.find(({ itemId }) => itemId === 'signed');
    expect(item).toMatchObject({ answer: { kind: 'approval' }, by: 'cleo' });
  });

  it.each(['maya', 'ben', 'ana'])('is given by nobody else, not by the sender: %s', (by) => {
    const world = signedBy('cleo').prepared();
    expect(world.refusalOf(approve(world), { by })).toBe('FORBIDDEN');
    expect(left(world)).toEqual(['signed']);
  });

  it('cannot be entered as an answer, marked not applicable or cleared by whoever may edit', () => {
    const world = signedBy('cleo').prepared();
    const enter = (value: Parameters<typeof enterValue>[1]): string | null => world.refusalOf(enterValue(world, value));
    expect(enter({ kind: 'approval' })).toBe('FORBIDDEN');
    expect(enter({ kind: 'notApplicable', reason: 'Nothing to review here' })).toBe('FORBIDDEN');
    world.does(approve(world), { by: 'cleo' });
    expect(enter(null)).toBe('FORBIDDEN');
    expect(left(world)).toEqual([]);
  });

  it('where nobody is named is given by anybody but the sender, and taken back by who gave it alone', () => {
    const world = signedBy(null).prepared();
    expect(world.refusalOf(approve(world), { by: 'maya' })).toBe('FORBIDDEN');
    world.does(approve(world), { by: 'ben' });
    expect(world.refusalOf(approve(world, false), { by: 'cleo' })).toBe('FORBIDDEN');
    expect(world.does(approve(world), { by: 'cleo' })).toEqual([]);
    expect(world.handoff.items['signed']?.by).toBe('ben');
    world.does(approve(world, false), { by: 'ben' });
    expect(left(world)).toEqual(['signed']);
  });

  it('counts no longer once the approver is the sender', () => {
    const world = signedBy(null).prepared();
    world.does(approve(world), { by: 'ben' });
    world.does(setSender(world, 'ben'));
    expect(left(world)).toEqual(['signed']);
    expect(world.refusalOf({ type: 'offer', handoffId: world.handoff.handoffId })).toBe('NOT_READY');
    world.does(approve(world), { by: 'maya' });
    expect(world.handoff.items['signed']).toMatchObject({ by: 'maya', version: 2 });
    expect(left(world)).toEqual([]);
  });

  it('named in a return is given anew, which begins the revision', () => {
    const world = signedBy('cleo').prepared();
    world.does(approve(world), { by: 'cleo' });
    world.does({ type: 'offer', handoffId: world.handoff.handoffId });
    expect(world.refusalOf(approve(world, false), { by: 'cleo' })).toBe('INVALID_STATE');
    world.does(
      { type: 'return', handoffId: world.handoff.handoffId, reason: 'An old version was reviewed', itemIds: ['signed'], sectionIds: [] },
      { by: 'ana' },
    );
    expect(left(world)).toEqual(['signed']);
    expect(world.does(approve(world), { by: 'cleo', actorCanEdit: false })).toEqual(['revised', 'item_changed']);
    expect(left(world)).toEqual([]);
  });

  it('is not copied when a withdrawn handoff is started again, as None known is not (S-121)', () => {
    const world = signedBy('cleo').prepared();
    world.does({ type: 'withdraw', handoffId: world.handoff.handoffId, reason: 'Not now' });
    world.does({
      type: 'startAgain',
      typeId: 'dev-qa',
      items: { signed: { kind: 'approval' }, issues: { kind: 'noneKnown' }, where: { kind: 'text', text: 'Staging' } },
      note: {},
      receiver: null,
    });
    expect(Object.keys(world.handoff.items)).toEqual(['where']);
  });

  it('is unknown where the type has no such item', () => {
    const world = new HandoffWorld(aHandoffType(), someIssueFacts()).prepared();
    expect(world.refusalOf({ type: 'approve', handoffId: world.handoff.handoffId, itemId: 'where', approved: true }, { by: 'ben' })).toBe(
      'UNKNOWN_FIELD',
    );
  });
});

function enterValue(world: HandoffWorld, value: { kind: 'approval' } | { kind: 'notApplicable'; reason: string } | null): Command {
  return world.edit({ field: 'item', id: 'signed', value, basedOn: world.handoff.items['signed']?.version ?? 0 });
}

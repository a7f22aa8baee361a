import type { AttachmentMark, ItemAnswer } from '../../../src/domain/handoff/handoff';
import { whatIsLeft } from '../../../src/domain/handoff/what-is-left';
import { aHandoffType, anItem, HandoffWorld, someIssueFacts } from '../../support/handoff-world';

const LOG: AttachmentMark = { id: '500', sizeBytes: 2_048 };
const SHOT: AttachmentMark = { id: '501', sizeBytes: 9_000 };
const type = aHandoffType({ items: [...aHandoffType().items, anItem('files', { title: 'Logs', kind: 'attachment', confirmsAll: true })] });

const confirming = (attachments: readonly AttachmentMark[]): HandoffWorld =>
  new HandoffWorld(type, someIssueFacts({ attachments })).prepared();

const left = (world: HandoffWorld, attachments: readonly AttachmentMark[]): string[] =>
  whatIsLeft(world.handoff, type, someIssueFacts({ attachments })).map(({ id }) => id);

const answer = (world: HandoffWorld, value: ItemAnswer): string | null =>
  world.refusalOf(world.edit({ field: 'item', id: 'files', value, basedOn: world.handoff.items['files']?.version ?? 0 }));

describe('confirming that everything is attached (S-062)', () => {
  it('asks for an explicit tick, however many files there are', () => {
    expect(left(confirming([LOG, SHOT]), [LOG, SHOT])).toEqual(['files']);
  });

  it('keeps ids and sizes as Jira has them, whatever the writer claims', () => {
    const world = confirming([LOG, SHOT]);
    expect(answer(world, { kind: 'attached', attachments: [] })).toBeNull();
    expect(world.handoff.items['files']?.value).toEqual({ kind: 'attached', attachments: [LOG, SHOT] });
    expect(left(world, [LOG, SHOT])).toEqual([]);
  });

  it('holds when a file is added, and not when one is deleted', () => {
    const world = confirming([LOG]);
    answer(world, { kind: 'attached', attachments: [] });
    expect(left(world, [LOG, SHOT])).toEqual([]);
    expect(left(world, [SHOT])).toEqual(['files']);
    expect(left(world, [])).toEqual(['files']);
  });

  it('E35: does not hold when a file is replaced by one of the same name, which has another id or size', () => {
    const world = confirming([LOG]);
    answer(world, { kind: 'attached', attachments: [] });
    expect(left(world, [{ ...LOG, id: '502' }])).toEqual(['files']);
    expect(left(world, [{ ...LOG, sizeBytes: 2_049 }])).toEqual(['files']);
    expect(world.refusalOf({ type: 'offer', handoffId: world.handoff.handoffId }, { issue: someIssueFacts({ attachments: [] }) })).toBe(
      'NOT_READY',
    );
  });

  it('cannot be ticked without a file; that none is needed is a choice of its own', () => {
    const world = confirming([]);
    expect(answer(world, { kind: 'attached', attachments: [LOG] })).toBe('INVALID_VALUE');
    expect(answer(world, { kind: 'noneNeeded' })).toBeNull();
    expect(left(world, [])).toEqual([]);
  });

  it('is asked only of an item that says so', () => {
    const world = new HandoffWorld(aHandoffType(), someIssueFacts({ attachments: [LOG] })).prepared();
    expect(world.refusalOf(world.edit({ field: 'item', id: 'screens', value: { kind: 'noneNeeded' }, basedOn: 0 }))).toBe('INVALID_VALUE');
  });
});

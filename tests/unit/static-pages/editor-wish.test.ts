import { grantWish } from '../../../static/settings/editor-wish';
import { MAX_ITEMS } from '../../../static/settings/type-draft';
import { aHandoffType, anItem } from '../../support/handoff-world';

const { typeId, version: _version, ...draft } = aHandoffType({ items: [anItem('link')] });

describe('what the playbook section asks of a type’s editor', () => {
  it('S-032: an input becomes one more item, an optional attachment', () => {
    const { items } = grantWish(draft, { kind: 'item', typeId, text: 'Test data' }, () => 'new-item');
    expect(items).toEqual([
      ...draft.items,
      expect.objectContaining({ itemId: 'new-item', title: 'Test data', kind: 'attachment', required: false }),
    ]);
  });

  it('S-032: an output becomes what the receiver reads back to', () => {
    expect(grantWish(draft, { kind: 'readback', typeId, text: 'A test report' }, () => '').options?.readbackPrompt).toBe('A test report');
  });

  it('a checklist that is full stays as it is', () => {
    const full = { ...draft, items: Array.from({ length: MAX_ITEMS }, (_, index) => anItem(`i${String(index)}`)) };
    expect(grantWish(full, { kind: 'item', typeId, text: 'One more' }, () => 'x')).toBe(full);
  });
});

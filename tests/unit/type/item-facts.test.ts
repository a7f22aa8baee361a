import { checkDraft, normaliseDraft } from '../../../src/domain/type/check-draft';
import type { ChecklistItem } from '../../../src/domain/type/handoff-type';
import { isReviewDue } from '../../../src/domain/type/items-to-review';
import { devToQa } from '../../../src/domain/type/starters/dev-to-qa';
import { toFirstDraft } from '../../../src/domain/type/starters/starter';
import { anItem } from '../../support/handoff-world';

const draft = toFirstDraft(devToQa, { fromStatusIds: ['dev'], toStatusId: 'qa' });
const withItem = (item: Partial<ChecklistItem>) => ({ ...draft, items: [anItem('i1', item)] });

describe('who provides an item, why and until when', () => {
  it('is stored trimmed, and not at all where nobody said it', () => {
    const said = { owner: 'Build team', reason: 'Asked too often', expiresOn: '2027-01-31' };
    expect(normaliseDraft(withItem({ owner: ' Build team ', reason: 'Asked too often ', expiresOn: '2027-01-31' })).items).toEqual([
      { ...anItem('i1'), ...said },
    ]);
    expect(normaliseDraft(withItem({ owner: ' ', reason: '' })).items).toEqual([anItem('i1')]);
  });

  it('names a day the calendar has', () => {
    expect(checkDraft(withItem({ expiresOn: '2027-02-30' }))).toEqual({ code: 'DAY_UNKNOWN', path: 'items.0.expiresOn' });
    expect(checkDraft(withItem({ expiresOn: '2028-02-29' }))).toBeNull();
  });

  it('waits for a look from the day after', () => {
    const item = { expiresOn: '2027-01-31' };
    expect(['2027-01-30', '2027-01-31', '2027-02-01'].map((today) => isReviewDue(item, today))).toEqual([false, false, true]);
    expect(isReviewDue({}, '2027-02-01')).toBe(false);
  });
});

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

describe('options and times of an item', () => {
  const a = { id: 'a', name: 'Fragile' };
  const b = { id: 'b', name: 'Cold' };

  it('are stored only for the kind that has them', () => {
    const all = { choices: [a, { ...b, name: ' Cold ' }, { id: 'c', name: ' ' }], several: true, window: true, mustBeAhead: true } as const;
    expect(normaliseDraft(withItem(all)).items).toEqual([anItem('i1')]);
    expect(normaliseDraft(withItem({ ...all, kind: 'when' })).items).toEqual([
      anItem('i1', { kind: 'when', window: true, mustBeAhead: true }),
    ]);
    expect(normaliseDraft(withItem({ ...all, kind: 'choice' })).items).toEqual([
      anItem('i1', { kind: 'choice', choices: [a, b], several: true }),
    ]);
  });

  it('are two or more that can be told apart', () => {
    const problem = (choices: ChecklistItem['choices'] = []) => checkDraft(withItem({ kind: 'choice', choices }));
    expect(problem()).toEqual({ code: 'CHOICES_MISSING', path: 'items.0.choices' });
    expect(problem([a])).toEqual({ code: 'CHOICES_MISSING', path: 'items.0.choices' });
    expect(problem([a, { ...b, id: 'a' }])).toEqual({ code: 'DUPLICATE_ID', path: 'items.0.choices.1.id' });
    expect(problem([a, { ...b, name: 'FRAGILE' }])).toEqual({ code: 'DUPLICATE_TITLE', path: 'items.0.choices.1.name' });
    expect(problem([a, b])).toBeNull();
  });
});

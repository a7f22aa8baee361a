import { devToQa } from '../../../src/domain/type/starters/dev-to-qa';
import { toFirstDraft } from '../../../src/domain/type/starters/starter';
import { blankDraft, blankItem, changeItem, draftOf, dropIndex, moved, sameDraft } from '../../../static/settings/type-draft';
import { storyType } from '../../support/page-stories/settings-stories';

const draft = toFirstDraft(devToQa, { fromStatusIds: ['3'], toStatusId: '4' });

describe('editing a handoff', () => {
  it('moves an entry to its new place and leaves the others in order', () => {
    expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd']);
    expect(moved(['a', 'b', 'c', 'd'], 3, 0)).toEqual(['d', 'a', 'b', 'c']);
  });

  it('changes nothing when there is no such place', () => {
    const list = ['a', 'b'];
    expect([moved(list, 0, -1), moved(list, 1, 2), moved(list, 5, 0)]).toEqual([list, list, list]);
  });

  it.each([
    ['a', 'c', 'top', ['b', 'a', 'c', 'd']],
    ['a', 'c', 'bottom', ['b', 'c', 'a', 'd']],
    ['d', 'b', 'top', ['a', 'd', 'b', 'c']],
    ['d', 'b', 'bottom', ['a', 'b', 'd', 'c']],
    ['b', 'a', 'bottom', ['a', 'b', 'c', 'd']],
  ] as const)('drops %s on %s, %s edge, where the line was shown', (dragged, onto, edge, expected) => {
    const list = ['a', 'b', 'c', 'd'];
    const from = list.indexOf(dragged);
    expect(moved(list, from, dropIndex(from, list.indexOf(onto), edge))).toEqual(expected);
  });

  it('takes back what an item of another kind cannot have', () => {
    const text = { ...blankItem('i'), kind: 'text', allowNoneKnown: true, allowInDescription: true } as const;
    expect(changeItem(text, { kind: 'tick' })).toMatchObject({ allowNoneKnown: false, allowInDescription: false });
    expect(changeItem({ ...text, kind: 'field', fieldId: 'customfield_1' }, { kind: 'link' })).toMatchObject({ fieldId: null });
  });

  it('is unsaved only when it would be published as something else', () => {
    expect(sameDraft(draft, draftOf(storyType))).toBe(true);
    expect(sameDraft(draft, { ...draft, name: ` ${draft.name} ` })).toBe(true);
    expect(sameDraft(draft, { ...draft, items: moved(draft.items, 0, 1) })).toBe(false);
  });

  it('starts a new one with one blank item and the two parts people read first', () => {
    const blank = blankDraft({ situation: 'Situation', recommendation: 'Recommendation' }, () => 'new-id');
    expect(blank.items).toEqual([blankItem('new-id')]);
    expect(blank.notePrompts.map(({ sectionId, required }) => [sectionId, required])).toEqual([
      ['situation', true],
      ['recommendation', true],
    ]);
  });
});

import { checkDraft } from '../../../src/domain/type/check-draft';
import { NOTE_PRESETS, presetOf, withPreset } from '../../../src/domain/type/note-presets';
import { devToQa } from '../../../src/domain/type/starters/dev-to-qa';
import { toDraft } from '../../../src/domain/type/starters/starter';

const draft = toDraft(devToQa, { fromStatusIds: ['10'], toStatusId: '20' });

describe('note presets', () => {
  it.each(NOTE_PRESETS.map(({ presetId }) => presetId))('%s can be published with the starter, and asks two parts at first', (presetId) => {
    const notePrompts = withPreset([], presetId);
    expect(checkDraft({ ...draft, notePrompts })).toBeNull();
    expect(notePrompts.filter(({ required }) => required)).toHaveLength(2);
    expect(notePrompts.every(({ title, hint }) => title.length <= 60 && hint.length > 0 && hint.length <= 200)).toBe(true);
    expect(presetOf(notePrompts)).toBe(presetId);
  });

  it('S-038 S-040: the five Ws are five parts', () => {
    expect(withPreset([], 'fiveWs').map(({ title }) => title)).toEqual(['Who', 'What', 'When', 'Where', 'Why']);
  });

  it('S-046: a list stays the preset it came from while only its words change, and is the own one once a part is added', () => {
    const adapted = draft.notePrompts.map((prompt) => ({ ...prompt, title: `${prompt.title} here`, required: false }));
    expect(presetOf(adapted)).toBe('sbar');
    expect(presetOf([...adapted, { sectionId: 'cold-chain', title: 'Cold chain', hint: '', required: true }])).toBeNull();
    expect(presetOf([])).toBeNull();
  });

  it('keeps the words and the required parts the admin chose where a part is there already', () => {
    const own = draft.notePrompts.map((prompt) => ({ ...prompt, title: `Own ${prompt.title}`, required: true }));
    expect(withPreset(own, 'sbar')).toEqual(own);
  });
});

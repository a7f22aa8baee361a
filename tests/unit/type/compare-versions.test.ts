import { compareVersions, type Difference } from '../../../src/domain/type/compare-versions';
import { inSameOrder } from '../../../src/domain/type/in-same-order';
import type { TypeDraft } from '../../../src/domain/type/handoff-type';
import { devToQa } from '../../../src/domain/type/starters/dev-to-qa';
import { toFirstDraft } from '../../../src/domain/type/starters/starter';
import { NO_OPTIONS } from '../../../src/domain/type/type-options';
import { anItem } from '../../support/handoff-world';

const draft = toFirstDraft(devToQa, { fromStatusIds: ['dev'], toStatusId: 'qa' });
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => anItem(id)) as [never, never, never, never];
const withItems = (...items: TypeDraft['items']): TypeDraft => ({ ...draft, items });
const inWords = (differences: readonly Difference[]): readonly string[] =>
  differences.map(({ part, title, aspect, before, after }) =>
    [part, title, aspect, ...(aspect === 'presence' ? [before === null ? 'added' : 'removed'] : [before, after])].join(' '),
  );

describe('what differs between two versions', () => {
  it('S-003: is nothing where both mean the same', () => {
    expect(compareVersions(draft, structuredClone(draft))).toEqual([]);
    expect(compareVersions(draft, { ...draft, team: ' QA ', options: { ...NO_OPTIONS } })).toEqual([]);
  });

  it('names what was added, removed and changed by its id, whatever it is called', () => {
    const renamed = anItem('b', { title: 'Renamed', required: false, reason: 'Asked too often' });
    expect(inWords(compareVersions(withItems(a, b, c), withItems(a, renamed, d)))).toEqual([
      'item Renamed title Title of b Renamed',
      'item Renamed required true false',
      'item Renamed reason  Asked too often',
      'item Title of d presence added',
      'item Title of c presence removed',
    ]);
  });

  it('names the one that moved, not those it passed', () => {
    expect(inWords(compareVersions(withItems(a, b, c, d), withItems(d, a, b, c)))).toEqual(['item Title of d place 4 1']);
    expect(inWords(compareVersions(withItems(a, b, c, d), withItems(b, c, a, d)))).toEqual(['item Title of a place 1 3']);
    expect(compareVersions(withItems(a, b, c), withItems(a, c))).toHaveLength(1);
    expect([...inSameOrder([3, 0, 1, 2, 5, 4])]).toHaveLength(4);
  });

  it('names route, receiver, options and sections of the note', () => {
    const other: TypeDraft = {
      ...draft,
      route: { fromStatusIds: ['dev', 'fix'], toStatusId: 'qa' },
      receiver: { kind: 'person', accountId: 'ana' },
      options: { holdAllowed: true },
      notePrompts: draft.notePrompts.map((prompt) => (prompt.sectionId === 'background' ? { ...prompt, required: true } : prompt)),
    };
    expect(compareVersions(draft, other).map(({ part, title, aspect }) => [part, title, aspect])).toEqual([
      ['type', '', 'route'],
      ['type', '', 'receiver'],
      ['type', '', 'holdAllowed'],
      ['section', 'Background', 'required'],
    ]);
  });
});

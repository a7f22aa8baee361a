import { compareChecklists } from '../../../static/playbook/compare-checklists';
import { anItem } from '../../support/handoff-world';

const [pull, where, known] = [anItem('pull'), anItem('where'), anItem('known')];

describe('two checklists', () => {
  it('that are equal differ in nothing, in whatever order their entries were stored', () => {
    const { required, ...rest } = pull;
    expect(compareChecklists([pull, where], [{ required, ...rest }, where])).toEqual({ items: [], isReordered: false });
  });

  it('differ in what one side has, what is set of an item, and what cannot be edited in a suggestion', () => {
    const { items } = compareChecklists([{ ...pull, title: 'Branch' }, where], [{ ...pull, kind: 'link' }, known]);
    expect(items.map(({ id, title, otherDetails }) => [id, title, otherDetails])).toEqual([
      ['pull', 'Branch', true],
      ['where', 'Title of where', false],
      ['known', 'Title of known', false],
    ]);
    expect(items.map(({ mine, theirs }) => [mine === null, theirs === null])).toEqual([
      [false, false],
      [false, true],
      [true, false],
    ]);
  });

  it('differ in their order only by what both have', () => {
    expect(compareChecklists([pull, where], [where, pull])).toEqual({ items: [], isReordered: true });
    expect(compareChecklists([pull, where], [known, pull, where]).isReordered).toBe(false);
  });
});

import { differingParts, saveConflict } from '../../../static/settings/save-conflict';
import { draftOf } from '../../../static/settings/type-draft';
import { storyType } from '../../support/page-stories/settings-stories';

const switches = { active: true, gatePaused: false };
const theirs = { ...storyType, version: 2, team: 'Testers', nextStepRequired: true };

describe('a save somebody else came before', () => {
  it('can be repeated when their change was elsewhere', () => {
    expect(saveConflict(storyType, [{ current: storyType, switches: { ...switches, gatePaused: true } }])).toEqual({ kind: 'none' });
    expect(saveConflict(null, [{ current: theirs, switches }])).toEqual({ kind: 'none' });
  });

  it('shows their version when they published the same handoff', () => {
    expect(saveConflict(storyType, [{ current: theirs, switches }])).toEqual({ kind: 'changed', theirs });
  });

  it('says so when the handoff is gone', () => {
    expect(saveConflict(storyType, [])).toEqual({ kind: 'gone' });
  });

  it('names where the two versions differ', () => {
    expect(differingParts(draftOf(storyType), draftOf(theirs))).toEqual(['team', 'accepting']);
  });

  it('names options by the fold they are in, once each', () => {
    const mine = {
      ...draftOf(storyType),
      options: { due: { kind: 'workingHours', hours: 4 }, overdueReminds: true, talk: 'hint' },
    } as const;
    const other = { ...draftOf(storyType), options: { due: { kind: 'workingHours', hours: 8 }, talk: 'hint', supportHours: 8 } } as const;
    expect(differingParts(mine, other)).toEqual(['due', 'afterwards']);
    expect(differingParts(mine, { ...mine, options: { ...mine.options, waiversAllowed: true } })).toEqual([]);
  });
});

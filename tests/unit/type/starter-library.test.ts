import { parse } from 'valibot';
import { typeDraft } from '../../../src/contract/payloads';
import { checkDraft, normaliseDraft } from '../../../src/domain/type/check-draft';
import { devToQa, STARTERS, toDraft } from '../../../src/domain/type/starter-library';
import { NO_OPTIONS, optionsOf } from '../../../src/domain/type/type-options';

const route = { fromStatusIds: ['1'], toStatusId: '2' };

describe('every starter', () => {
  it.each(STARTERS.map((starter) => [starter.starterId, starter] as const))(
    '%s requires at most 4 items and 2 sections',
    (_id, starter) => {
      expect(starter.items.filter(({ required }) => required).length).toBeLessThanOrEqual(4);
      expect(starter.notePrompts.filter(({ required }) => required).length).toBeLessThanOrEqual(2);
    },
  );

  it.each(STARTERS.map((starter) => [starter.starterId, starter] as const))('%s has nothing on beyond the main path', (_id, starter) => {
    expect(starter).not.toHaveProperty('options');
    expect(optionsOf(starter)).toEqual(NO_OPTIONS);
  });

  it.each(STARTERS.map((starter) => [starter.starterId, starter] as const))('%s can be saved as it is', (_id, starter) => {
    const draft = toDraft(starter, route);
    expect(checkDraft(draft)).toBeNull();
    expect(normaliseDraft(draft)).toEqual(draft);
    expect(parse(typeDraft, draft)).toEqual(draft);
    starter.items.forEach(({ hint }) => expect(hint).not.toBe(''));
  });

  it('has an id of its own', () => {
    expect(new Set(STARTERS.map(({ starterId }) => starterId)).size).toBe(STARTERS.length);
  });
});

describe('Dev to QA', () => {
  it('asks for six short things and offers the rest (S-073)', () => {
    expect(devToQa.items.filter(({ required }) => required).map(({ title, kind }) => [title, kind])).toEqual([
      ['Pull request', 'link'],
      ['Where to test', 'text'],
      ['How to check it', 'text'],
      ['Known issues', 'text'],
    ]);
    expect(devToQa.items.filter(({ required }) => !required).map(({ title }) => title)).toEqual([
      'Unit tests',
      'Docs updated',
      'Acceptance criteria',
      'Test cases',
    ]);
    expect(devToQa.notePrompts.map(({ title, required }) => [title, required])).toEqual([
      ['Situation', true],
      ['Background', false],
      ['Assessment', false],
      ['Recommendation', true],
    ]);
  });

  it('takes "in the description" for the check and "none known" for the issues (S-121)', () => {
    const items = new Map(devToQa.items.map((item) => [item.itemId, item]));
    expect(items.get('how_to_check')).toMatchObject({ allowInDescription: true });
    expect(items.get('known_issues')).toMatchObject({ allowNoneKnown: true });
  });
});

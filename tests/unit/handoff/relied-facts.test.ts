import type { Command, IssueFacts } from '../../../src/domain/handoff/command';
import { findChange } from '../../../src/domain/handoff/relied-facts';
import { toFieldValue } from '../../../src/forge/field-value';
import { HandoffWorld, aHandoffType, sha256, someIssueFacts } from '../../support/handoff-world';

const facts = (version: string, sizes: readonly number[]): IssueFacts =>
  someIssueFacts({
    filledFieldIds: ['fixVersions'],
    fieldMarks: { fixVersions: { shown: version, whole: version } },
    attachments: sizes.map((sizeBytes, index) => ({ id: String(index), sizeBytes })),
  });
const signed = facts('4.2', [10, 20]);
const world = (): HandoffWorld => new HandoffWorld(aHandoffType(), signed).accepted();
const changeOf = (made: HandoffWorld, issue: IssueFacts) => findChange(made.handoff, made.handoffType, issue, sha256);
const confirm = (made: HandoffWorld, digest: string): Command => ({
  type: 'confirmChange',
  handoffId: made.handoff.handoffId,
  digest,
});

describe('changed after sign-off', () => {
  it('names what changed with old and new, whatever order Jira lists files in', () => {
    const made = world();
    expect(changeOf(made, signed)).toBeNull();
    expect(changeOf(made, { ...signed, attachments: [...signed.attachments].reverse() })).toBeNull();
    expect(changeOf(made, facts('4.3', [10, 20, 30]))?.changes).toEqual([
      { itemId: 'fix-version', was: '4.2', is: '4.3' },
      { itemId: 'screens', was: '2', is: '3' },
    ]);
    expect(changeOf(made, someIssueFacts())?.changes).toEqual([
      { itemId: 'fix-version', was: '4.2', is: '' },
      { itemId: 'screens', was: '2', is: '0' },
    ]);
  });

  it('an acceptance without such items keeps nothing and nothing can change', () => {
    const made = new HandoffWorld().accepted();
    expect(made.handoff.acceptance).not.toHaveProperty('facts');
    expect(changeOf(made, signed)).toBeNull();
  });

  it('whoever accepted confirms what they saw; a newer change is not confirmed unseen', () => {
    const made = world();
    const issue = facts('4.3', [10, 20]);
    const { digest } = changeOf(made, issue)!;
    expect(made.refusalOf(confirm(made, digest), { by: 'maya', issue })).toBe('FORBIDDEN');
    expect(made.refusalOf(confirm(made, digest), { by: 'ana', issue: facts('4.4', [10, 20]) })).toBe('STALE_PACKAGE');
    expect(made.does(confirm(made, digest), { by: 'ana', issue })).toEqual(['change_confirmed']);
    expect(changeOf(made, issue)).toBeNull();
    expect(made.does(confirm(made, digest), { by: 'ana', issue })).toEqual([]);
    expect(changeOf(made, signed)?.changes).toEqual([{ itemId: 'fix-version', was: '4.3', is: '4.2' }]);
  });
});

describe('a field of Jira', () => {
  it.each([
    ['text', 'Tuesday', 'Tuesday'],
    ['a number', 4, '4'],
    [
      'a list of options',
      [
        { id: '1', value: 'Blue' },
        { id: '2', value: 'Red' },
      ],
      'Blue, Red',
    ],
    ['a version', { id: '7', name: '4.2' }, '4.2'],
    ['rich text', { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Two words' }] }] }, 'Two words'],
    ['a person, whose name is kept nowhere', { accountId: 'u1', displayName: 'Maya' }, ''],
  ])('shows %s', (_kind, value, shown) => {
    expect(toFieldValue(value).shown).toBe(shown);
    expect(JSON.stringify(toFieldValue(value))).not.toContain('Maya');
  });

  it('tells two people apart by account id, and one option renamed', () => {
    expect(toFieldValue({ accountId: 'u1' }).whole).not.toBe(toFieldValue({ accountId: 'u2' }).whole);
    expect(toFieldValue({ id: '1', value: 'Blue' }).whole).not.toBe(toFieldValue({ id: '1', value: 'Navy' }).whole);
  });
});

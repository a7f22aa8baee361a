import { buildPackage } from '../../../src/domain/handoff/build-package';
import { fieldTexts } from '../../../src/domain/handoff/field-texts';
import { whatIsLeft } from '../../../src/domain/handoff/what-is-left';
import { aHandoffType, anItem, HandoffWorld, someIssueFacts } from '../../support/handoff-world';

const appliesIf = { fieldId: 'cf_risk', equals: 'High' };
const type = aHandoffType({ items: [...aHandoffType().items, anItem('rollback', { title: 'Way back', appliesIf })] });

const left = (world: HandoffWorld, risk: readonly string[]): string[] =>
  whatIsLeft(world.handoff, type, someIssueFacts({ fieldValues: { cf_risk: risk } })).map(({ id }) => id);

describe('an item with a condition', () => {
  const world = new HandoffWorld(type).prepared();

  it('is left where the field has the value, however it is written', () => {
    expect(left(world, ['High'])).toEqual(['rollback']);
    expect(left(world, ['Low', ' high '])).toEqual(['rollback']);
  });

  it('is not left, and not in what is handed over, where the field has another value or none', () => {
    expect(left(world, ['Low'])).toEqual([]);
    expect(left(world, [])).toEqual([]);
    const issue = someIssueFacts({ fieldValues: { cf_risk: ['Low'] } });
    expect(buildPackage(world.handoff, type, issue)?.items.map(({ itemId }) => itemId)).not.toContain('rollback');
  });

  it('applies where Jira was asked and said nothing of its field, and is not counted where Jira was not asked', () => {
    expect(whatIsLeft(world.handoff, type, someIssueFacts()).map(({ id }) => id)).toEqual(['rollback']);
    expect(whatIsLeft(world.handoff, type, null)).toEqual([]);
  });
});

describe('fieldTexts', () => {
  it.each([
    ['an option', { id: '1', value: 'High' }, ['High']],
    ['several versions', [{ name: '2.1' }, { name: '2.2' }], ['2.1', '2.2']],
    ['a person', { accountId: 'a1', displayName: 'Ana' }, ['Ana']],
    ['a number', 3, ['3']],
    ['text', '  Blue ', ['Blue']],
    ['nothing', null, []],
    ['blank text', ' ', []],
    ['rich text', { type: 'doc', content: [] }, []],
    ['a nested list', [['a'], 'b'], ['a', 'b']],
  ])('reads %s as Jira shows it', (_what, value, texts) => {
    expect(fieldTexts(value)).toEqual(texts);
  });
});

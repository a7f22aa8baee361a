import fc from 'fast-check';
import type { ItemAnswer } from '../../../src/domain/handoff/handoff';
import { addCarriedOver, listCarriedOver, listReused, type LastTime } from '../../../src/domain/handoff/last-time';
import { aHandoffType, HandoffWorld, sixThings } from '../../support/handoff-world';

const type = aHandoffType({ options: { carriesOver: true } });
const head = { required: true, by: 'maya', at: '2026-02-01T09:00:00.000Z' };
const question = { questionId: 'q1', askedBy: 'ana', askedAt: head.at };

const LAST: LastTime = {
  package: {
    items: [
      { ...head, itemId: 'where', title: 'Where to test', answer: { kind: 'text', text: ' staging, BUILD 41 ' } },
      { ...head, itemId: 'pr', title: 'Pull request', answer: { kind: 'link', url: 'https://git.example/pr/6' } },
      { ...head, itemId: 'issues', title: 'Known issues', answer: { kind: 'text', text: 'The bar jumps back at 60 %' } },
    ],
    note: [{ sectionId: 'recommendation', title: 'Recommendation', text: 'Check refunds first', by: 'maya', at: head.at }],
  },
  questions: [
    { ...question, text: 'Which account?', answer: { text: 'qa-7', by: 'maya', at: head.at } },
    { ...question, questionId: 'q2', text: 'Does it work offline?', answer: null },
  ],
};

describe('what the last handoff left behind', () => {
  it('is offered: known issues and unanswered questions, nothing else', () => {
    expect(listCarriedOver(LAST, type, {})).toEqual([
      { kind: 'knownIssue', text: 'The bar jumps back at 60 %', itemId: 'issues' },
      { kind: 'openQuestion', text: 'Does it work offline?', itemId: 'issues' },
    ]);
  });

  it('is added behind what is written, and then no longer offered', () => {
    const [issue, open] = listCarriedOver(LAST, type, {});
    const once = addCarriedOver({ kind: 'noneKnown' }, issue!);
    const twice = addCarriedOver(once, open!);
    expect(twice).toEqual({ kind: 'text', text: 'The bar jumps back at 60 %\nDoes it work offline?' });
    const items = { issues: { value: twice, by: 'maya', at: head.at, version: 2 } };
    expect(listCarriedOver(LAST, type, items)).toEqual([]);
  });

  it('is not offered where the type asks for no known issues, nor where "none known" was said', () => {
    const without = aHandoffType({ items: type.items.filter(({ allowNoneKnown }) => !allowNoneKnown) });
    expect(listCarriedOver(LAST, without, {})).toEqual([]);
    const noneKnown = LAST.package.items.map((item) => ({ ...item, answer: { kind: 'noneKnown' } as const }));
    expect(listCarriedOver({ package: { ...LAST.package, items: noneKnown }, questions: [] }, type, {})).toEqual([]);
  });

  it('marks what says the same again but for case and space, and blocks nothing', () => {
    const world = new HandoffWorld(type).prepared();
    expect(listReused(LAST, world.handoff)).toEqual(['item:where', 'section:recommendation']);
    expect(world.does({ type: 'offer', handoffId: world.handoff.handoffId })).toContain('offered');
  });
});

describe('S-121: known issues are never filled in by themselves', () => {
  const answer: fc.Arbitrary<ItemAnswer> = fc.constantFrom<ItemAnswer>(
    { kind: 'noneKnown' },
    { kind: 'text', text: 'The bar jumps' },
    { kind: 'inDescription' },
    { kind: 'notApplicable', reason: 'Nothing visible' },
  );
  const changes = fc.subarray(sixThings());

  it('a draft holds what its first edit entered and nothing else, however the one before went', () => {
    fc.assert(
      fc.property(
        changes.filter(({ length }) => length > 0),
        fc.boolean(),
        (first, isSecond) => {
          const world = new HandoffWorld(type);
          if (isSecond) world.accepted();
          world.does(world.edit(...first));
          const entered = first.flatMap((change) => (change.field === 'item' ? [change.id] : []));
          expect(Object.keys(world.handoff.items).sort()).toEqual(entered.sort());
        },
      ),
    );
  });

  it('starting again brings back what people wrote and never "none known"', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('issues', 'where', 'how'), answer), (items) => {
        const world = new HandoffWorld(type).prepared();
        world.does({ type: 'withdraw', handoffId: world.handoff.handoffId, reason: 'Later' });
        world.does({ type: 'startAgain', typeId: type.typeId, items, note: {}, receiver: null });
        expect(Object.values(world.handoff.items).map(({ value }) => value?.kind)).not.toContain('noneKnown');
      }),
    );
  });

  it('a revision empties them where they were named', () => {
    const world = new HandoffWorld(type).returned(['issues']);
    world.does({ type: 'revise', handoffId: world.handoff.handoffId });
    expect(world.handoff.items['issues']?.value).toBeNull();
  });
});

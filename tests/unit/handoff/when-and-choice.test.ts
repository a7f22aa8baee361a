import type { DraftChange } from '../../../src/domain/handoff/command';
import type { Handoff, ItemAnswer } from '../../../src/domain/handoff/handoff';
import { buildPackage } from '../../../src/domain/handoff/build-package';
import { listReused } from '../../../src/domain/handoff/last-time';
import { talkAdvice } from '../../../src/domain/handoff/talk-advice';
import { whatIsLeft } from '../../../src/domain/handoff/what-is-left';
import type { ChecklistItem } from '../../../src/domain/type/handoff-type';
import { aHandoffType, anItem, DAY_MS, HandoffWorld, someIssueFacts } from '../../support/handoff-world';

const MONDAY = '2026-03-02T09:00:00.000Z';
const TUESDAY = '2026-03-03T09:00:00.000Z';
const LATER_TUESDAY = '2026-03-03T10:00:00.000Z';
const CHOICES = [
  { id: 'fragile', name: 'Fragile' },
  { id: 'cold', name: 'Refrigerated' },
  { id: 'none', name: 'None', none: true },
] as const;

const asking = (item: Partial<ChecklistItem>): HandoffWorld =>
  new HandoffWorld(aHandoffType({ items: [...aHandoffType().items, anItem('extra', item)], options: { talk: 'hint' } })).prepared();
const extra = (value: ItemAnswer, basedOn = 0): DraftChange => ({ field: 'item', id: 'extra', value, basedOn });
const answer = (world: HandoffWorld, value: ItemAnswer): string | null =>
  world.refusalOf(world.edit(extra(value, world.record.handoffs.at(-1)?.items['extra']?.version ?? 0)));
const left = ({ handoff, handoffType }: HandoffWorld, now: string): string[] =>
  whatIsLeft(handoff, handoffType, someIssueFacts(), now).map(({ id }) => id);
const choice = (...ids: string[]): ItemAnswer => ({ kind: 'choice', chosen: ids.map((id) => ({ id, name: 'As the writer calls it' })) });

describe('a date and time', () => {
  it('S-052: is left from the moment it has come, where it must lie ahead', () => {
    const world = asking({ kind: 'when', mustBeAhead: true });
    expect(left(world, MONDAY)).toEqual(['extra']);
    expect(answer(world, { kind: 'when', at: TUESDAY })).toBeNull();
    expect([MONDAY, TUESDAY, LATER_TUESDAY].map((now) => left(world, now))).toEqual([[], ['extra'], ['extra']]);
    world.later(2 * DAY_MS);
    expect(world.run({ type: 'offer', handoffId: world.handoff.handoffId }).refusal).toMatchObject({
      code: 'NOT_READY',
      left: [{ id: 'extra' }],
    });
  });

  it('stays done where nothing says that it must lie ahead', () => {
    const world = asking({ kind: 'when' });
    expect(answer(world, { kind: 'when', at: MONDAY })).toBeNull();
    expect(left(world, LATER_TUESDAY)).toEqual([]);
  });

  it('S-045: takes a window only with its end after its start, keeps half of one, and counts a window by its end', () => {
    const world = asking({ kind: 'when', window: true, mustBeAhead: true });
    expect(answer(world, { kind: 'when', at: LATER_TUESDAY, endsAt: TUESDAY })).toBe('INVALID_VALUE');
    expect(answer(world, { kind: 'when', at: TUESDAY, endsAt: TUESDAY })).toBe('INVALID_VALUE');
    expect(answer(world, { kind: 'when', at: MONDAY })).toBeNull();
    expect(left(world, MONDAY)).toEqual(['extra']);
    expect(answer(world, { kind: 'when', at: MONDAY, endsAt: LATER_TUESDAY })).toBeNull();
    expect([MONDAY, TUESDAY, LATER_TUESDAY].map((now) => left(world, now))).toEqual([[], [], ['extra']]);
  });

  it.each(['tomorrow', '2026-03-03', '2026-02-30T09:00:00.000Z', '2026-03-03T09:00:00Z', '2026-03-03T10:00:00.000+01:00', ''])(
    'is no instant: %p',
    (at) => {
      const world = asking({ kind: 'when', window: true });
      expect(answer(world, { kind: 'when', at })).toBe('INVALID_VALUE');
      expect(answer(world, { kind: 'when', at: MONDAY, endsAt: at })).toBe('INVALID_VALUE');
    },
  );

  it('has no end where one time is asked for, and stands in no item of another kind', () => {
    expect(answer(asking({ kind: 'when' }), { kind: 'when', at: MONDAY, endsAt: TUESDAY })).toBe('INVALID_VALUE');
    expect(answer(asking({ kind: 'text' }), { kind: 'when', at: MONDAY })).toBe('INVALID_VALUE');
    expect(answer(asking({ kind: 'when' }), { kind: 'text', text: 'Tuesday at nine' })).toBe('INVALID_VALUE');
  });

  it('is said to be the same as last time', () => {
    const item = {
      itemId: 'extra',
      title: 'Meeting',
      required: true,
      answer: { kind: 'when', at: MONDAY },
      by: 'maya',
      at: MONDAY,
    } as const;
    const last = { package: { items: [item], note: [] }, questions: [] };
    const holding = (at: string): Pick<Handoff, 'items' | 'note'> => ({
      items: { extra: { value: { kind: 'when', at }, by: 'maya', at: TUESDAY, version: 1 } },
      note: {},
    });
    expect(listReused(last, holding(MONDAY))).toEqual(['item:extra']);
    expect(listReused(last, holding(TUESDAY))).toEqual([]);
  });
});

describe('a choice', () => {
  it('is kept and handed over in the words and the order of its item, whatever the writer sends', () => {
    const world = asking({ kind: 'choice', several: true, choices: CHOICES });
    expect(left(world, MONDAY)).toEqual(['extra']);
    expect(answer(world, choice('cold', 'fragile', 'cold'))).toBeNull();
    const kept = {
      kind: 'choice',
      chosen: [
        { id: 'fragile', name: 'Fragile' },
        { id: 'cold', name: 'Refrigerated' },
      ],
    };
    expect(world.handoff.items['extra']?.value).toEqual(kept);
    expect(left(world, MONDAY)).toEqual([]);
    expect(buildPackage(world.handoff, world.handoffType, world.issue)?.items.at(-1)).toMatchObject({ itemId: 'extra', answer: kept });
  });

  it('names options of its item, one where one is allowed, and nothing beside "none"', () => {
    const several = asking({ kind: 'choice', several: true, choices: CHOICES });
    for (const wrong of [choice('nope'), choice('fragile', 'nope'), choice('fragile', 'none')])
      expect(answer(several, wrong)).toBe('INVALID_VALUE');
    expect(answer(several, choice('none'))).toBeNull();
    const one = asking({ kind: 'choice', choices: CHOICES });
    expect(answer(one, choice('fragile', 'cold'))).toBe('INVALID_VALUE');
    expect(answer(one, choice('cold'))).toBeNull();
    expect(answer(asking({ kind: 'text' }), choice('cold'))).toBe('INVALID_VALUE');
  });

  it('is taken back by choosing nothing', () => {
    const world = asking({ kind: 'choice', choices: CHOICES });
    answer(world, choice('cold'));
    expect(answer(world, choice())).toBeNull();
    expect(world.handoff.items['extra']?.value).toBeNull();
    expect(left(world, MONDAY)).toEqual(['extra']);
  });

  it('is as many pieces to talk about as things were chosen; "none" is nothing to talk about', () => {
    const pieces = (...ids: string[]): number | undefined => {
      const world = asking({ kind: 'choice', several: true, choices: CHOICES });
      answer(world, choice(...ids));
      return talkAdvice(world.handoff, world.handoffType, [])?.pieces;
    };
    const before = talkAdvice(asking({ kind: 'choice' }).handoff, aHandoffType({ options: { talk: 'hint' } }), [])?.pieces ?? 0;
    expect([pieces('none'), pieces('cold'), pieces('cold', 'fragile')]).toEqual([before, before + 1, before + 2]);
  });

  it('follows its item into a new draft, and stays behind where the item lost the option', () => {
    const again = (choices: ChecklistItem['choices']) => {
      const items = [anItem('extra', { kind: 'choice', several: true, ...(choices === undefined ? {} : { choices }) })];
      const world = new HandoffWorld(aHandoffType({ items }));
      world.does({ type: 'startAgain', typeId: 'dev-qa', items: { extra: choice('cold') }, note: {}, receiver: null });
      return world.handoff.items['extra']?.value;
    };
    expect(again([CHOICES[0], { id: 'cold', name: 'Keep cold' }])).toEqual({ kind: 'choice', chosen: [{ id: 'cold', name: 'Keep cold' }] });
    expect(again([CHOICES[0], CHOICES[2]])).toBeUndefined();
  });
});

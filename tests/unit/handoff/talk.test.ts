import fc from 'fast-check';
import type { Command, DraftChange } from '../../../src/domain/handoff/command';
import { ROUTINE_ITEM_IDS, talkAdvice, talkRule } from '../../../src/domain/handoff/talk-advice';
import { toHandoffRow } from '../../../src/domain/handoff/to-handoff-row';
import { STARTERS } from '../../../src/domain/type/starters/starter-library';
import { HandoffWorld, aHandoffType, anItem } from '../../support/handoff-world';
import type { TypeOptions } from '../../../src/domain/type/type-options';

/** A type with the four routine items of the starter and eight of its own. */
const talking = (options: Partial<TypeOptions> = { talk: 'hint' }) =>
  aHandoffType({
    items: [
      ...ROUTINE_ITEM_IDS.map((id) => anItem(id, { required: false, allowNoneKnown: id === 'known_issues' })),
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => anItem(`own${String(n)}`, { required: false })),
      anItem('done', { required: false, kind: 'tick' }),
    ],
    notePrompts: [],
    options,
  });

const filled = (...ids: string[]): DraftChange[] =>
  ids.map((id) => ({ field: 'item', id, value: { kind: 'text', text: `About ${id}` }, basedOn: 0 }));
const own = (count: number): DraftChange[] => filled(...Array.from({ length: count }, (_, index) => `own${String(index + 1)}`));

/** A world whose handoff has so many pieces, offered to Ana. */
function offeredWith(pieces: number, options: Partial<TypeOptions>): HandoffWorld {
  const world = new HandoffWorld(talking(options));
  world.does(world.edit(...own(pieces), { field: 'item', id: 'done', value: { kind: 'tick' }, basedOn: 0 }));
  world.later(60_000).does({ type: 'offer', handoffId: world.handoff.handoffId });
  return world.later(60_000);
}

const onTalk = (world: HandoffWorld, type: 'logTalk' | 'confirmTalk'): Command => ({ type, handoffId: world.handoff.handoffId });
const waive = (world: HandoffWorld, instead: 'video' | 'note' | 'accountable', text: string): Command => ({
  type: 'waiveTalk',
  handoffId: world.handoff.handoffId,
  instead,
  text,
});

describe('advice to talk', () => {
  it('O-39, S-138: more than five pieces or high risk', () => {
    const cases = [
      [5, false],
      [6, false],
      [0, true],
      [5, true],
    ] as const;
    expect(cases.map(([pieces, isHighRisk]) => talkRule(pieces, isHighRisk) !== null)).toEqual([false, true, true, true]);
  });

  it('S-137: says which rule gave it', () => {
    expect([talkRule(6, false), talkRule(9, true), talkRule(1, false)]).toEqual(['pieces', 'risk', null]);
  });

  it('S-138: counts answered information, known issues one a line and open questions, but nothing that everybody hands over', () => {
    const world = new HandoffWorld(talking());
    world.does(
      world.edit(
        ...filled('pull_request', 'where_to_test', 'how_to_check', 'own1'),
        { field: 'item', id: 'known_issues', value: { kind: 'text', text: 'Slow\n\nNo print view' }, basedOn: 0 },
        { field: 'item', id: 'done', value: { kind: 'tick' }, basedOn: 0 },
        { field: 'item', id: 'own2', value: { kind: 'notApplicable', reason: 'No screen' }, basedOn: 0 },
      ),
    );
    const advice = () => talkAdvice(world.handoff, world.handoffType, []);
    expect(advice()).toEqual({ pieces: 3, rule: null });
    world.later(60_000).does({ type: 'offer', handoffId: world.handoff.handoffId });
    world.does({ type: 'ask', handoffId: world.handoff.handoffId, text: 'Which browser?' }, { by: 'ana' });
    expect(advice()).toEqual({ pieces: 4, rule: null });
  });

  it('S-138: is worked out anew with every change and frozen when it is handed off', () => {
    const world = offeredWith(6, { talk: 'hint' });
    expect(world.handoff.offer?.talk).toEqual({ pieces: 6, rule: 'pieces' });
    world.does({ type: 'ask', handoffId: world.handoff.handoffId, text: 'Which browser?' }, { by: 'ana' });
    expect(world.handoff.offer?.talk).toEqual({ pieces: 6, rule: 'pieces' });
    expect(world.log.at(-3)).toMatchObject({ type: 'offered', talk: { pieces: 6 } });
  });

  it('is not given where nobody switched it on', () => {
    const world = offeredWith(8, {});
    expect(world.handoff.offer).not.toHaveProperty('talk');
    expect(world.refusalOf(onTalk(world, 'logTalk'))).toBe('INVALID_STATE');
  });

  it('leaves out what every starter requires', () => {
    const required = STARTERS.flatMap(({ items }) => items.filter((item) => item.required));
    const inWords = required.filter(({ kind, allowNoneKnown }) => ['text', 'link', 'when'].includes(kind) && !allowNoneKnown);
    expect([...ROUTINE_ITEM_IDS].sort()).toEqual([...inWords.map(({ itemId }) => itemId), 'known_issues'].sort());
  });
});

describe('T9: a talk', () => {
  it('T9: one logs it, the other confirms it, in that order', () => {
    const world = offeredWith(6, { talk: 'hint' });
    expect(world.does(onTalk(world, 'logTalk'))).toEqual(['sync.logged']);
    expect(world.does(onTalk(world, 'confirmTalk'), { by: 'ana' })).toEqual(['acknowledged', 'sync.confirmed']);
    expect(world.handoff.talk).toMatchObject({ loggedBy: 'maya', confirmedBy: 'ana' });
  });

  it('T9: whoever logged it cannot confirm it, and nobody else can', () => {
    const world = offeredWith(6, { talk: 'hint' });
    world.does(onTalk(world, 'logTalk'), { by: 'ana' });
    expect(world.refusalOf(onTalk(world, 'confirmTalk'), { by: 'ana' })).toBe('TALK_SAME_PERSON');
    expect(world.refusalOf(onTalk(world, 'confirmTalk'), { by: 'ben' })).toBe('FORBIDDEN');
    expect(world.does(onTalk(world, 'confirmTalk'))).toEqual(['sync.confirmed']);
  });

  it('T9: said by both it is confirmed, said twice by one it is said once', () => {
    const world = offeredWith(6, { talk: 'hint' });
    world.does(onTalk(world, 'logTalk'));
    expect(world.does(onTalk(world, 'logTalk'))).toEqual([]);
    expect(world.does(onTalk(world, 'logTalk'), { by: 'ana' })).toContain('sync.confirmed');
  });

  it('T8, S-055: a question asked while they talk says so, one before or after does not', () => {
    const world = offeredWith(6, { talk: 'hint' });
    const ask = (text: string): void => void world.does({ type: 'ask', handoffId: world.handoff.handoffId, text }, { by: 'ana' });
    ask('Before?');
    world.does(onTalk(world, 'logTalk'));
    ask('Meanwhile?');
    world.does(onTalk(world, 'confirmTalk'), { by: 'ana' });
    ask('After?');
    expect(world.handoff.questions.map(({ duringTalk }) => duringTalk ?? false)).toEqual([false, true, false]);
  });

  it('belongs to one offer: a new one needs a new talk', () => {
    const world = offeredWith(6, { talk: 'hint' });
    world.does(onTalk(world, 'logTalk'));
    world.does({ type: 'changeReceiver', handoffId: world.handoff.handoffId, receiver: { kind: 'person', accountId: 'cleo' } });
    expect(world.handoff).not.toHaveProperty('talk');
  });

  it('T9, T15: belongs to the two who talked: another sender talks anew', () => {
    const world = offeredWith(6, { talk: 'required', accountableId: 'lena' });
    world.does(onTalk(world, 'logTalk'));
    const { handoffId } = world.handoff;
    world.does({ type: 'changeSender', handoffId, sender: 'ben', reason: 'Maya left the company' }, { by: 'lena' });
    world.does(onTalk(world, 'logTalk'), { by: 'ben' });
    expect(world.refusalOf(world.accept(), { by: 'ana' })).toBe('TALK_REQUIRED');
    world.does(onTalk(world, 'confirmTalk'), { by: 'ana' });
    expect(world.does(world.accept(), { by: 'ana' })).toEqual(['accepted']);
  });
});

describe('where talking is required', () => {
  const required: Partial<TypeOptions> = { talk: 'required', accountableId: 'lena' };

  it('S-138: accepting waits for the confirmed talk', () => {
    const world = offeredWith(6, required);
    expect(world.refusalOf(world.accept(), { by: 'ana' })).toBe('TALK_REQUIRED');
    world.does(onTalk(world, 'logTalk'), { by: 'ana' });
    expect(world.refusalOf(world.accept(), { by: 'ana' })).toBe('TALK_REQUIRED');
    world.does(onTalk(world, 'confirmTalk'));
    expect(world.does(world.accept(), { by: 'ana' })).toEqual(['accepted']);
    expect(toHandoffRow(world.record, world.handoff.handoffId, null).facts.talk).toBe('confirmed');
  });

  it('S-139: with five pieces the offer says that none is needed, and it is accepted without one', () => {
    const world = offeredWith(5, required);
    expect(world.handoff.offer?.talk).toEqual({ pieces: 5, rule: null });
    expect(world.does(world.accept(), { by: 'ana' })).toContain('accepted');
  });

  it('a hint alone never stops anybody', () => {
    const world = offeredWith(8, { talk: 'hint' });
    expect(world.does(world.accept(), { by: 'ana' })).toContain('accepted');
    expect(toHandoffRow(world.record, world.handoff.handoffId, null).facts.talk).toBe('advised');
  });

  it.each([
    ['video', 'maya', 'https://video.example/7'],
    ['note', 'maya', 'x'.repeat(200)],
    ['accountable', 'lena', 'Both are on one desk'],
  ] as const)('S-120: a %s stands for it', (instead, by, text) => {
    const world = offeredWith(6, required);
    expect(world.does(waive(world, instead, text), { by })).toEqual(['talk.waived']);
    expect(world.does(world.accept(), { by: 'ana' })).toContain('accepted');
    expect(toHandoffRow(world.record, world.handoff.handoffId, null).facts.talk).toBe('waived');
  });

  it('S-120: a waiver without link, long enough note or reason is refused', () => {
    const world = offeredWith(6, required);
    const refusals = [
      world.refusalOf(waive(world, 'video', 'javascript:alert(1)')),
      world.refusalOf(waive(world, 'note', 'x'.repeat(199))),
      world.refusalOf(waive(world, 'accountable', '  '), { by: 'lena' }),
    ];
    expect(refusals).toEqual(['TALK_WAIVER_EMPTY', 'TALK_WAIVER_EMPTY', 'TALK_WAIVER_EMPTY']);
  });

  it('S-120: neither the receiver nor an editor waives it, nor the sender for the accountable person', () => {
    const world = offeredWith(6, required);
    const reason = 'We know this';
    expect(world.refusalOf(waive(world, 'accountable', reason))).toBe('FORBIDDEN');
    expect(world.refusalOf(waive(world, 'accountable', reason), { by: 'ana' })).toBe('FORBIDDEN');
    expect(world.refusalOf(waive(world, 'video', 'https://video.example/7'), { by: 'ben' })).toBe('FORBIDDEN');
  });

  it('S-138: more pieces never make a talk less advised', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), fc.boolean(), (some, more, isHighRisk) => {
        if (talkRule(some, isHighRisk) !== null) expect(talkRule(some + more, isHighRisk)).not.toBeNull();
      }),
    );
  });
});

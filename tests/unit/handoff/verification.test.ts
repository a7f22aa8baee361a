import fc from 'fast-check';
import type { Command } from '../../../src/domain/handoff/command';
import { similarity } from '../../../src/domain/handoff/similarity';
import { toHandoffRow } from '../../../src/domain/handoff/to-handoff-row';
import { devToQa } from '../../../src/domain/type/starters/dev-to-qa';
import { drawQuestions, levelOf } from '../../../src/domain/handoff/verification';
import type { TypeOptions } from '../../../src/domain/type/type-options';
import { DAY_MS, HandoffWorld, SYSTEM, aHandoffType, sixThings } from '../../support/handoff-world';

const GROUP = { kind: 'group', groupId: 'qa', groupName: 'QA' } as const;
const ana = { by: 'ana', actorIsCandidate: true, actorCanEdit: false };
const OWN_WORDS = 'I try two refunds before anything else';

const worldWith = (options: Partial<TypeOptions>): HandoffWorld => new HandoffWorld(aHandoffType({ options }));
const atLevel = (verificationLevel: 0 | 1 | 2 | 3, more: Partial<TypeOptions> = {}): HandoffWorld =>
  worldWith({ verificationLevel, ...more }).offered();
const pooled = (options: Partial<TypeOptions>): HandoffWorld => new HandoffWorld(aHandoffType({ receiver: GROUP, options })).offered();

function readback(world: HandoffWorld, say: Readonly<Record<string, string>> = {}): Command {
  const { handoff, handoffType } = world;
  const answers = drawQuestions(handoff, handoffType).map(({ questionId }) => ({
    questionId,
    text: say[questionId] ?? `To me ${questionId} means ${OWN_WORDS}`,
  }));
  return { type: 'readback', handoffId: handoff.handoffId, digest: handoff.offer?.digest ?? '', answers };
}
const copied = (world: HandoffWorld): Command => readback(world, { recommendation: 'check refunds FIRST.' });
const hearback = (world: HandoffWorld, ...corrections: { questionId: string; text: string }[]): Command => ({
  type: 'hearback',
  handoffId: world.handoff.handoffId,
  corrections,
});
const countersign = (world: HandoffWorld): Command => ({
  type: 'countersign',
  handoffId: world.handoff.handoffId,
  digest: world.handoff.offer?.digest ?? '',
});
const waive = (world: HandoffWorld, reason = 'The two built it together'): Command => ({
  type: 'waive',
  typeId: world.handoffType.typeId,
  reason,
  kinds: ['readback'],
});
const rowOf = (world: HandoffWorld) => toHandoffRow(world.record, world.handoff.handoffId, null).facts;

describe('how alike two texts are', () => {
  const words = fc.array(fc.constantFrom('pay', 'with', 'a', 'gift', 'card', 'first'), { maxLength: 12 }).map((list) => list.join(' '));

  it('a text is its own copy, whatever the case and punctuation', () => {
    expect(similarity('Check refunds first, then vouchers.', 'check REFUNDS first then vouchers')).toBe(1);
    expect(similarity('Check refunds', 'check refunds!')).toBe(1);
    expect(similarity('', '...')).toBe(0);
    expect(similarity('one two three four', 'one two three five')).toBeCloseTo(1 / 3);
  });

  it('is symmetric and between 0 and 1', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        expect(similarity(one, other)).toBe(similarity(other, one));
        expect(similarity(one, other)).toBeGreaterThanOrEqual(0);
        expect(similarity(one, other)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('levels (S-060)', () => {
  it('S-060: level 1 of the options asks for the next step, and nothing about its words', () => {
    const world = atLevel(1);
    expect(world.refusalOf(world.accept(), ana)).toBe('NEXT_STEP_REQUIRED');
    expect(world.does(world.accept({ nextStep: 'Check refunds first' }), ana)).toContain('accepted');
  });

  it('S-060: at level 2 one click does not accept', () => {
    const world = atLevel(2);
    expect(world.refusalOf(world.accept({ nextStep: OWN_WORDS }), ana)).toBe('READBACK_REQUIRED');
    expect(world.handoff.state).toBe('OFFERED');
  });

  it.each([
    ['READBACK_TOO_SHORT', 'Test refunds'],
    ['READBACK_TOO_SIMILAR', 'The payment step no longer rejects gift cards'],
  ])('S-059: at level 2 the next step is in own words (%s)', (code, nextStep) => {
    const world = atLevel(2);
    world.does(readback(world), ana);
    expect(world.refusalOf(world.accept({ nextStep }), ana)).toBe(code);
  });

  it('S-059: what was read back as the next action is the next step; nobody writes it twice', () => {
    const world = atLevel(2);
    world.does(readback(world), ana);
    expect(world.does(world.accept(), ana)).toEqual(['accepted']);
    expect(world.handoff.acceptance?.nextStep).toBe(`To me recommendation means ${OWN_WORDS}`);
  });
});

describe('readback quiz (T10)', () => {
  it('T10, S-059: asks for the next action, the why and the known issue, the same for the same package', () => {
    const world = atLevel(2);
    const questions = drawQuestions(world.handoff, world.handoffType);
    expect(questions.map(({ kind, questionId }) => [kind, questionId])).toEqual([
      ['nextAction', 'recommendation'],
      ['why', 'situation'],
      ['knownIssue', 'issues'],
    ]);
    expect(drawQuestions(world.handoff, world.handoffType)).toEqual(questions);
  });

  it('S-077: what the type wants said back, as where to test, is always among the questions', () => {
    const plain = aHandoffType();
    const items = plain.items.map((item) => (item.itemId === 'where' ? { ...item, readBack: true as const } : item));
    const world = new HandoffWorld({ ...plain, items, options: { verificationLevel: 2 } }).offered();
    expect(drawQuestions(world.handoff, world.handoffType).map(({ questionId }) => questionId)).toEqual([
      'recommendation',
      'where',
      'situation',
    ]);
    expect(devToQa.items.filter(({ readBack }) => readBack).map(({ title }) => title)).toEqual(['Where to test']);
  });

  it('a package without the usual things is asked about what it says, and one without words about nothing', () => {
    const world = new HandoffWorld(
      aHandoffType({ notePrompts: [], items: aHandoffType().items.slice(1, 3), options: { verificationLevel: 2 } }),
    );
    world.does(world.edit(...sixThings().filter((change) => change.field === 'item' && ['where', 'how'].includes(change.id))));
    world.does({ type: 'offer', handoffId: world.handoff.handoffId });
    expect(
      drawQuestions(world.handoff, world.handoffType)
        .map(({ questionId }) => questionId)
        .sort(),
    ).toEqual(['how', 'where']);
    const ticked = new HandoffWorld(
      aHandoffType({ notePrompts: [], items: aHandoffType().items.slice(4, 5), options: { verificationLevel: 2 } }),
    );
    ticked.does(ticked.edit({ field: 'item', id: 'tested', value: { kind: 'tick' }, basedOn: 0 }));
    ticked.does({ type: 'offer', handoffId: ticked.handoff.handoffId });
    expect(drawQuestions(ticked.handoff, ticked.handoffType)).toEqual([]);
    expect(ticked.does(ticked.accept({ nextStep: OWN_WORDS }), ana)).toContain('accepted');
  });

  it('T10: a named receiver takes it by answering; pass is stored per question and accepting is open', () => {
    const world = atLevel(2);
    expect(world.does(readback(world), ana)).toEqual(['acknowledged', 'readback.submitted']);
    expect(world.handoff.offer?.readbacks?.[0]?.answers.map(({ passed }) => passed)).toEqual([true, true, true]);
    expect(world.refusalOf(readback(world), ana)).toBe('INVALID_STATE');
    world.does(world.accept(), ana);
    expect(rowOf(world).readbackFirst).toBe('passed');
  });

  it('T10: failed, then retried, then accepted; the failed first try stays on record', () => {
    const world = atLevel(2);
    world.does(copied(world), ana);
    expect(world.handoff.offer?.readbacks?.[0]?.answers.map(({ passed }) => passed)).toEqual([false, true, true]);
    expect(world.refusalOf(world.accept(), ana)).toBe('READBACK_REQUIRED');
    world.does(readback(world), ana);
    expect(world.does(world.accept(), ana)).toEqual(['accepted']);
    expect(rowOf(world).readbackFirst).toBe('failed');
  });

  it('T10: after a failed retry accept is refused and return is possible', () => {
    const world = atLevel(2);
    world.does(copied(world), ana);
    world.does(copied(world), ana);
    expect(world.refusalOf(readback(world), ana)).toBe('READBACK_FAILED');
    expect(world.refusalOf(world.accept({ nextStep: OWN_WORDS }), ana)).toBe('READBACK_FAILED');
    const back: Command = { type: 'return', handoffId: world.handoff.handoffId, reason: 'I do not get it', itemIds: [], sectionIds: [] };
    expect(world.does(back, ana)).toEqual(['returned']);
  });

  it('T9, T10: after a failed retry a talk opens the acceptance, also where the type says nothing about talking', () => {
    const world = atLevel(2);
    const say = (type: 'logTalk' | 'confirmTalk'): Command => ({ type, handoffId: world.handoff.handoffId });
    world.does(copied(world), ana);
    expect(world.refusalOf(say('logTalk'), ana)).toBe('INVALID_STATE');
    world.does(copied(world), ana);
    world.does(say('logTalk'), ana);
    expect(world.refusalOf(world.accept({ nextStep: OWN_WORDS }), ana)).toBe('READBACK_FAILED');
    world.does(say('confirmTalk'));
    expect(world.does(world.accept({ nextStep: OWN_WORDS }), ana)).toEqual(['accepted']);
  });

  it('T10: another package than the present one is STALE_PACKAGE', () => {
    const world = atLevel(2);
    expect(world.refusalOf({ ...(readback(world) as Extract<Command, { type: 'readback' }>), digest: 'ab' }, ana)).toBe('STALE_PACKAGE');
  });

  it('a blank answer costs no try; missing, doubled and foreign answers are refused', () => {
    const world = atLevel(2);
    const given = readback(world) as Extract<Command, { type: 'readback' }>;
    expect(world.refusalOf(readback(world, { situation: ' ' }), ana)).toBe('TEXT_REQUIRED');
    expect(world.refusalOf({ ...given, answers: given.answers.slice(1) }, ana)).toBe('INVALID_VALUE');
    expect(world.refusalOf({ ...given, answers: [...given.answers.slice(1), given.answers[1]!] }, ana)).toBe('INVALID_VALUE');
    expect(world.refusalOf({ ...given, answers: [...given.answers.slice(1), { questionId: 'pr', text: 'x' }] }, ana)).toBe('INVALID_VALUE');
    expect(world.handoff.offer?.readbacks).toBeUndefined();
  });

  it('below level 2 nobody reads back', () => {
    const world = atLevel(1);
    expect(world.refusalOf(readback(world), ana)).toBe('INVALID_STATE');
  });

  it('whoever takes it from the pool after somebody else reads back anew', () => {
    const world = pooled({ verificationLevel: 2 });
    const { handoffId } = world.handoff;
    world.does({ type: 'take', handoffId }, ana);
    world.does(readback(world), ana);
    world.does({ type: 'giveBack', handoffId }, ana);
    const cleo = { ...ana, by: 'cleo' };
    world.does({ type: 'take', handoffId }, cleo);
    expect(world.refusalOf(world.accept({ nextStep: OWN_WORDS }), cleo)).toBe('READBACK_REQUIRED');
  });

  it('the next offer asks anew', () => {
    const world = atLevel(2);
    world.does(readback(world), ana);
    const { handoffId } = world.handoff;
    world.does({ type: 'return', handoffId, reason: 'Not there', itemIds: ['where'], sectionIds: [] }, ana);
    const { version } = world.handoff.items['where']!;
    world.does(world.edit({ field: 'item', id: 'where', value: { kind: 'text', text: 'Staging, build 42' }, basedOn: version }));
    const { version: cleared } = world.handoff.items['where']!;
    expect(cleared).toBeGreaterThan(version);
    world.does({ type: 'offer', handoffId });
    expect(world.handoff.offer?.readbacks).toBeUndefined();
    expect(world.refusalOf(world.accept({ nextStep: OWN_WORDS }), ana)).toBe('READBACK_REQUIRED');
  });
});

describe('hearback by the sender', () => {
  it('yes, that is it: heard once, by the sender alone', () => {
    const world = atLevel(2);
    world.does(readback(world), ana);
    for (const by of ['ana', 'ben']) expect(world.refusalOf(hearback(world), { by })).toBe('FORBIDDEN');
    expect(world.does(hearback(world))).toEqual(['readback.confirmed']);
    expect(world.refusalOf(hearback(world))).toBe('INVALID_STATE');
    expect(world.does(world.accept(), ana)).toEqual(['accepted']);
  });

  it('T10: a correction makes the readback a failed one, and the retry is open', () => {
    const world = atLevel(2);
    world.does(readback(world), ana);
    const correction = { questionId: 'recommendation', text: 'Vouchers, not refunds' };
    expect(world.does(hearback(world, correction))).toEqual(['readback.corrected_by_sender']);
    expect(world.handoff.offer?.readbacks?.[0]?.answers[0]).toMatchObject({ correction: 'Vouchers, not refunds', passed: true });
    expect(world.refusalOf(world.accept(), ana)).toBe('READBACK_REQUIRED');
    world.does(readback(world), ana);
    world.does(world.accept(), ana);
    expect(rowOf(world).readbackFirst).toBe('failed');
  });

  it('after acceptance a correction tells, and undoes nothing', () => {
    const world = atLevel(2);
    world.does(readback(world), ana);
    world.does(world.accept(), ana);
    expect(world.does(hearback(world, { questionId: 'situation', text: 'Cards, not vouchers' }))).toEqual(['readback.corrected_by_sender']);
    expect(world.handoff.state).toBe('ACCEPTED');
  });

  it('corrects what was asked, in words', () => {
    const world = atLevel(2);
    expect(world.refusalOf(hearback(world))).toBe('INVALID_STATE');
    world.does(readback(world), ana);
    expect(world.refusalOf(hearback(world, { questionId: 'pr', text: 'No' }))).toBe('INVALID_VALUE');
    expect(world.refusalOf(hearback(world, { questionId: 'situation', text: ' ' }))).toBe('TEXT_REQUIRED');
  });
});

describe('dual sign-off (level 3)', () => {
  const taken = (): HandoffWorld => {
    const world = pooled({ verificationLevel: 3, accountableId: 'lena' });
    world.does({ type: 'take', handoffId: world.handoff.handoffId }, ana);
    return world;
  };

  it.each([
    ['another member of the receiving group', { by: 'cleo', actorIsCandidate: true }],
    ['the accountable person', { by: 'lena' }],
  ])('S-060: SECOND_SIGNATURE_MISSING until %s signs', (_who, second) => {
    const world = taken();
    world.does(readback(world), ana);
    expect(world.refusalOf(world.accept(), ana)).toBe('SECOND_SIGNATURE_MISSING');
    expect(world.does(countersign(world), second)).toEqual(['countersigned']);
    expect(world.does(countersign(world), second)).toEqual([]);
    expect(world.does(world.accept(), ana)).toEqual(['accepted']);
  });

  it('the order is free, and never the sender, the accepter or an outsider signs', () => {
    const world = taken();
    const refused = [{ by: 'maya', actorIsCandidate: true }, ana, { by: 'eve' }, { by: 'ben', actorCanEdit: true }, { actor: SYSTEM }];
    for (const who of refused) expect(world.refusalOf(countersign(world), who)).toBe('FORBIDDEN');
    world.does(countersign(world), { by: 'lena' });
    expect(world.refusalOf(countersign(world), { by: 'cleo', actorIsCandidate: true })).toBe('INVALID_STATE');
    world.does(readback(world), ana);
    expect(world.does(world.accept(), ana)).toEqual(['accepted']);
  });

  it('a signer who takes it over is no second person any more', () => {
    const world = pooled({ verificationLevel: 3 });
    const cleo = { by: 'cleo', actorIsCandidate: true };
    world.does(countersign(world), cleo);
    world.does({ type: 'take', handoffId: world.handoff.handoffId }, cleo);
    world.does(readback(world), cleo);
    expect(world.refusalOf(world.accept(), cleo)).toBe('SECOND_SIGNATURE_MISSING');
    expect(world.does(countersign(world), ana)).toEqual(['countersigned']);
    expect(world.does(world.accept(), cleo)).toEqual(['accepted']);
  });

  it('T15: a signer who became the sender is no second person any more', () => {
    const world = taken();
    const { handoffId } = world.handoff;
    world.does(countersign(world), { by: 'lena' });
    world.does({ type: 'changeSender', handoffId, sender: 'lena', reason: 'Maya left the company' }, { by: 'lena' });
    world.does(readback(world), ana);
    expect(world.refusalOf(world.accept(), ana)).toBe('SECOND_SIGNATURE_MISSING');
    expect(world.does(countersign(world), { by: 'cleo', actorIsCandidate: true })).toEqual(['countersigned']);
    expect(world.does(world.accept(), ana)).toEqual(['accepted']);
  });

  it('S-069: a second sign-off is bound to what was handed over: an old package is not signed, and the next offer needs a new one', () => {
    const world = taken();
    expect(world.refusalOf({ ...countersign(world), digest: 'ab' } as Command, { by: 'lena' })).toBe('STALE_PACKAGE');
    world.does(countersign(world), { by: 'lena' });
    const { handoffId } = world.handoff;
    world.does({ type: 'return', handoffId, reason: 'Not there', itemIds: [], sectionIds: [] }, ana);
    world.does({ type: 'revise', handoffId });
    world.does({ type: 'offer', handoffId });
    expect(world.handoff.offer?.secondSignature).toBeUndefined();
  });

  it('below level 3 nobody countersigns', () => {
    const world = pooled({ verificationLevel: 2, accountableId: 'lena' });
    expect(world.refusalOf(countersign(world), { by: 'lena' })).toBe('INVALID_STATE');
  });
});

describe('waived verification (T24)', () => {
  const options: Partial<TypeOptions> = { verificationLevel: 3, accountableId: 'lena', waiversAllowed: true };

  it('T24: accepting with the verification waived says so, on the acceptance and in the row', () => {
    const world = worldWith(options).offered();
    expect(world.does(waive(world), { by: 'lena' })).toEqual(['waiver.granted']);
    world.does(world.accept({ nextStep: OWN_WORDS }), ana);
    expect(world.handoff.acceptance?.waived).toBe(true);
    expect(rowOf(world).waived).toBe(true);
  });

  it('T24: one waiver that lets go both the talk and the readback is used once', () => {
    const world = new HandoffWorld(aHandoffType({ options: { ...options, riskAsked: true, talk: 'required' } })).prepared();
    world.does(world.edit({ field: 'risk', value: 'high', basedOn: 0 }));
    world.does({ type: 'offer', handoffId: world.handoff.handoffId });
    world.does({ type: 'waive', typeId: 'dev-qa', reason: 'Built together', kinds: ['talk', 'readback'] }, { by: 'lena' });
    expect(world.does(world.accept({ nextStep: OWN_WORDS }), ana)).toEqual(['acknowledged', 'waiver.used', 'accepted']);
  });

  it('what was done anyway is not counted as waived', () => {
    const world = worldWith(options).offered();
    world.does(waive(world), { by: 'lena' });
    world.does(countersign(world), { by: 'lena' });
    world.does(readback(world), ana);
    world.does(world.accept(), ana);
    expect(world.handoff.acceptance?.waived).toBeUndefined();
    expect(rowOf(world).waived).toBeUndefined();
  });

  it('T24: holds a day, needs a reason, and is the accountable person’s alone', () => {
    const world = worldWith(options).offered();
    for (const by of ['maya', 'ana', 'ben']) expect(world.refusalOf(waive(world), { by })).toBe('FORBIDDEN');
    expect(world.refusalOf(waive(world, 'ok'), { by: 'lena' })).toBe('REASON_REQUIRED');
    world.does(waive(world), { by: 'lena' });
    world.later(DAY_MS + 1);
    expect(world.refusalOf(world.accept({ nextStep: OWN_WORDS }), ana)).toBe('READBACK_REQUIRED');
    const off = worldWith({ ...options, waiversAllowed: false }).offered();
    expect(off.refusalOf(waive(off), { by: 'lena' })).toBe('FORBIDDEN');
  });

  it('T24: nobody of the pair waives, accountable or not', () => {
    const sender = worldWith({ ...options, accountableId: 'maya' }).offered();
    expect(sender.refusalOf(waive(sender))).toBe('FORBIDDEN');
    const receiver = worldWith({ ...options, accountableId: 'ana' }).offered();
    expect(receiver.refusalOf(waive(receiver), ana)).toBe('FORBIDDEN');
  });
});

describe('high risk (S-012)', () => {
  const high = { field: 'risk', value: 'high', basedOn: 0 } as const;

  it('S-012: marking logs risk_changed, stands in the package’s digest and the row, and can be taken back', () => {
    const world = worldWith({ riskAsked: true }).prepared();
    expect(world.does(world.edit(high))).toEqual(['risk_changed']);
    expect(rowOf(world).risk).toBe('high');
    expect(world.does(world.edit({ ...high, value: null, basedOn: 1 }))).toEqual(['risk_changed']);
    expect(rowOf(world).risk).toBeUndefined();
    const plain = worldWith({ riskAsked: true }).offered();
    const risky = worldWith({ riskAsked: true });
    risky.prepared().does(risky.edit(high));
    risky.does({ type: 'offer', handoffId: risky.handoff.handoffId });
    expect(risky.handoff.offer?.digest).not.toBe(plain.handoff.offer?.digest);
  });

  it('S-060: high risk asks for level 2 at least', () => {
    const world = worldWith({ riskAsked: true, verificationLevel: 1 });
    world.prepared().does(world.edit(high));
    expect(levelOf(world.handoff, world.handoffType)).toBe(2);
    world.does({ type: 'offer', handoffId: world.handoff.handoffId });
    expect(world.refusalOf(world.accept({ nextStep: OWN_WORDS }), ana)).toBe('READBACK_REQUIRED');
    expect(levelOf(world.handoff, aHandoffType({ options: { verificationLevel: 3 } }))).toBe(3);
  });

  it('is unknown to a type that does not ask for it', () => {
    const world = new HandoffWorld().prepared();
    expect(world.refusalOf(world.edit(high))).toBe('UNKNOWN_FIELD');
  });
});

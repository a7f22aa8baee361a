import fc from 'fast-check';
import { parse } from 'valibot';
import { typeDraft } from '../../../src/contract/settings-payloads';
import { normaliseDraft } from '../../../src/domain/type/check-draft';
import { decideConfig } from '../../../src/domain/type/decide-config';
import { EMPTY_CONFIG } from '../../../src/domain/type/evolve-config';
import { devToQa } from '../../../src/domain/type/starters/dev-to-qa';
import { toDraft } from '../../../src/domain/type/starters/starter';
import { NO_OPTIONS, normaliseOptions, optionsOf, type DueRule, type TypeOptions } from '../../../src/domain/type/type-options';
import { everyOption } from '../../support/every-option';

const EVERY_OPTION = everyOption('712020:lead');
const draft = toDraft(devToQa, { fromStatusIds: ['3'], toStatusId: '4' });
const nullable = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(values, { nil: null });
const hours = fc.integer({ min: 1, max: 80 });
const due: fc.Arbitrary<DueRule> = fc.oneof(
  fc.constant<DueRule>({ kind: 'nextWorkingDay' }),
  hours.map((count): DueRule => ({ kind: 'workingHours', hours: count })),
);
/** Any options a payload may hold, in any order, with any left out. */
const anyOptions: fc.Arbitrary<Partial<TypeOptions>> = fc
  .record(
    {
      accountableId: nullable(fc.constantFrom('712020:lead', '5b10a2844c20165700ede21g')),
      selfAllowed: fc.boolean(),
      riskAsked: fc.boolean(),
      verificationLevel: fc.constantFrom<TypeOptions['verificationLevel'][]>(0, 1, 2, 3),
      talk: fc.constantFrom<TypeOptions['talk'][]>('off', 'hint', 'required'),
      due: nullable(due),
      overdueReminds: fc.boolean(),
      overdueEscalates: fc.boolean(),
      readiness: fc.constantFrom<TypeOptions['readiness'][]>('off', 'shown', 'blocks'),
      holdAllowed: fc.boolean(),
      supportHours: nullable(hours),
      unknownAllowed: fc.boolean(),
      carriesOver: fc.boolean(),
      waiversAllowed: fc.boolean(),
      waiverGroup: nullable(fc.constantFrom({ groupId: 'g1', groupName: 'Leads' }, { groupName: 'QA', groupId: 'g2' })),
      readbackPrompt: fc.constantFrom('', 'What will you test first?'),
      workStatusIds: fc.uniqueArray(fc.constantFrom('3', '4', '10007'), { maxLength: 3 }),
      review: fc.constantFrom<TypeOptions['review'][]>('off', 'on', 'monthly'),
      spotChecks: fc.boolean(),
    },
    { requiredKeys: [] },
  )
  .chain((options) =>
    fc
      .shuffledSubarray(Object.keys(options), { minLength: Object.keys(options).length })
      .map((names): Partial<TypeOptions> => Object.fromEntries(names.map((name) => [name, options[name as keyof TypeOptions]]))),
  );

describe('what is stored of the options of a type', () => {
  it('is nothing when everything is off, so that such a type is stored as it always was', () => {
    expect(normaliseOptions(undefined)).toBeUndefined();
    expect(normaliseOptions({})).toBeUndefined();
    expect(normaliseOptions(NO_OPTIONS)).toBeUndefined();
    const stored = JSON.stringify(normaliseDraft(draft));
    expect(stored).not.toContain('options');
    expect(JSON.stringify(normaliseDraft({ ...draft, options: NO_OPTIONS }))).toBe(stored);
  });

  it('is what is on and nothing else, read back as it was set', () => {
    expect(normaliseOptions({ holdAllowed: true, talk: 'off', supportHours: null })).toEqual({ holdAllowed: true });
    expect(normaliseOptions(EVERY_OPTION)).toEqual(EVERY_OPTION);
    expect(optionsOf({ options: normaliseOptions(EVERY_OPTION) ?? {}, nextStepRequired: false })).toEqual(EVERY_OPTION);
  });

  it.each<[string, Partial<TypeOptions>, Partial<TypeOptions> | undefined]>([
    ['a reminder without a due time', { overdueReminds: true }, undefined],
    ['telling somebody without a due time', { accountableId: 'a', overdueEscalates: true }, { accountableId: 'a' }],
    [
      'telling somebody where nobody answers for it',
      { due: { kind: 'nextWorkingDay' }, overdueEscalates: true },
      { due: { kind: 'nextWorkingDay' } },
    ],
    ['a move let pass where nobody answers for it', { waiversAllowed: true, carriesOver: true }, { carriesOver: true }],
    ['a group that may let a move pass where none may be', { waiverGroup: { groupId: 'g1', groupName: 'Leads' } }, undefined],
  ])('takes back %s, which means nothing', (_what, given, stored) => {
    expect(normaliseOptions(given)).toEqual(stored);
  });

  it('is the same when done twice, for any options', () => {
    fc.assert(
      fc.property(anyOptions, (options) => {
        const once = normaliseOptions(options);
        expect(JSON.stringify(normaliseOptions(once))).toBe(JSON.stringify(once));
        const saved = normaliseDraft({ ...draft, options });
        expect(JSON.stringify(normaliseDraft(saved))).toBe(JSON.stringify(saved));
        expect(parse(typeDraft, saved)).toEqual(saved);
      }),
    );
  });

  it('never depends on the order in which options were given', () => {
    fc.assert(
      fc.property(anyOptions, (options) => {
        const reversed = Object.fromEntries(Object.entries(options).reverse());
        expect(JSON.stringify(normaliseOptions(reversed))).toBe(JSON.stringify(normaliseOptions(options)));
      }),
    );
  });
});

describe('what accepting takes (S-060)', () => {
  it.each([
    [0, false, undefined, false],
    [1, true, undefined, true],
    [2, false, { verificationLevel: 2 }, false],
    [3, true, { verificationLevel: 3 }, false],
  ] as const)('level %p is stored in one form', (verificationLevel, nextStepRequired, options, storedNextStep) => {
    const saved = normaliseDraft({ ...draft, nextStepRequired, options: { verificationLevel } });
    expect([saved.options, saved.nextStepRequired]).toEqual([options, storedNextStep]);
    expect(optionsOf(saved).verificationLevel).toBe(verificationLevel);
  });

  it('is the next step for a type saved before there were levels', () => {
    expect(optionsOf({ nextStepRequired: true }).verificationLevel).toBe(1);
    expect(normaliseDraft({ ...draft, nextStepRequired: true })).toEqual({ ...draft, nextStepRequired: true });
  });
});

describe('saving options', () => {
  const context = { projectId: '10000', now: '2026-11-22T10:00:00.000Z', actorId: 'admin', commandId: 'command-1', newId: () => 't1' };

  it('publishes a version when one is switched, and none when what is stored means the same already', () => {
    const first = decideConfig(EMPTY_CONFIG, { type: 'saveType', typeId: null, draft }, context);
    if (!first.ok) throw new Error(first.refusal.code);
    const switched = decideConfig(
      first.config,
      { type: 'saveType', typeId: 't1', draft: { ...draft, options: { due: { kind: 'nextWorkingDay' } } }, note: 'Due dates' },
      context,
    );
    if (!switched.ok) throw new Error(switched.refusal.code);
    expect(switched.config.types[0]?.current).toMatchObject({ version: 2, options: { due: { kind: 'nextWorkingDay' } } });
    const same = decideConfig(
      first.config,
      { type: 'saveType', typeId: 't1', draft: { ...draft, options: { ...NO_OPTIONS, overdueReminds: true } } },
      context,
    );
    expect(same).toMatchObject({ ok: true, events: [] });
  });
});

import fc from 'fast-check';
import {
  decideConfig,
  MAX_TYPES,
  type ConfigCommand,
  type ConfigContext,
  type ConfigDecision,
} from '../../../src/domain/type/decide-config';
import { EMPTY_CONFIG, evolveConfig } from '../../../src/domain/type/evolve-config';
import type { HandoffType, ProjectConfig, Route, TypeDraft } from '../../../src/domain/type/handoff-type';
import { devToQa } from '../../../src/domain/type/starters/dev-to-qa';
import { toFirstDraft } from '../../../src/domain/type/starters/starter';

const route: Route = { fromStatusIds: ['dev'], toStatusId: 'qa' };
const draft = (more: Partial<TypeDraft> = {}): TypeDraft => ({ ...toFirstDraft(devToQa, route), ...more });

function contextWithIds(): ConfigContext {
  let made = 0;
  return { projectId: '1', now: '2026-03-02T09:00:00.000Z', actorId: 'lead', commandId: 'command-1', newId: () => `type-${(made += 1)}` };
}

function done(decision: ConfigDecision): Extract<ConfigDecision, { ok: true }> {
  if (!decision.ok) throw new Error(`refused: ${decision.refusal.code}`);
  return decision;
}

function after(config: ProjectConfig, ...commands: readonly ConfigCommand[]): ProjectConfig {
  const context = contextWithIds();
  return commands.reduce((current, command) => done(decideConfig(current, command, context)).config, config);
}

const refusalOf = (config: ProjectConfig, command: ConfigCommand) => {
  const decision = decideConfig(config, command, { ...contextWithIds(), newId: () => 'fresh' });
  return decision.ok ? null : decision.refusal;
};

const note = 'The testers have a new name';
const on = after(EMPTY_CONFIG, { type: 'turnOn', route });

describe('decideConfig', () => {
  it('turns a project on with Dev to QA along the given route', () => {
    const { events, config } = done(decideConfig(EMPTY_CONFIG, { type: 'turnOn', route }, contextWithIds()));
    expect(events.map(({ type }) => type)).toEqual(['project.turned_on', 'type.published']);
    expect(config.on).toBe(true);
    expect(config.types).toEqual([
      { current: { ...draft(), typeId: 'type-1', version: 1 }, switches: { active: true, gatePaused: false }, since: '2026-03-02' },
    ]);
  });

  it('asks for a route the first time, and only then', () => {
    expect(refusalOf(EMPTY_CONFIG, { type: 'turnOn', route: null })).toEqual({ code: 'ROUTE_MISSING', path: 'route' });
    const again = after(on, { type: 'turnOff' }, { type: 'turnOn', route: null });
    expect(again).toEqual(on);
  });

  it('decides nothing for what is so already', () => {
    expect(done(decideConfig(on, { type: 'turnOn', route }, contextWithIds())).events).toEqual([]);
    expect(done(decideConfig(EMPTY_CONFIG, { type: 'turnOff' }, contextWithIds())).events).toEqual([]);
    expect(done(decideConfig(on, { type: 'saveType', typeId: 'type-1', draft: draft() }, contextWithIds())).events).toEqual([]);
    expect(done(decideConfig(on, { type: 'switchType', typeId: 'type-1', active: true }, contextWithIds())).events).toEqual([]);
  });

  it('publishes the next version and leaves the older one as it was (E15, E16)', () => {
    const before = structuredClone(on);
    const { events, config } = done(
      decideConfig(on, { type: 'saveType', typeId: 'type-1', draft: draft({ team: ' Testers ' }), note }, contextWithIds()),
    );
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      type: 'type.published',
      handoffType: { version: 2, team: 'Testers' },
      change: { note, at: '2026-03-02T09:00:00.000Z', by: 'lead' },
    });
    expect(config.types[0]?.current).toMatchObject({ typeId: 'type-1', version: 2 });
    expect(on).toEqual(before);
  });

  it('asks what changed in a type that exists, in words; a new one and one that stays as it is need none', () => {
    const changed = { type: 'saveType', typeId: 'type-1', draft: draft({ team: 'Testers' }) } as const;
    expect(refusalOf(on, changed)).toEqual({ code: 'NOTE_MISSING', path: 'note' });
    expect(refusalOf(on, { ...changed, note: '  ' })).toEqual({ code: 'NOTE_MISSING', path: 'note' });
    expect(refusalOf(on, { ...changed, draft: draft() })).toBeNull();
    expect(refusalOf(on, { ...changed, typeId: null, draft: draft({ route: { fromStatusIds: ['qa'], toStatusId: 'dev' } }) })).toBeNull();
  });

  it('refuses a second active type on a route, whichever from-status they share', () => {
    const second: ConfigCommand = {
      type: 'saveType',
      typeId: null,
      draft: draft({ route: { fromStatusIds: ['fix', 'dev'], toStatusId: 'qa' } }),
    };
    expect(refusalOf(on, second)).toEqual({ code: 'ROUTE_TAKEN', path: 'draft.route', takenBy: 'type-1' });
    expect(refusalOf(on, { ...second, draft: draft({ route: { fromStatusIds: ['dev'], toStatusId: 'docs' } }) })).toBeNull();
  });

  it('frees the route of an inactive type, and refuses to activate it once the route is taken (E38)', () => {
    const off = after(on, { type: 'switchType', typeId: 'type-1', active: false });
    const taken = done(
      decideConfig(off, { type: 'saveType', typeId: null, draft: draft() }, { ...contextWithIds(), newId: () => 'second' }),
    ).config;
    expect(refusalOf(taken, { type: 'switchType', typeId: 'type-1', active: true })).toEqual({
      code: 'ROUTE_TAKEN',
      path: 'active',
      takenBy: 'second',
    });
    expect(refusalOf(taken, { type: 'saveType', typeId: 'type-1', draft: draft({ team: 'Testers' }), note })).toBeNull();
  });

  it('pauses the gate of a type without touching its version', () => {
    const paused = after(on, { type: 'switchType', typeId: 'type-1', gatePaused: true });
    expect(paused.types[0]).toEqual({ ...on.types[0], switches: { active: true, gatePaused: true } });
  });

  it('refuses items or sections that cannot be told apart', () => {
    const [first] = devToQa.items;
    if (first === undefined) throw new Error('the starter has items');
    const save = (more: Partial<TypeDraft>) => refusalOf(on, { type: 'saveType', typeId: 'type-1', draft: draft(more), note });
    expect(save({ items: [first, { ...first, title: 'Other' }] })).toEqual({ code: 'DUPLICATE_ID', path: 'draft.items.1.itemId' });
    expect(save({ items: [first, { ...first, itemId: 'other', title: ' pull REQUEST' }] })).toEqual({
      code: 'DUPLICATE_TITLE',
      path: 'draft.items.1.title',
    });
    expect(save({ items: [{ ...first, title: 'Situation' }] })).toEqual({ code: 'DUPLICATE_TITLE', path: 'draft.notePrompts.0.title' });
    expect(save({ items: [{ ...first, kind: 'field' }] })).toEqual({ code: 'FIELD_MISSING', path: 'draft.items.0.fieldId' });
    expect(save({ options: { verificationLevel: 3 } })).toEqual({ code: 'SECOND_PERSON_MISSING', path: 'draft.options.accountableId' });
    expect(save({ items: [] })).toEqual({ code: 'ITEM_MISSING', path: 'draft.items' });
  });

  it('lets nothing else block: one optional item and no note is enough', () => {
    const [first] = devToQa.items;
    const least = draft({ items: first === undefined ? [] : [{ ...first, required: false }], notePrompts: [] });
    expect(refusalOf(on, { type: 'saveType', typeId: 'type-1', draft: least, note })).toBeNull();
  });

  it('takes back settings that mean nothing for the kind of an item', () => {
    const [first] = devToQa.items;
    if (first === undefined) throw new Error('the starter has items');
    const items = [{ ...first, kind: 'tick' as const, allowNoneKnown: true, allowInDescription: true, fieldId: 'customfield_1' }];
    const saved = after(on, { type: 'saveType', typeId: 'type-1', draft: draft({ items }), note });
    expect(saved.types[0]?.current.items[0]).toMatchObject({
      kind: 'tick',
      allowNoneKnown: false,
      allowInDescription: false,
      fieldId: null,
    });
  });

  it('knows at most 50 types and none that does not exist', () => {
    const entry = (index: number): ProjectConfig['types'][number] => ({
      current: { ...draft({ route: { fromStatusIds: [`from-${index}`], toStatusId: 'qa' } }), typeId: `t${index}`, version: 1 },
      switches: { active: true, gatePaused: false },
    });
    const full = { ...on, types: Array.from({ length: MAX_TYPES }, (_, index) => entry(index)) };
    expect(refusalOf(full, { type: 'saveType', typeId: null, draft: draft() })).toMatchObject({ code: 'TOO_MANY_TYPES' });
    expect(refusalOf(full, { type: 'saveType', typeId: 't0', draft: draft(), note })).toBeNull();
    expect(refusalOf(on, { type: 'saveType', typeId: 'gone', draft: draft() })).toMatchObject({ code: 'NOT_FOUND' });
    expect(refusalOf(on, { type: 'switchType', typeId: 'gone', active: false })).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('decideConfig under any commands', () => {
  const status = fc.constantFrom('dev', 'qa', 'docs', 'done');
  const anyDraft = fc
    .record({
      fromStatusIds: fc.uniqueArray(status, { minLength: 1, maxLength: 3 }),
      toStatusId: status,
      team: fc.constantFrom('QA', 'Docs'),
    })
    .map(({ team, ...anyRoute }) => draft({ team, route: anyRoute }));
  const typeId = fc.constantFrom('type-1', 'type-2', 'type-3', 'gone');
  const command: fc.Arbitrary<ConfigCommand> = fc.oneof(
    fc.record({ type: fc.constant('turnOn' as const), route: fc.constantFrom(route, null) }),
    fc.record({ type: fc.constant('turnOff' as const) }),
    fc.record({
      type: fc.constant('saveType' as const),
      typeId: fc.option(typeId),
      draft: anyDraft,
      note: fc.constantFrom(undefined, note),
    }),
    fc.record({ type: fc.constant('switchType' as const), typeId, active: fc.boolean(), gatePaused: fc.boolean() }),
  );

  it('no two active types share a (from, to), versions grow by one, and replay gives the same configuration', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 25 }), (commands) => {
        const context = contextWithIds();
        const published = new Map<string, readonly HandoffType[]>();
        let config = EMPTY_CONFIG;
        let replayed = EMPTY_CONFIG;
        for (const one of commands) {
          const decision = decideConfig(config, one, context);
          if (!decision.ok) continue;
          config = decision.config;
          for (const event of decision.events) {
            replayed = evolveConfig(replayed, event);
            if (event.type !== 'type.published') continue;
            const versions = published.get(event.handoffType.typeId) ?? [];
            expect(event.handoffType.version).toBe(versions.length + 1);
            published.set(event.handoffType.typeId, [...versions, event.handoffType]);
          }
        }
        expect(replayed).toEqual(config);
        const pairs = config.types
          .filter(({ switches }) => switches.active)
          .flatMap(({ current }) => current.route.fromStatusIds.map((from) => `${from} to ${current.route.toStatusId}`));
        expect(new Set(pairs).size).toBe(pairs.length);
      }),
    );
  });
});

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { MAX_TRANSFER_BYTES, readTransferFile, transferFile } from '../../../src/contract/transfer-file';
import { decideConfig } from '../../../src/domain/type/decide-config';
import { EMPTY_CONFIG } from '../../../src/domain/type/evolve-config';
import type { HandoffType, ProjectConfig } from '../../../src/domain/type/handoff-type';
import { toDraft } from '../../../src/domain/type/starters/starter';
import { EMPTY_GUIDE, type Guide, type RaciR } from '../../../src/domain/type/guide';
import { STARTERS } from '../../../src/domain/type/starters/starter-library';
import { groupsInFile } from '../../../src/domain/type/transfer/groups-in-file';
import { planImport } from '../../../src/domain/type/transfer/plan-import';
import {
  toTransferFile,
  transferText,
  type Places,
  type TransferFile,
  type TransferPage,
} from '../../../src/domain/type/transfer/transfer-file';
import { changesPage, withPage as overlay, withPages } from '../../../src/domain/type/transfer/transfer-page';
import { A_GUIDE } from '../../support/a-guide';
import { everyOption } from '../../support/every-option';

const named = (...names: readonly string[]) =>
  names.map((name, index) => ({ id: `${name.toLowerCase().replace(/\W/gu, '')}${index}`, name }));
const places: Places = {
  statuses: named('S0', 'S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8'),
  workItemTypes: named('Story', 'Bug'),
  roles: named('QA engineers'),
  fields: named('Environment', 'Platform'),
  userFields: named('Tester'),
};
const id = (list: Exclude<keyof Places, 'groups'>, index: number): string => places[list][index]?.id ?? '';

/** The eight starters on routes of their own, the first with everything a type can name of Jira's. */
const types: readonly HandoffType[] = STARTERS.map((starter, index) => {
  const draft = toDraft(starter, { fromStatusIds: [id('statuses', index)], toStatusId: id('statuses', index + 1) });
  const [first, ...items] = draft.items;
  if (first === undefined || index > 0) return { ...draft, typeId: `t${index}`, version: index + 1 };
  return {
    ...draft,
    typeId: 't0',
    version: 1,
    workItemTypeIds: [id('workItemTypes', 1)],
    receiver: { kind: 'role', roleId: id('roles', 0), roleName: 'QA engineers' },
    options: { ...everyOption('u-tom'), workStatusIds: [id('statuses', 2)] },
    items: [
      { ...first, kind: 'field', fieldId: id('fields', 0), appliesIf: { fieldId: id('fields', 1), equals: 'Web' }, owner: 'Build team' },
      ...items,
    ],
  };
});
const NO_ROW = { responsible: [], accountable: [], consulted: [], informed: [], receiver: [] };
const TOM = { kind: 'person', accountId: 'u-tom' } as const;
const file = toTransferFile(types, places);
const text = transferText(file);

const plan = (from: TransferFile, config: ProjectConfig = EMPTY_CONFIG, to: Places = places, statuses = {}) =>
  planImport(from, { config, places: to }, { statuses, note: 'Imported' });

function read(given: string): TransferFile {
  const answer = readTransferFile(given);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.file;
}

/** The project after every step of a plan was saved. */
function imported(config: ProjectConfig, from: TransferFile): ProjectConfig {
  return plan(from, config).steps.reduce((now, { typeId, draft }, index) => {
    const context = { projectId: '1', now: '2026-01-01T00:00:00.000Z', actorId: 'u', commandId: 'c', newId: () => `new${index}` };
    const decision = decideConfig(now, { type: 'saveType', typeId, draft, note: 'Imported' }, context);
    if (!decision.ok) throw new Error(decision.refusal.code);
    return decision.config;
  }, config);
}

const typesOf = (config: ProjectConfig): readonly HandoffType[] => config.types.map(({ current }) => current);

describe('types as a file', () => {
  it('S-026: come back from an empty project byte for byte, and importing them twice changes nothing', () => {
    expect(read(text)).toEqual(file);
    const there = imported(EMPTY_CONFIG, read(text));
    expect(transferText(toTransferFile(typesOf(there), places))).toBe(text);
    expect(plan(read(text), there).steps.map(({ effect }) => effect)).toEqual(types.map(() => 'unchanged'));
    const renamed = { ...file, types: file.types.map((type, index) => (index === 0 ? { ...type, team: 'Testers' } : type)) };
    expect(plan(renamed, there).steps.map(({ effect }) => effect)).toEqual(['changed', ...types.slice(1).map(() => 'unchanged')]);
    expect(plan(file).steps.map(({ effect }) => effect)).toEqual(types.map(() => 'new'));
  });

  it('find statuses, roles and fields by name in a project where the ids are others', () => {
    const other = (list: Places['statuses']) => list.map((each) => ({ id: `other-${each.id}`, name: ` ${each.name.toUpperCase()}` }));
    const elsewhere: Places = {
      statuses: other(places.statuses),
      workItemTypes: other(places.workItemTypes),
      roles: other(places.roles),
      fields: other(places.fields),
      userFields: other(places.userFields),
    };
    const { steps, unknown, problems } = plan(file, EMPTY_CONFIG, elsewhere);
    expect({ unknown, problems }).toEqual({ unknown: [], problems: [] });
    expect(steps[0]?.draft).toMatchObject({
      route: { fromStatusIds: ['other-s00'], toStatusId: 'other-s11' },
      workItemTypeIds: ['other-bug1'],
      receiver: { kind: 'role', roleId: 'other-qaengineers0' },
    });
    expect(steps[0]?.draft.items[0]).toMatchObject({ fieldId: 'other-environment0', appliesIf: { fieldId: 'other-platform1' } });
  });

  it('name what a project does not have by its path; a status may be said to be another one', () => {
    const without = { ...places, statuses: places.statuses.slice(1), roles: [] };
    const { steps, unknown } = plan(file, EMPTY_CONFIG, without);
    expect(unknown).toEqual([
      { path: 'types[0].route.from[0]', kind: 'status', name: 'S0' },
      { path: 'types[0].receiver.role', kind: 'role', name: 'QA engineers' },
    ]);
    expect(steps).toHaveLength(types.length - 1);
    const mapped = plan(file, EMPTY_CONFIG, { ...without, roles: places.roles }, { S0: id('statuses', 5) });
    expect(mapped.unknown).toEqual([]);
    expect(mapped.steps[0]?.draft.route.fromStatusIds).toEqual([id('statuses', 5)]);
  });

  it('tell twins of one name apart by the id, and ask where it does not help', () => {
    const twins = { ...places, statuses: [...places.statuses, { id: 'twin', name: 'S0' }] };
    expect(plan(file, EMPTY_CONFIG, twins).unknown).toEqual([]);
    const [first, ...others] = file.types;
    const bare = {
      ...file,
      types: first === undefined ? [] : [{ ...first, route: { ...first.route, from: [{ name: 'S0' }] } }, ...others],
    };
    expect(plan(bare, EMPTY_CONFIG, twins).unknown).toEqual([{ path: 'types[0].route.from[0]', kind: 'status', name: 'S0' }]);
  });

  it('S-026: find a group by its id, else by its only name; without either the type comes in without it, named by its path', () => {
    const [first] = file.types;
    if (first === undefined) throw new Error('no type');
    const named = { ...first, receiver: { kind: 'group', group: { name: 'QA team', id: 'g-1' } } } as const;
    const from: TransferFile = { ...file, types: [named] };
    const on = (groups: NonNullable<Places['groups']>) => plan(from, EMPTY_CONFIG, { ...places, groups });
    const waiver = { groupId: 'release-managers', groupName: 'Release managers' };
    const managers = { id: 'release-managers', name: 'Renamed since' };
    const receiverOf = ({ steps }: ReturnType<typeof plan>) => steps[0]?.draft.receiver;

    expect(groupsInFile(from)).toEqual([
      { name: 'QA team', id: 'g-1' },
      { name: 'Release managers', id: 'release-managers' },
    ]);
    const known = on([{ id: 'g-1', name: 'QA' }, managers]);
    expect([receiverOf(known), known.steps[0]?.draft.options?.waiverGroup, known.leftOut]).toEqual([
      { kind: 'group', groupId: 'g-1', groupName: 'QA team' },
      waiver,
      [],
    ]);
    expect(known.steps[0]?.draft).toEqual(plan(from).steps[0]?.draft);

    const byName = on([{ id: 'other', name: 'qa team ' }, managers]);
    expect([receiverOf(byName), byName.leftOut]).toEqual([{ kind: 'group', groupId: 'other', groupName: 'qa team ' }, []]);

    const without = on([]);
    expect(without.leftOut).toEqual([
      { path: 'types[0].receiver.group', kind: 'receiver', name: 'QA team' },
      { path: 'types[0].options.waiverGroup', kind: 'waiver', name: 'Release managers' },
    ]);
    expect([receiverOf(without), without.steps[0]?.draft.options?.waiverGroup]).toEqual([{ kind: 'senderChooses' }, undefined]);

    const twins = on([{ id: 'a', name: 'QA team' }, { id: 'b', name: 'QA team' }, managers]);
    expect(twins.leftOut.map(({ path }) => path)).toEqual(['types[0].receiver.group']);
  });

  it('S-026: carry their playbook pages without people, and come back byte for byte; what is written already is not written again', () => {
    const row = {
      ...NO_ROW,
      responsible: [{ kind: 'role', roleId: id('roles', 0), roleName: 'QA engineers' }, TOM],
      accountable: [{ kind: 'userField', fieldId: id('userFields', 0), fieldName: 'Tester' }],
      receiver: [{ kind: 'group', groupId: 'g-1', groupName: 'QA team' }],
      informed: [{ kind: 'other', name: 'Release notes' }],
    } satisfies RaciR;
    const written: Guide = { ...EMPTY_GUIDE, ...A_GUIDE, championId: 'u-tom', raciR: row, reviewedOn: '2026-01-02', reviewedBy: 'u-tom' };
    const withPage = withPages(file, [written], places);
    const pageText = transferText(withPage);
    expect([withPage.types[0]?.page === undefined, withPage.types[1]?.page]).toEqual([false, undefined]);
    expect(JSON.stringify(withPage.types[0]?.page)).not.toContain('u-tom');
    expect(read(pageText)).toEqual(withPage);
    expect(
      transferText(
        withPages(
          file,
          types.map(() => EMPTY_GUIDE),
          places,
        ),
      ),
    ).toBe(text);

    const [step] = plan(read(pageText)).steps;
    if (step?.page === undefined || step.page === null) throw new Error('no page');
    expect(step.page.effect).toBe('new');
    const there = overlay(EMPTY_GUIDE, step.page.carried);
    expect(there).toEqual({
      ...written,
      championId: null,
      reviewedOn: null,
      reviewedBy: null,
      raciR: { ...row, responsible: [row.responsible[0]] },
    });
    expect(transferText(withPages(file, [there], places))).toBe(pageText);
    expect([written, there, { ...written, example: 'Another' }].map((stands) => changesPage(stands, step.page!.carried))).toEqual([
      false,
      false,
      true,
    ]);
    expect(overlay({ ...written, example: 'Another' }, step.page.carried)).toMatchObject({ championId: 'u-tom', reviewedOn: '2026-01-02' });
  });

  it('S-026: a row of a page that is not complete without people or what is not here is left out, and so said', () => {
    const one = file.types[0];
    if (one === undefined) throw new Error('no type');
    const page = {
      whenUsed: 'Always',
      flow: { inputs: [], process: [], outputs: [] },
      raciR: { ...NO_ROW, responsible: [{ kind: 'role', role: { name: 'Nobody' } }], receiver: [{ kind: 'other', name: 'Customer' }] },
      agenda: [],
      pitfalls: [],
      example: '',
    } satisfies TransferPage;
    const { steps, leftOut, unknown } = plan({ ...file, types: [{ ...one, page }] });
    expect(unknown).toEqual([]);
    expect(leftOut).toEqual([
      { path: 'types[0].page.raciR.responsible[0].role', kind: 'entry', name: 'Nobody' },
      { path: 'types[0].page.raciR', kind: 'row', name: '' },
    ]);
    expect(steps[0]?.page?.carried).toMatchObject({ whenUsed: 'Always', raciR: null });
  });

  it('are refused with the type that has the move, and where a name comes twice', () => {
    const there = imported(EMPTY_CONFIG, file);
    const [first] = file.types;
    const other = first === undefined ? [] : [{ ...first, name: 'Another name' }];
    expect(plan({ ...file, types: other }, there).problems).toEqual([{ path: 'types[0].route', code: 'ROUTE_TAKEN', takenBy: 'Dev → QA' }]);
    const twice = first === undefined ? [] : [first, first];
    expect(plan({ ...file, types: twice }).problems).toEqual([{ path: 'types[1].name', code: 'NAME_TWICE' }]);
  });
});

describe('a broken file', () => {
  const problemsOf = (change: (type: Record<string, unknown>, whole: Record<string, unknown>) => unknown) => {
    const whole = JSON.parse(text) as { types: Record<string, unknown>[] };
    change(whole.types[1] ?? {}, whole);
    const answer = readTransferFile(JSON.stringify(whole));
    return answer.ok ? [] : answer.problems;
  };
  const itemOf = (type: Record<string, unknown>): Record<string, unknown> => (type['items'] as Record<string, unknown>[])[3] ?? {};

  it('S-026: names path and reason of what is missing, too long, not allowed or not known', () => {
    expect(problemsOf((type) => (itemOf(type)['title'] = 'x'.repeat(61)))).toEqual([
      { path: 'types[1].items[3].title', reason: 'tooLong', limit: 60 },
    ]);
    for (const name of ['name', 'route', 'items', 'receiver']) {
      const without = problemsOf((type) => (type[name] = undefined));
      expect(without).toEqual([{ path: `types[1].${name}`, reason: 'missing' }]);
    }
    expect(problemsOf((type) => (type['items'] = []))).toEqual([{ path: 'types[1].items', reason: 'tooFew', limit: 1 }]);
    expect(problemsOf((type) => (itemOf(type)['kind'] = 'song'))).toEqual([{ path: 'types[1].items[3].kind', reason: 'notAllowed' }]);
    const page = { ...withPages(file, [{ ...EMPTY_GUIDE, whenUsed: 'x'.repeat(1_001) }], places).types[0]?.page };
    expect(problemsOf((type) => (type['page'] = page))).toEqual([{ path: 'types[1].page.whenUsed', reason: 'tooLong', limit: 1_000 }]);
    const person = { ...page, whenUsed: '', raciR: { ...NO_ROW, accountable: [TOM] } };
    expect(problemsOf((type) => (type['page'] = person))).toMatchObject([{ path: 'types[1].page.raciR.accountable[0].kind' }]);
    expect(problemsOf((type) => (type['colour'] = 'red'))).toEqual([{ path: 'types[1].colour', reason: 'notKnown' }]);
    expect(problemsOf((_type, whole) => (whole['version'] = 2))).toEqual([{ path: 'version', reason: 'notAllowed' }]);
  });

  it('is refused whole when it is no JSON, too large, or has more types than a project can', () => {
    const refused = (given: string) => readTransferFile(given);
    expect(refused('{')).toEqual({ ok: false, problems: [{ path: '', reason: 'notJson' }] });
    expect(refused(' '.repeat(MAX_TRANSFER_BYTES + 1))).toEqual({ ok: false, problems: [{ path: '', reason: 'tooLarge', limit: 400 }] });
    const many = { ...file, types: Array.from({ length: 51 }, () => file.types[1]) };
    expect(refused(JSON.stringify(many))).toEqual({ ok: false, problems: [{ path: 'types', reason: 'tooMany', limit: 50 }] });
  });
});

interface JsonSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly oneOf?: readonly JsonSchema[];
  readonly $ref?: string;
}

describe('the published schema', () => {
  const schema = JSON.parse(readFileSync(resolve(__dirname, '../../../docs/handoff-types.schema.json'), 'utf8')) as JsonSchema & {
    readonly $defs: Readonly<Record<string, JsonSchema>>;
  };
  const follow = (node: JsonSchema): JsonSchema =>
    node.$ref === undefined ? node : (schema.$defs[node.$ref.slice('#/$defs/'.length)] ?? {});

  /** Names of a schema's properties, those that may be missing with a question mark. */
  function shapeOfJson(given: JsonSchema): unknown {
    const node = follow(given);
    if (node.items !== undefined) return [shapeOfJson(node.items)];
    if (node.oneOf !== undefined) return node.oneOf.filter(({ type }) => type !== 'null').map(shapeOfJson);
    if (node.properties === undefined) return 'value';
    return Object.fromEntries(
      Object.entries(node.properties)
        .map(([name, child]) => [node.required?.includes(name) === true ? name : `${name}?`, shapeOfJson(child)])
        .sort(),
    );
  }

  /** As much of a valibot schema as its shape needs. */
  interface Schema {
    readonly kind: string;
    readonly type: string;
    readonly wrapped?: Schema;
    readonly pipe?: readonly Schema[];
    readonly item?: Schema;
    readonly options?: readonly (Schema | string | number)[];
    readonly entries?: Readonly<Record<string, Schema>>;
  }

  function shapeOfOurs(given: Schema): unknown {
    if (given.wrapped !== undefined) return shapeOfOurs(given.wrapped);
    const last = given.pipe?.filter(({ kind }) => kind === 'schema').at(-1);
    if (last !== undefined && last !== given && last.pipe === undefined && last.type !== given.type) return shapeOfOurs(last);
    if (given.item !== undefined) return [shapeOfOurs(given.item)];
    if (given.type === 'variant') return given.options?.flatMap((each) => (typeof each === 'object' ? [shapeOfOurs(each)] : []));
    if (given.entries === undefined) return 'value';
    return Object.fromEntries(
      Object.entries(given.entries)
        .map(([name, child]) => [child.type === 'exact_optional' ? `${name}?` : name, shapeOfOurs(child)])
        .sort(),
    );
  }

  it('names the same things, required and not, as what is read', () => {
    expect(shapeOfJson(schema)).toEqual(shapeOfOurs(transferFile));
  });
});

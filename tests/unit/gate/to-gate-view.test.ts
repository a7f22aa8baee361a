import fc from 'fast-check';
import { decideGate } from '../../../src/domain/gate/decide-gate';
import { MAX_NAMES } from '../../../src/domain/gate/gate-message';
import type { GateRoute } from '../../../src/domain/gate/projection';
import { placeLeft } from '../../../src/domain/gate/requirement';
import { toGateRoutes } from '../../../src/domain/gate/to-gate-routes';
import { MAX_GATE_VIEW_BYTES, toGateView, type SeenIssue } from '../../../src/domain/gate/to-gate-view';
import type { EndedHandoff, Handoff } from '../../../src/domain/handoff/handoff';
import { toMark } from '../../../src/domain/handoff/attachment-marks';
import { whatIsLeft } from '../../../src/domain/handoff/what-is-left';
import type { HandoffType, ProjectConfig } from '../../../src/domain/type/handoff-type';
import { AFTER_ENTRY, BEFORE_ENTRY, anInput, anIssue, aView, DEV, ENTERED_AT } from './samples';
import { aDraft, anItem, aRecord, aType, entry, sixThings } from './type-sample';

const seen: SeenIssue = { projectId: '1', issueTypeId: 'story', status: { id: DEV, enteredAt: ENTERED_AT } };
const only =
  (...types: readonly HandoffType[]) =>
  (typeId: string, version: number): HandoffType | null =>
    types.find((type) => type.typeId === typeId && type.version === version) ?? null;
const sizeOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
const configOf = (...types: readonly HandoffType[]): ProjectConfig => ({
  schema: 1,
  on: true,
  types: types.map((current) => ({ current, switches: { active: true, gatePaused: false } })),
  chain: { seq: 0, hash: '' },
});

const ended = (more: Partial<EndedHandoff> = {}): EndedHandoff => ({
  handoffId: '77-dev-qa-1',
  typeId: 'dev-qa',
  typeVersion: 1,
  state: 'CLOSED',
  attempts: 1,
  senderId: 'maya',
  receiverId: 'ana',
  firstOfferedAt: AFTER_ENTRY,
  lastOfferedAt: AFTER_ENTRY,
  acceptedAt: AFTER_ENTRY,
  endedAt: AFTER_ENTRY,
  endedBy: null,
  reason: 'timeout',
  rating: null,
  ...more,
});

describe('toGateView', () => {
  it('lists what is left of a draft in template order (S-061)', () => {
    const view = toGateView(aRecord([aDraft({ items: { pull_request: sixThings.items.pull_request } })]), seen, only(aType()));
    expect(view.handoffs).toEqual([
      expect.objectContaining({
        handoffId: '77-dev-qa-1',
        n: 1,
        state: 'DRAFT',
        waitsFor: 'sender',
        leftCount: 5,
        left: [
          { kind: 'item', id: 'where_to_test', title: 'Where to test', position: 1 },
          { kind: 'item', id: 'how_to_check', title: 'How to check it', position: 2 },
          { kind: 'item', id: 'known_issues', title: 'Known issues', position: 3 },
          { kind: 'section', id: 'situation', title: 'Situation', position: 8 },
          { kind: 'section', id: 'recommendation', title: 'Recommendation', position: 11 },
        ],
      }),
    ]);
  });

  it('shows the newest handoff of each type, also when it ended (E29)', () => {
    const view = toGateView(
      aRecord(
        [aDraft({ handoffId: '77-dev-qa-2', ...sixThings }), aDraft({ handoffId: '77-docs-1', typeId: 'docs' })],
        [
          ended({ handoffId: '77-docs-10', typeId: 'docs' }),
          ended(),
          ended({ handoffId: '77-ops-1', typeId: 'ops', state: 'CANCELLED', acceptedAt: null }),
        ],
      ),
      seen,
      only(aType(), aType({ typeId: 'docs' })),
    );
    expect(view.handoffs.map(({ handoffId, state }) => [handoffId, state])).toEqual([
      ['77-dev-qa-2', 'DRAFT'],
      ['77-docs-10', 'CLOSED'],
      ['77-ops-1', 'CANCELLED'],
    ]);
    expect(view.partial).toBe(false);
  });

  it('counts by the version the draft is pinned to (E15)', () => {
    const old = aType({ items: [anItem({ itemId: 'only', title: 'Only this' })], notePrompts: [] });
    const view = toGateView(aRecord([aDraft()]), seen, only(old, aType({ version: 2 })));
    expect(view.handoffs[0]?.left.map(({ title }) => title)).toEqual(['Only this']);
  });

  it('says that it is partial when a pinned version is not at hand', () => {
    expect(toGateView(aRecord([aDraft()]), seen, only())).toMatchObject({ handoffs: [], partial: true });
  });

  const wide = (typeId: string, itemOf: (index: number) => Parameters<typeof anItem>[0]): HandoffType =>
    aType({ typeId, items: Array.from({ length: 50 }, (_, index) => anItem(itemOf(index))), notePrompts: [] });
  const threeOf = (makeType: (typeId: string) => HandoffType) => {
    const types = ['one', 'two', 'three'].map(makeType);
    const handoffs = types.map(({ typeId }) => aDraft({ typeId, handoffId: `77-${typeId}-1` }));
    return { types, record: aRecord(handoffs) };
  };

  it('stays within 10 KB with three live handoffs of 50 long items, and counts right', () => {
    const { types, record } = threeOf((typeId) =>
      wide(typeId, (index) => ({ itemId: `item-${index}-${'i'.repeat(100)}`, title: '€'.repeat(60) })),
    );
    const view = toGateView(record, seen, only(...types));
    expect(sizeOf(view)).toBeLessThanOrEqual(MAX_GATE_VIEW_BYTES);
    expect(view.handoffs.map(({ leftCount }) => leftCount)).toEqual([50, 50, 50]);
    view.handoffs.forEach(({ left }) => expect(left.length).toBeGreaterThanOrEqual(3));
    expect(view.partial).toBe(false);
    expect(sizeOf(toGateView(record, seen, only(...types), Infinity))).toBeGreaterThan(MAX_GATE_VIEW_BYTES);
  });

  it('leaves whole handoffs to the truth when even that is too much', () => {
    const { types, record } = threeOf((typeId) =>
      wide(typeId, (index) => ({
        itemId: `item-${index}`,
        title: 'x'.repeat(60),
        kind: 'field',
        fieldId: `customfield_${index}${'0'.repeat(90)}`,
      })),
    );
    const view = toGateView(record, seen, only(...types));
    expect(sizeOf(view)).toBeLessThanOrEqual(MAX_GATE_VIEW_BYTES);
    expect(view.partial).toBe(true);
  });

  it('never grows beyond 10 KB, whatever has ended', () => {
    const many = Array.from({ length: 100 }, (_, index) =>
      ended({ typeId: `t${index}-${'t'.repeat(100)}`, handoffId: `77-t${index}-${'t'.repeat(100)}-1` }),
    );
    expect(sizeOf(toGateView(aRecord([], many), seen, only()))).toBeLessThanOrEqual(MAX_GATE_VIEW_BYTES);
  });
});

describe('the count of the gate and the count of the panel', () => {
  const type = aType({
    items: [
      anItem({ itemId: 'pr', kind: 'link' }),
      anItem({ itemId: 'risk', kind: 'field', fieldId: 'f1' }),
      anItem({ itemId: 'shots', kind: 'attachment' }),
      anItem({ itemId: 'where' }),
      anItem({ itemId: 'extra', kind: 'field', fieldId: 'f3', required: false }),
      anItem({ itemId: 'files', kind: 'attachment', confirmsAll: true }),
      anItem({ itemId: 'rollback', appliesIf: { fieldId: 'f4', equals: 'High' } }),
      anItem({ itemId: 'plan', kind: 'field', fieldId: 'f1', appliesIf: { fieldId: 'f4', equals: 'High' } }),
      anItem({ itemId: 'meeting', kind: 'when', mustBeAhead: true }),
      anItem({ itemId: 'slot', kind: 'when', window: true, mustBeAhead: true, appliesIf: { fieldId: 'f4', equals: 'High' } }),
      anItem({ itemId: 'dump', kind: 'attachment', confirmsAll: true, appliesIf: { fieldId: 'f4', equals: 'High' } }),
    ],
    receiver: { kind: 'userField', fieldId: 'f2', fieldName: 'Tester' },
  });
  const answer = fc.constantFrom(
    null,
    { kind: 'link' as const, url: 'https://a.example' },
    { kind: 'text' as const, text: 'Staging' },
    { kind: 'text' as const, text: 'tbd' },
    { kind: 'notApplicable' as const, reason: 'no risk' },
    { kind: 'noneNeeded' as const },
    { kind: 'attached' as const, attachments: [{ id: '1', sizeBytes: 10 }] },
    { kind: 'when' as const, at: BEFORE_ENTRY },
    { kind: 'when' as const, at: BEFORE_ENTRY, endsAt: AFTER_ENTRY },
    { kind: 'when' as const, at: '2026-03-09T10:00:00.000Z', endsAt: '2026-03-09T11:00:00.000Z' },
    { kind: 'unknown' as const, ownerId: 'ben', until: '2026-03-09', note: '' },
  );
  const ITEM_IDS = ['pr', 'risk', 'shots', 'where', 'files', 'rollback', 'plan', 'dump', 'meeting', 'slot'];
  const subset = fc.subarray(ITEM_IDS);
  const handoff = fc.record({
    state: fc.constantFrom('DRAFT' as const, 'RETURNED' as const),
    items: fc.dictionary(fc.constantFrom(...ITEM_IDS), answer.map(entry)),
    note: fc.dictionary(fc.constantFrom('situation', 'recommendation'), fc.constantFrom('Search is done', 'ok', null).map(entry)),
    receiver: fc.constantFrom(
      null,
      entry({ kind: 'person' as const, accountId: 'ana' }),
      entry({ kind: 'person' as const, accountId: 'maya' }),
    ),
    named: subset,
  });
  const facts = fc.record({
    filledFieldIds: fc.subarray(['f1', 'f2', 'f3']),
    attachments: fc.subarray([
      { id: '1', sizeBytes: 10 },
      { id: '2', sizeBytes: 20 },
    ]),
    receiverFieldAccountId: fc.constantFrom(null, 'ana', 'maya'),
    hasDescription: fc.constant(null),
    fieldValues: fc.record({ f4: fc.constantFrom([], ['High'], ['Low']) }),
  });

  it('are one and the same, before and after a return (I6, S-061)', () => {
    fc.assert(
      fc.property(handoff, facts, ({ state, named, ...rest }, live) => {
        const returned = [{ attempt: 1, at: AFTER_ENTRY, by: 'ana', reason: 'more', itemIds: named, sectionIds: [] }];
        const drafted: Handoff = aDraft({ ...rest, state, returns: state === 'RETURNED' ? returned : [] });
        const verdict = decideGate(
          anInput({
            now: AFTER_ENTRY,
            routes: toGateRoutes(configOf(type), '1'),
            view: toGateView(aRecord([drafted]), seen, only(type)),
            issue: anIssue({
              askedFieldIds: ['f1', 'f2', 'f3'],
              filledFieldIds: live.filledFieldIds,
              accountIds: live.receiverFieldAccountId === null ? {} : { f2: live.receiverFieldAccountId },
              attachmentCount: live.attachments.length,
              attachmentMarks: live.attachments.map(toMark),
              fieldValues: live.fieldValues,
            }),
            lookedUp: ['issue'],
          }),
        );
        const expected = whatIsLeft(drafted, type, live, AFTER_ENTRY);
        if (expected.length > 0)
          expect(verdict).toMatchObject({ kind: 'deny', denial: { code: 'INCOMPLETE', left: expected, leftCount: expected.length } });
        else
          expect(verdict).toMatchObject(
            state === 'RETURNED' ? { kind: 'deny', denial: { code: 'RETURNED' } } : { kind: 'allow', reason: 'prepared' },
          );
      }),
    );
  });

  it('are one and the same where nothing is prepared', () => {
    fc.assert(
      fc.property(facts, (live) => {
        const verdict = decideGate(
          anInput({
            routes: toGateRoutes(configOf(type), '1'),
            view: toGateView(aRecord([]), seen, only()),
            issue: anIssue({
              askedFieldIds: ['f1', 'f2'],
              filledFieldIds: live.filledFieldIds,
              accountIds: live.receiverFieldAccountId === null ? {} : { f2: live.receiverFieldAccountId },
              attachmentCount: live.attachments.length,
              attachmentMarks: live.attachments.map(toMark),
              fieldValues: live.fieldValues,
            }),
            lookedUp: ['issue'],
          }),
        );
        const left = whatIsLeft(null, type, live);
        expect(verdict).toMatchObject({ kind: 'deny', denial: { code: 'NOT_PREPARED', leftCount: left.length } });
        const named = verdict.kind === 'deny' ? verdict.denial.left.slice(0, MAX_NAMES) : [];
        expect(named).toEqual(left.slice(0, MAX_NAMES));
      }),
    );
  });
});

describe('toGateRoutes', () => {
  it('counts what Dev to QA asks for and names as many as the message does', () => {
    const routes = toGateRoutes(configOf(aType()), '1');
    expect(routes).toMatchObject({ projectId: '1', none: false, routes: [{ requiredCount: whatIsLeft(null, aType(), null).length }] });
    expect(routes.routes[0]?.required.map(({ title }) => title)).toEqual(['Pull request', 'Where to test', 'How to check it']);
  });

  it('of before, which list everything, count what they list', () => {
    const [route] = toGateRoutes(configOf(aType()), '1').routes;
    const { requiredCount: _count, ...rest } = route as GateRoute;
    const before: GateRoute = { ...rest, required: placeLeft(whatIsLeft(null, aType(), null), aType()) };
    const verdict = decideGate(anInput({ routes: { schema: 1, projectId: '1', none: false, routes: [before] }, view: aView([]) }));
    expect(verdict).toMatchObject({ kind: 'deny', denial: { code: 'NOT_PREPARED', leftCount: before.required.length } });
  });

  it('is known to be empty for a project that is off, was never on, or has only inactive types (E38)', () => {
    const config = configOf(aType());
    const inactive = { ...config, types: config.types.map((one) => ({ ...one, switches: { active: false, gatePaused: false } })) };
    expect(toGateRoutes(null, '1').none).toBe(true);
    expect(toGateRoutes({ ...config, on: false }, '1')).toMatchObject({ none: true, routes: [] });
    expect(toGateRoutes(inactive, '1')).toMatchObject({ none: true, routes: [] });
  });
});

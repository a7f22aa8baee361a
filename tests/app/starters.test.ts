import type { DraftChange } from '../../src/domain/handoff/command';
import type { Handoff } from '../../src/domain/handoff/handoff';
import type { HandoffType, TypeDraft } from '../../src/domain/type/handoff-type';
import { devToQa } from '../../src/domain/type/starters/dev-to-qa';
import { orderFulfilment } from '../../src/domain/type/starters/order-fulfilment';
import { releaseToOps } from '../../src/domain/type/starters/release-to-ops';
import { toDraft, type Starter } from '../../src/domain/type/starters/starter';
import { STARTERS } from '../../src/domain/type/starters/starter-library';
import { addMs } from '../../src/domain/handoff/instant';
import { AppSite } from '../support/app-site';
import { DAY_MS } from '../support/handoff-world';
import { SiteRows } from '../support/site-rows';

const PLACE = { projectKey: 'SHOP' };

let site: AppSite;
let rows: SiteRows;
let first: HandoffType;

beforeAll(async () => {
  site = await AppSite.start();
  rows = new SiteRows(site);
  first = await site.turnOn();
});
afterAll(async () => {
  rows.close();
  await site.close();
});

async function save(typeId: string | null, draft: TypeDraft): Promise<HandoffType> {
  const { rev } = await site.value('projectAdmin', 'settings.get', {}, PLACE);
  const note = typeId === null ? {} : { note: 'As the team works' };
  const { types } = await site.value('projectAdmin', 'settings.saveType', { rev, typeId, draft, ...note }, PLACE);
  const saved = typeId === null ? types.at(-1) : types.find(({ current }) => current.typeId === typeId);
  if (saved === undefined) throw new Error('the type was not saved');
  return saved.current;
}

/** What is written about a type, as it is stored; null: nothing. */
function guideOf({ typeId }: HandoffType): unknown {
  const key = rows.keys('project-document').find((each) => each.includes('guide') && each.includes(typeId));
  return key === undefined ? null : (rows.value('project-document', key)['body'] as { content: unknown }).content;
}

/** The first type with everything of a starter but its route. */
const asStarter = (starter: Starter): Promise<HandoffType> => save(first.typeId, toDraft(starter, first.route));

const text = (id: string, field: 'item' | 'section' = 'item'): DraftChange =>
  field === 'item'
    ? { field, id, value: { kind: 'text', text: `What is known of ${id}` }, basedOn: 0 }
    : { field, id, value: `What is known of ${id}`, basedOn: 0 };

const time = (id: string, at: string, endsAt?: string): DraftChange => ({
  field: 'item',
  id,
  value: { kind: 'when', at, ...(endsAt === undefined ? {} : { endsAt }) },
  basedOn: 0,
});

describe('starters on a site', () => {
  it('S-001: each of the eight is saved with its own checklist, prompts, RACI-R row and playbook page', async () => {
    const { statuses } = await site.value('projectAdmin', 'settings.get', {}, PLACE);
    const [from] = statuses;
    expect(guideOf(first)).toEqual(devToQa.guide);
    // Every status is left once: eight routes of their own out of a few statuses.
    const routes = statuses.flatMap((to) =>
      statuses
        .filter(({ id }) => id !== to.id && !(first.route.fromStatusIds.includes(id) && first.route.toStatusId === to.id))
        .map(({ id }) => ({ fromStatusIds: [id], toStatusId: to.id })),
    );
    expect(from).toBeDefined();
    for (const [index, starter] of STARTERS.entries()) {
      const draft = toDraft(starter, routes[index] ?? first.route);
      const saved = await save(null, draft);
      expect(saved).toEqual({ ...draft, typeId: saved.typeId, version: 1 });
      expect(guideOf(saved)).toEqual(starter.guide);
    }
  });

  it('S-008: a parcel without label, address and tracking code does not move, and each of them is named', async () => {
    await asStarter(orderFulfilment);
    const issueKey = await site.createInDevelopment('A parcel for Graz');
    const refused = await site.move('sender', issueKey, 'In QA');
    expect(refused.status).toBe(400);
    expect(refused.messages[0]).toMatch(/Needed: Shipping label, Tracking code, Pickup window/u);
    await site.edit('sender', issueKey, await asStarter(orderFulfilment), [
      time('pickup', '2031-03-10T13:00:00.000Z', '2031-03-10T15:00:00.000Z'),
      text('situation', 'section'),
      text('recommendation', 'section'),
      { field: 'receiver', value: { kind: 'person', accountId: site.account('receiver') }, basedOn: 0 },
    ]);
    const { messages } = await site.move('sender', issueKey, 'In QA');
    expect(messages[0]).toMatch(/3 left\. Missing Shipping label, Tracking code and Address matches the label\./u);
  });

  it('S-045: a pickup that ends before it starts is refused and stores nothing; special handling takes none or some of the others', async () => {
    const type = await asStarter(orderFulfilment);
    const issueKey = await site.createInDevelopment('A parcel for Linz');
    await site.edit('sender', issueKey, type, [time('pickup', '2031-03-10T13:00:00.000Z', '2031-03-10T15:00:00.000Z')]);
    const before = await site.handoff('sender', issueKey);
    const send = (id: string, value: object, basedOn: number) =>
      site.code(
        'sender',
        'handoff.edit',
        { commandId: site.commandId(), typeId: type.typeId, changes: [{ field: 'item', id, value, basedOn }] },
        { issueKey },
      );
    const backwards = { kind: 'when', at: '2031-03-10T15:00:00.000Z', endsAt: '2031-03-10T13:00:00.000Z' };
    expect(await send('pickup', backwards, 1)).toBe('INVALID_VALUE');
    const chosen = (...ids: string[]) => ({ kind: 'choice', chosen: ids.map((id) => ({ id, name: '' })) });
    for (const wrong of [chosen('none', 'fragile'), chosen('radioactive'), chosen('fragile', 'radioactive')])
      expect(await send('special_handling', wrong, 0)).toBe('INVALID_VALUE');
    expect(await site.handoff('sender', issueKey)).toEqual(before);

    expect(await send('special_handling', chosen('refrigerated', 'fragile'), 0)).toBeNull();
    expect((await site.handoff('sender', issueKey)).items['special_handling']?.value).toEqual({
      kind: 'choice',
      chosen: [
        { id: 'fragile', name: 'Fragile' },
        { id: 'refrigerated', name: 'Refrigerated' },
      ],
    });
  });

  it('S-052: a handover meeting in the past stops the move and is named, also once it has passed since', async () => {
    const type = await asStarter(releaseToOps);
    const issueKey = await site.createInDevelopment('Release 4.12');
    const past = '2020-03-02T09:00:00.000Z';
    await site.edit('sender', issueKey, type, [
      text('final_test_suite'),
      { field: 'item', id: 'release_notes', value: { kind: 'link', url: 'https://wiki.example.com/4.12' }, basedOn: 0 },
      time('handover_meeting', past),
      text('way_back'),
      text('situation', 'section'),
      text('recommendation', 'section'),
      { field: 'receiver', value: { kind: 'person', accountId: site.account('receiver') }, basedOn: 0 },
    ]);
    const left = async () => (await site.card('sender', issueKey)).left.map(({ title }) => title);
    const move = () => site.move('sender', issueKey, 'In QA');
    expect((await move()).messages[0]).toMatch(/1 left\. Missing Handover meeting/u);
    expect(await left()).toEqual(['Handover meeting']);

    const { createdAt, handoffId } = await site.handoff('sender', issueKey);
    await site.edit('sender', issueKey, type, [{ ...time('handover_meeting', addMs(createdAt, 2 * DAY_MS)), basedOn: 1 }]);
    expect(await left()).toEqual([]);
    await site.idle();
    expect(await site.stateField(issueKey)).toBe('Ready');
    await site.advance(2 * DAY_MS + 10 * 60_000);
    await site.idle();
    expect(await site.stateField(issueKey)).toBe('Draft');
    await site.advance(DAY_MS);
    expect(await left()).toEqual(['Handover meeting']);
    expect((await move()).messages[0]).toMatch(/1 left\. Missing Handover meeting/u);
    const handOff = () => site.value('sender', 'handoff.handOff', { commandId: site.commandId(), handoffId }, { issueKey });
    expect(await handOff()).toMatchObject({ outcome: 'incomplete' });

    await site.edit('sender', issueKey, type, [{ ...time('handover_meeting', addMs(createdAt, 4 * DAY_MS)), basedOn: 2 }]);
    expect((await move()).status).toBe(204);
  });

  it('S-070, S-075: what the receiver checks is not asked of the sender, goes back when it is not right, and is counted', async () => {
    const type = await asStarter(devToQa);
    const issueKey = await site.createInDevelopment('Vouchers');
    const prepared = await site.prepare(issueKey, type);
    expect((await site.card('sender', issueKey)).left).toEqual([]);
    const tick = { field: 'item', id: 'smoke_test', value: { kind: 'tick' }, basedOn: 0 };
    const edit = { commandId: site.commandId(), typeId: type.typeId, changes: [tick] };
    expect(await site.code('sender', 'handoff.edit', edit, { issueKey })).toBe('FORBIDDEN');

    const { handoffId } = prepared;
    await site.value('sender', 'handoff.handOff', { commandId: site.commandId(), handoffId }, { issueKey });
    await site.idle();
    const notRight = { commandId: site.commandId(), handoffId, reason: '', itemIds: ['smoke_test'], sectionIds: [] };
    await site.value('receiver', 'handoff.return', notRight, { issueKey });
    const returned: Handoff = await site.handoff('sender', issueKey);
    expect(returned.state).toBe('RETURNED');
    expect(returned.returns.at(-1)).toMatchObject({ itemIds: ['smoke_test'] });
    expect(returned.missedIds).toContain('smoke_test');
    expect((await site.card('sender', issueKey)).left).toEqual([]);
  });
});

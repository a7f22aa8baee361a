import type { DraftChange } from '../../src/domain/handoff/command';
import type { Handoff } from '../../src/domain/handoff/handoff';
import type { HandoffType, TypeDraft } from '../../src/domain/type/handoff-type';
import { devToQa } from '../../src/domain/type/starters/dev-to-qa';
import { orderFulfilment } from '../../src/domain/type/starters/order-fulfilment';
import { toDraft, type Starter } from '../../src/domain/type/starters/starter';
import { STARTERS } from '../../src/domain/type/starters/starter-library';
import { AppSite } from '../support/app-site';
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
    expect(refused.messages[0]).toMatch(/Needed: Shipping label, Tracking code, Pickup place and time/u);
    await site.edit('sender', issueKey, await asStarter(orderFulfilment), [
      text('pickup'),
      text('situation', 'section'),
      text('recommendation', 'section'),
      { field: 'receiver', value: { kind: 'person', accountId: site.account('receiver') }, basedOn: 0 },
    ]);
    const { messages } = await site.move('sender', issueKey, 'In QA');
    expect(messages[0]).toMatch(/3 left\. Missing Shipping label, Tracking code and Address matches the label\./u);
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

import type { HandoffType } from '../../src/domain/type/handoff-type';
import { AppSite } from '../support/app-site';
import { fiftyItems, putTypes, saveFirst } from '../support/large-settings';
import { SiteRows } from '../support/site-rows';

const PLACE = { projectKey: 'SHOP' };
const MAX_VALUE_BYTES = 240 * 1024;

let site: AppSite;
let rows: SiteRows;
let type: HandoffType;

beforeAll(async () => {
  site = await AppSite.start();
  rows = new SiteRows(site);
  type = await site.turnOn();
});
afterAll(async () => {
  rows.close();
  await site.close();
});

describe('fifty types of fifty items', () => {
  it('are saved within the limits of storage, and open, stop moves and lose a former colleague as small settings do', async () => {
    const leaving = { receiver: { kind: 'person', accountId: site.account('outsider') } } as const;
    await putTypes(site, rows, type, { count: 49, more: (n) => ({ items: fiftyItems(), ...(n === 40 ? leaving : {}) }) });
    // Saved once more by name, so that the weekly report asks about the one the others name too.
    expect(await saveFirst(site, type, { items: fiftyItems(), options: { accountableId: site.account('outsider') } })).toBeNull();

    const keys = rows.keys('project-config');
    expect(keys.filter((key) => key.startsWith('cp:10000:')).length).toBeGreaterThan(3);
    for (const key of keys) expect(Buffer.byteLength(JSON.stringify(rows.value('project-config', key)))).toBeLessThan(MAX_VALUE_BYTES);
    expect(Buffer.byteLength(JSON.stringify(rows.value('gate-routes', 'p:SHOP')))).toBeLessThan(MAX_VALUE_BYTES / 2);

    await site.takeCalls();
    const view = await site.value('projectAdmin', 'settings.get', {}, PLACE);
    const reads = (await site.takeCalls()).filter(({ service }) => service === 'kvs').map(({ path }) => path);
    expect(reads).toEqual(['/api/v1/entity/get', '/api/v1/batch/get']);
    expect(view.types.map(({ current }) => current.items.length)).toEqual(Array.from({ length: 50 }, () => 50));
    expect(view.types.map(({ current }) => current.name)).toEqual([
      type.name,
      ...Array.from({ length: 49 }, (_, n) => `Large ${String(n + 1)}`),
    ]);

    const issueKey = await site.createInDevelopment('Very many handoff types');
    const { status, messages } = await site.move('sender', issueKey, 'In QA');
    expect([status, messages[0]]).toEqual([
      400,
      expect.stringMatching(/^Nothing prepared for QA yet\. Needed: 00 x+…, 01 x+…, 02 x+… and 49 more\./u),
    ]);
    await site.idle();
    await site.takeCalls();
    const { left } = await site.card('sender', issueKey);
    expect(left).toHaveLength(52);
    expect((await site.takeCalls()).filter(({ service }) => service === 'kvs')).toHaveLength(2);
    await site.edit('sender', issueKey, type, [{ field: 'section', id: 'situation', value: 'Something is here', basedOn: 0 }]);
    await site.idle();
    await site.takeCalls();
    expect((await site.move('sender', issueKey, 'In QA')).messages[0]).toMatch(/^Not ready for QA: 52 left\./u);
    const gate = (await site.takeCalls()).filter(({ functionKey, service }) => functionKey === 'gate' && service !== 'events');
    expect(gate.map(({ path }) => path)).toEqual(['/api/v1/entity/get', '/api/v1/entity/get']);

    await site.request('POST', '/_local/accounts', { accountId: site.account('outsider'), active: false });
    await site.advance(8 * 24 * 3_600_000);
    await site.idle();
    await site.request('POST', '/_local/invoke', { moduleKey: 'personal-data', payload: {} });
    await site.idle();
    expect(rows.stored().includes(site.account('outsider'))).toBe(false);
    expect((await site.value('projectAdmin', 'settings.get', {}, PLACE)).types).toHaveLength(50);
  });
});

describe('settings at their limits', () => {
  it('more than storage or the gate can take is SETTINGS_TOO_LARGE, and what stood before stands', async () => {
    const names = (of: string): string => `customfield_${of.repeat(100)}`;
    const asked = { kind: 'field', fieldId: names('1'), appliesIf: { fieldId: names('2'), equals: 'z'.repeat(100) } } as const;
    await putTypes(site, rows, type, { count: 12, more: () => ({ items: fiftyItems(asked) }) });
    await rows.unchanged(async () => expect(await saveFirst(site, type, { name: 'Too much to ask Jira' })).toBe('SETTINGS_TOO_LARGE'));
    const wide = { title: '字'.repeat(60), hint: '字'.repeat(200) };
    await putTypes(site, rows, type, { count: 49, more: () => ({ items: fiftyItems(wide) }) });
    await rows.unchanged(async () => expect(await saveFirst(site, type, { name: 'Too much to keep' })).toBe('SETTINGS_TOO_LARGE'));
    expect((await site.value('projectAdmin', 'settings.get', {}, PLACE)).types).toHaveLength(50);
  });
});

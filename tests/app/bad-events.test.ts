import { AppSite, type JsonAnswer } from '../support/app-site';
import { SiteRows } from '../support/site-rows';

let site: AppSite;
let rows: SiteRows;

beforeAll(async () => {
  site = await AppSite.start();
  rows = new SiteRows(site);
  await site.handOver(await site.createInDevelopment('Offered'), await site.turnOn());
});
afterAll(async () => {
  rows.close();
  await site.close();
});

describe('the platform’s other doors', () => {
  const invoke = (moduleKey: string, payload: unknown): Promise<JsonAnswer> =>
    site.request('POST', '/_local/invoke', { moduleKey, payload });
  const GARBAGE: readonly unknown[] = [
    null,
    7,
    'text',
    [],
    { eventType: '__proto__', body: { kind: '__proto__' } },
    { eventType: 'avi:jira:deleted:issue', issue: { id: '../i' }, body: { kind: 'deliver', issueId: '../i' } },
  ];

  it.each(['issue-events', 'project-events', 'work', 'upkeep'])('%s takes nothing it cannot read', async (moduleKey) => {
    for (const payload of GARBAGE) expect((await rows.unchanged(() => invoke(moduleKey, payload))).status).toBe(200);
  });

  it.each(['sweep', 'personal-data'])('%s does its work whatever it is called with', async (moduleKey) => {
    for (const payload of GARBAGE) expect((await invoke(moduleKey, payload)).body).toEqual({ statusCode: 204 });
  });

  it('the validator stops what it cannot read', async () => {
    for (const payload of GARBAGE)
      expect((await rows.unchanged(() => invoke('handoff-gate', payload))).body).toMatchObject({ result: false });
  });

  it('an event about a work item Jira does not have, and one in somebody else’s name, change nothing', async () => {
    const event = {
      eventType: 'avi:jira:updated:issue',
      issue: { id: '99999', key: 'SHOP-999' },
      atlassianId: site.account('lead'),
      changelog: { items: [{ field: 'status', fieldId: 'status', from: '10001', to: '10002' }] },
    };
    expect((await rows.unchanged(() => invoke('issue-events', event))).status).toBe(200);
    for (const kind of ['deliver', 'observe', 'recordRefusal']) {
      expect(
        (
          await rows.unchanged(() =>
            invoke('work', { body: { kind, issueId: '99999', handoffIds: ['99999-t1-1'], missedIds: [], observed: false } }),
          )
        ).status,
      ).toBe(200);
    }
  });
});

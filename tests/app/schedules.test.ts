import { AppSite } from '../support/app-site';

let site: AppSite;

beforeAll(async () => {
  site = await AppSite.start();
});
afterAll(() => site.close());

describe('schedules and events', () => {
  it('E20: account ids of everybody in a handoff are reported, and no more than once a week', async () => {
    const type = await site.turnOn();
    await site.handOver(await site.createInDevelopment('Reported'), type);
    await site.takeCalls();
    const report = () => site.request('POST', '/_local/invoke', { moduleKey: 'personal-data', payload: {} });
    expect((await report()).body).toEqual({ statusCode: 204 });
    expect((await site.takeCalls()).filter(({ path }) => path.includes('report-accounts'))).toHaveLength(1);
    await report();
    expect((await site.takeCalls()).filter(({ path }) => path.includes('report-accounts'))).toHaveLength(0);
    await site.advance(7 * 24 * 3_600_000 + 60_000);
    await site.idle();
    await site.takeCalls();
    await report();
    expect(await site.logText()).toContain('personal_data.reported');
  });

  it('an event or a queued work nobody can read is logged and done with', async () => {
    for (const moduleKey of ['issue-events', 'work', 'upkeep']) {
      expect(
        (await site.request('POST', '/_local/invoke', { moduleKey, payload: { eventType: 'avi:unheard:of', body: { kind: 'nothing' } } }))
          .status,
      ).toBe(200);
    }
    expect(await site.logText()).toContain('work.unreadable');
  });

  it('the sweep answers what the platform wants, also when storage is down', async () => {
    const sweep = () => site.request('POST', '/_local/invoke', { moduleKey: 'sweep', payload: {} });
    expect((await sweep()).body).toEqual({ statusCode: 204 });
    await site.fault({ service: 'kvs', status: 503, times: 'always' });
    expect((await sweep()).body).toEqual({ statusCode: 500 });
    await site.clearFaults();
  });

  it('projections are rebuilt from the truth by one queued work each', async () => {
    const type = await site.turnOn();
    const issueKey = await site.createInDevelopment('Repaired');
    await site.edit('sender', issueKey, type, [{ field: 'section', id: 'situation', value: 'Something', basedOn: 0 }]);
    await site.idle();
    const { issue } = await site.screen('sender', issueKey);
    await site.takeCalls();
    for (const body of [
      { kind: 'repairRecord', issueId: issue.id },
      { kind: 'repairRoutes', projectId: '10000', projectKey: 'SHOP' },
    ]) {
      expect((await site.request('POST', '/_local/invoke', { moduleKey: 'work', payload: { body } })).status).toBe(200);
    }
    const writes = (await site.takeCalls()).filter(({ path }) => path === '/api/v1/transaction');
    expect(writes.map(({ status }) => status)).toEqual([204, 204]);
    expect((await site.move('sender', issueKey, 'In QA')).messages[0]).toMatch(/^Not ready for QA: 5 left/u);
  });
});

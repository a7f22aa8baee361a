import { FixtureSite } from '../../support/fixture-site';

const MINUTE_MS = 60_000;

describe('events, queue and schedules of the local Jira', () => {
  let site: FixtureSite;
  beforeAll(async () => {
    site = await FixtureSite.start();
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    await site.reset();
    await site.send('POST', '/_local/clock', { freeze: true });
  });

  const advance = (advanceMs: number) => site.send('POST', '/_local/clock', { advanceMs });

  it('tells of a move with changelog and by account id only', async () => {
    await site.setRule('21', 'pass');
    await site.rest('sender', 'POST', '/issue/SHOP-1/transitions', { transition: { id: '21' } });
    const [event] = await site.remembered('events');
    expect(event).toMatchObject({
      eventType: 'avi:jira:updated:issue',
      selfGenerated: false,
      jiraEventTypeName: 'issue_generic',
      atlassianId: site.accountOf('sender'),
      issue: { id: '10100', key: 'SHOP-1' },
      changelog: { items: [{ field: 'status', from: '10001', to: '10002' }] },
      associatedStatuses: [{ id: '10002' }, { id: '10001' }],
    });
    expect(JSON.stringify(event)).not.toContain('Maya');
  });

  it('keeps the app’s own changes from a trigger that ignores them', async () => {
    await site.appRest('user', 'PUT', '/issue/SHOP-1', { fields: { summary: 'By the app' } });
    expect(await site.remembered('events')).toMatchObject([{ selfGenerated: true }]);
    expect(await site.remembered('others-events')).toEqual([]);
  });

  it('tells of an issue that moved to another project, whose old key still leads to it', async () => {
    const move = { targetToSourcesMapping: { 'OPS,10002': { issueIdsOrKeys: ['SHOP-1'] } } };
    expect(await site.rest('projectAdmin', 'POST', '/bulk/issues/move', move)).toMatchObject({ status: 201 });
    expect(await site.rest('sender', 'GET', '/issue/SHOP-1?fields=project')).toMatchObject({
      body: { key: 'OPS-4', fields: { project: { key: 'OPS' } } },
    });
    expect(await site.remembered('events')).toMatchObject([
      {
        jiraEventTypeName: 'issue_moved',
        issue: { key: 'OPS-4' },
        changelog: {
          items: [
            { fieldId: 'project', to: '10002' },
            { fieldId: 'key', to: null },
            { fieldId: 'issuetype', to: '10002' },
          ],
        },
      },
    ]);
  });

  it('moves many at once and says which were refused', async () => {
    await site.setRule('21', 'refuse');
    const body = { bulkTransitionInputs: [{ selectedIssueIdsOrKeys: ['SHOP-1', 'SHOP-5'], transitionId: '21' }] };
    const started = await site.rest('sender', 'POST', '/bulk/issues/transition', body);
    const { taskId } = started.body as { taskId: string };
    expect((await site.rest('sender', 'GET', `/bulk/queue/${taskId}`)).body).toMatchObject({
      status: 'COMPLETE',
      processedAccessibleIssues: [],
      failedAccessibleIssues: { 10100: ['The fixture refuses.'] },
    });
  });

  it('tells of a renamed and a deleted project', async () => {
    await site.rest('jiraAdmin', 'PUT', '/project/OPS', { key: 'RUN' });
    await site.idle();
    expect(await site.rest('sender', 'GET', '/issue/OPS-1?fields=summary')).toMatchObject({ body: { key: 'RUN-1' } });
    await site.rest('jiraAdmin', 'DELETE', '/project/RUN');
    expect(await site.remembered('project-events')).toMatchObject([
      { eventType: 'avi:jira:updated:project', project: { key: 'RUN' } },
      { eventType: 'avi:jira:deleted:project', project: { key: 'RUN' } },
    ]);
  });

  it('delivers a queued event once', async () => {
    await site.invoke('push', { hello: 1 });
    expect(await site.remembered('consumed')).toMatchObject([{ queueName: 'fixture-work', body: { hello: 1 } }]);
  });

  it('tries a failed consumer again after its back-off, with a count', async () => {
    await site.invoke('push', { failures: 2 });
    expect(await site.remembered('consumed')).toHaveLength(1);
    await advance(5_000);
    expect(await site.remembered('consumed')).toHaveLength(2);
    await advance(10_000);
    expect(await site.remembered('consumed')).toMatchObject([{}, { retryContext: { retryCount: 1 } }, { retryContext: { retryCount: 2 } }]);
    await advance(15 * MINUTE_MS);
    expect(await site.remembered('consumed')).toHaveLength(3);
  });

  it('waits as long as the consumer asks', async () => {
    await site.invoke('push', { failures: 1, asks: true });
    await site.remembered('consumed');
    await advance(59_000);
    expect(await site.remembered('consumed')).toHaveLength(1);
    await advance(1_000);
    expect(await site.remembered('consumed')).toHaveLength(2);
  });

  it('runs a schedule when its time comes and catches up a few missed ones', async () => {
    await advance(4 * MINUTE_MS);
    expect(await site.remembered('schedule')).toHaveLength(0);
    await advance(MINUTE_MS + 1_000);
    expect(await site.remembered('schedule')).toHaveLength(1);
    await advance(24 * 60 * MINUTE_MS);
    expect(await site.remembered('schedule')).toHaveLength(4);
  });

  it('shows the app the site’s time', async () => {
    await site.send('POST', '/_local/clock', { freeze: '2030-05-01T10:00:00.000Z' });
    expect((await site.invoke('echo')).body).toMatchObject({ now: '2030-05-01T10:00:00.000Z' });
    await advance(1_000);
    expect((await site.invoke('echo')).body).toMatchObject({ now: '2030-05-01T10:00:01.000Z' });
  });
});

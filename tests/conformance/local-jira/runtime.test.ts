import { FixtureSite } from '../../support/fixture-site';

describe('function runtime of the local Jira', () => {
  let site: FixtureSite;
  beforeAll(async () => {
    site = await FixtureSite.start();
  });
  afterAll(() => site.close());
  beforeEach(() => site.reset());

  it('vouches for place and person, whatever the page sends', async () => {
    const { body } = await site.invoke('echo', { accountId: 'forged' }, 'receiver');
    expect(body).toMatchObject({
      payload: { accountId: 'forged' },
      context: {
        accountId: site.accountOf('receiver'),
        moduleKey: 'panel',
        extension: { issue: { key: 'SHOP-1', id: '10100' }, project: { key: 'SHOP' } },
      },
    });
    expect(JSON.stringify(body)).not.toContain('Ana');
  });

  it('keeps processes warm', async () => {
    await site.invoke('echo');
    const { body } = await site.invoke('echo');
    expect((body as { invocationsOfThisProcess: number }).invocationsOfThisProcess).toBeGreaterThan(1);
  });

  it('answers a failing function with its error', async () => {
    expect(await site.invoke('fail')).toEqual({
      status: 424,
      body: { error: { name: 'Error', message: 'The resolver fails.' }, reason: 'threw' },
    });
  });

  it('outlives a process that ends', async () => {
    expect(await site.invoke('crash')).toMatchObject({ status: 424, body: { reason: 'crashed' } });
    expect(await site.invoke('echo')).toMatchObject({ status: 200 });
  });

  it('refuses calls over 500 KB and answers over 5 MB', async () => {
    expect(await site.invoke('echo', { text: 'x'.repeat(500_000) })).toMatchObject({ status: 424, body: { reason: 'tooLarge' } });
    expect(await site.invoke('large', { characters: 5_000_001 })).toMatchObject({ status: 424, body: { reason: 'tooLarge' } });
  });

  it('lets nothing out that the manifest does not declare', async () => {
    expect(await site.invoke('outside')).toMatchObject({
      status: 424,
      body: { error: { message: expect.stringContaining('no egress') as string } },
    });
  });

  it('keeps at most 100 log lines a minute', async () => {
    await site.invoke('log', { lines: 150 });
    const { body } = await site.send('GET', '/_local/log');
    expect((body as { lines: unknown[] }).lines).toHaveLength(100);
  });

  it('records remote calls so that parallel ones show', async () => {
    await site.invoke('kvs.parallel', { keys: ['a', 'b'] });
    const [first, second] = await site.calls();
    expect(first).toMatchObject({ service: 'kvs', method: 'POST', path: '/api/v1/get', status: 404, functionKey: 'bridge' });
    expect(second?.startedAt).toBeLessThan(first?.endedAt ?? 0);
  });

  it('reports closed accounts only under the scope for it', async () => {
    const accounts = [{ accountId: '5be24ba3f91c106033269289', updatedAt: '2026-01-01T00:00:00.000Z' }];
    expect(await site.invoke('report', { accounts })).toMatchObject({ status: 424 });
  });

  it('refuses a module to somebody the platform would not show it to, when asked as the platform', async () => {
    const ask = (accountId: string) =>
      site.send('POST', '/_local/invoke', {
        moduleKey: 'settings',
        functionKey: 'echo',
        accountId,
        context: { projectKey: 'SHOP' },
        asPlatform: true,
      });
    expect(await ask(site.accountOf('sender'))).toMatchObject({ status: 403 });
    expect(await ask(site.accountOf('projectAdmin'))).toMatchObject({ status: 200 });
  });
});

describe('faults of the local Jira', () => {
  let site: FixtureSite;
  beforeAll(async () => {
    site = await FixtureSite.start();
  });
  afterAll(() => site.close());
  beforeEach(() => site.reset());

  const fault = (body: object) => site.send('POST', '/_local/faults', body);

  it('answers a status as often as asked, without effect', async () => {
    await fault({ service: 'kvs', match: '/api/v1/set', status: 429, code: 'RATE_LIMIT_EXCEEDED', times: 2 });
    const write = () => site.store('kvs.set', { key: 'a', value: 1 });
    expect([await write(), await write(), await write()]).toEqual([
      { code: 'RATE_LIMIT_EXCEEDED', status: 429 },
      { code: 'RATE_LIMIT_EXCEEDED', status: 429 },
      {},
    ]);
  });

  it('drops a call before it has an effect', async () => {
    await fault({ service: 'kvs', match: '/api/v1/set', drop: true });
    expect(await site.store('kvs.set', { key: 'a', value: 1 })).toEqual({ failure: 'fetch failed' });
    expect(await site.store('kvs.get', { key: 'a' })).toEqual({});
  });

  it('loses an answer after the call took effect', async () => {
    await fault({ service: 'kvs', match: '/api/v1/set', lostAnswer: true });
    expect(await site.store('kvs.set', { key: 'a', value: 1 })).toEqual({ failure: 'fetch failed' });
    expect(await site.store('kvs.get', { key: 'a' })).toEqual({ value: 1 });
  });

  it('is cleared by DELETE', async () => {
    await fault({ service: 'jira', status: 500, times: 'always' });
    await site.send('DELETE', '/_local/faults');
    expect(await site.appRest('app', 'GET', '/issue/SHOP-1')).toMatchObject({ status: 200 });
  });

  it('says what is wrong with a fault', async () => {
    expect(await fault({ service: 'mail' })).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('kvs, jira') as string },
    });
  });
});

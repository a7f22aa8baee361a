import { FixtureSite } from '../../support/fixture-site';

describe('state of the local Jira', () => {
  let site: FixtureSite;
  beforeEach(async () => {
    site = await FixtureSite.start();
  });
  afterEach(() => site.close());

  it('survives a restart, clock and waiting events included', async () => {
    await site.send('POST', '/_local/clock', { freeze: '2031-01-01T00:00:00.000Z' });
    await site.store('kvs.set', { key: 'a', value: 1 });
    await site.invoke('push', { failures: 1 });
    await site.remembered('consumed');
    await site.restart();
    expect(await site.store('kvs.get', { key: 'a' })).toEqual({ value: 1 });
    expect((await site.send('GET', '/_local/clock')).body).toMatchObject({ now: '2031-01-01T00:00:00.000Z' });
    await site.send('POST', '/_local/clock', { advanceMs: 5_000 });
    expect(await site.remembered('consumed')).toHaveLength(2);
  });

  it('goes out and comes back as one file', async () => {
    await site.store('kvs.set', { key: 'a', value: 'kept' });
    const file = await (await fetch(`${site.url}/_local/export`)).arrayBuffer();
    await site.reset();
    expect(await site.store('kvs.get', { key: 'a' })).toEqual({});
    await fetch(`${site.url}/_local/import`, { method: 'POST', body: file });
    expect(await site.store('kvs.get', { key: 'a' })).toEqual({ value: 'kept' });
  });

  it('goes back to the demo on reset', async () => {
    await site.rest('projectAdmin', 'DELETE', '/issue/SHOP-1');
    await site.reset();
    expect(await site.rest('sender', 'GET', '/issue/SHOP-1')).toMatchObject({ status: 200 });
  });
});

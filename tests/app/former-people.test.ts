import { verifyChain, type StoredEvent } from '../../src/domain/audit/event-chain';
import { ALL_ANSWERS, AppSite } from '../support/app-site';
import { sha256 } from '../support/handoff-world';
import { SiteRows } from '../support/site-rows';

const WEEK_MS = 7 * 24 * 3_600_000 + 60_000;

let site: AppSite;
let rows: SiteRows;

beforeAll(async () => {
  site = await AppSite.start();
  rows = new SiteRows(site);
});
afterAll(async () => {
  rows.close();
  await site.close();
});

function chainOf(handoffId: string): readonly StoredEvent[] {
  return rows.events(`e:${handoffId}:`);
}

async function reportNow(): Promise<void> {
  await site.advance(WEEK_MS);
  await site.idle();
  await site.request('POST', '/_local/invoke', { moduleKey: 'personal-data', payload: {} });
  await site.idle();
}

describe('a closed account (E20)', () => {
  it('E20: becomes a pseudonym everywhere, what the person wrote goes, chain and numbers stay', async () => {
    const type = await site.turnOn();
    const issueKey = await site.createInDevelopment('Received by somebody who left');
    const offered = await site.handOver(issueKey, type);
    const { handoffId } = offered;
    await site.value(
      'receiver',
      'handoff.ask',
      { commandId: site.commandId(), handoffId, text: 'Which build was it again?' },
      { issueKey },
    );
    await site.accept(issueKey, await site.handoff('receiver', issueKey), 'Run every payment once');
    await site.value(
      'receiver',
      'handoff.rate',
      { commandId: site.commandId(), handoffId, value: 4, comment: 'Seed data was missing' },
      { issueKey },
    );
    await site.idle();
    const receiver = site.account('receiver');
    const before = chainOf(handoffId);
    const numbers = (await site.value('lead', 'project.home', {}, { projectKey: 'SHOP' })).months;
    expect(rows.stored().includes(receiver)).toBe(true);

    expect((await site.request('POST', '/_local/accounts', { accountId: receiver, active: false })).status).toBe(200);
    await reportNow();

    const stored = rows.stored();
    expect(stored.includes(receiver)).toBe(false);
    const texts = ['Which build was it again?', 'Run every payment once', 'Seed data was missing', 'Look at refunds first'];
    expect(texts.filter((text) => stored.includes(text))).toEqual(['Look at refunds first']);
    const after = chainOf(handoffId);
    expect(verifyChain(after, sha256)).toEqual({ ok: true });
    expect(after.slice(0, before.length).map(({ hash }) => hash)).toEqual(before.map(({ hash }) => hash));
    expect((await site.value('lead', 'project.home', {}, { projectKey: 'SHOP' })).months).toEqual(numbers);
    expect((await site.logText()).includes(receiver)).toBe(false);
  });

  it('E20: the history still reads, and names nobody where the person stood', async () => {
    const type = await site.turnOn();
    expect(type.typeId).not.toBe('');
    const handoffId = rows.keys('handoff-row')[0]?.slice(2) ?? '';
    const issueId = String(rows.value('handoff-row', `w:${handoffId}`)['issueId']);
    const { body } = await site.rest('sender', 'GET', `/issue/${issueId}`);
    const { entries, people, isWhole } = await site.value(
      'sender',
      'handoff.timeline',
      { commandId: site.commandId(), handoffId },
      { issueKey: (body as { key: string }).key },
    );
    const accepted = entries.find(({ event }) => event === 'accepted');
    expect(accepted?.detail).toBe('[erased]');
    expect(isWhole).toBe(true);
    expect(people[accepted?.actorId ?? '']).toBeUndefined();
  });

  it('S-065, I7: a history says that it is not what was written any more, and that it is again', async () => {
    const issueKey = await site.createInDevelopment('Tampered with');
    const { handoffId } = await site.edit('sender', issueKey, await site.turnOn(), ALL_ANSWERS);
    const isWhole = async () =>
      (await site.value('sender', 'handoff.timeline', { commandId: site.commandId(), handoffId }, { issueKey })).isWhole;
    expect(await isWhole()).toBe(true);
    const key = rows.keys('event-log').find((each) => each.startsWith(`e:${handoffId}:`)) ?? '';
    const event = rows.value('event-log', key);
    rows.setValue('event-log', key, { ...event, body: { ...(event['body'] as object), at: '2020-01-01T00:00:00.000Z' } });
    expect(await isWhole()).toBe(false);
    rows.setValue('event-log', key, event);
    expect(await isWhole()).toBe(true);
  });

  it('E20: a transaction that fails on the way is done again', async () => {
    const sender = site.account('sender');
    expect(rows.stored().includes(sender)).toBe(true);
    await site.request('POST', '/_local/accounts', { accountId: sender, active: false });
    await site.fault({ service: 'kvs', match: '/api/v1/transaction', functionKey: 'run-upkeep', status: 503, times: 2 });
    await reportNow();
    await site.clearFaults();
    expect((await site.logText()).includes('"kind":"unavailable"')).toBe(true);
    const stored = rows.stored();
    expect([sender, 'Look at refunds first', 'Staging 4, account qa-7'].filter((text) => stored.includes(text))).toEqual([]);
    const handoffId = rows.keys('handoff-row')[0]?.slice(2) ?? '';
    expect(verifyChain(chainOf(handoffId), sha256)).toEqual({ ok: true });
  });
});

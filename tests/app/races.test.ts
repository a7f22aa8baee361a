import type { CallResult } from '../../src/contract/call';
import type { Handoff } from '../../src/domain/handoff/handoff';
import type { HandoffType } from '../../src/domain/type/handoff-type';
import { AppSite } from '../support/app-site';
import { StoredState } from '../support/fault-state';

let site: AppSite;
let type: HandoffType;

beforeAll(async () => {
  site = await AppSite.start();
  type = await site.turnOn();
});
afterEach(() => site.clearFaults());
afterAll(() => site.close());

const codeOf = (result: CallResult<unknown>): string => (result.ok ? 'ok' : result.error.code);

async function eventsOf(issueKey: string, handoffId: string): Promise<string[]> {
  const { entries } = await site.value('sender', 'handoff.timeline', { commandId: site.commandId(), handoffId }, { issueKey });
  return entries.map(({ event }) => event);
}

function tryAccept(issueKey: string, { handoffId, offer }: Handoff): Promise<CallResult<unknown>> {
  const payload = { commandId: site.commandId(), handoffId, digest: offer?.digest, nextStep: null };
  return site.call('receiver', 'handoff.accept', payload, { issueKey });
}

function mailsAbout(issueKey: string): number {
  return site.mails().filter((mail) => mail.fromApp && mail.issueKey === issueKey).length;
}

describe('several at once', () => {
  it('S-017: button, event, panel and schedule at once make one offer and one notification', async () => {
    const issueKey = await site.createInDevelopment('Offered from everywhere');
    const { handoffId } = await site.prepare(issueKey, type);
    await site.idle();
    const sweep = () => site.request('POST', '/_local/invoke', { moduleKey: 'sweep', payload: {} });
    const { issue } = await site.screen('sender', issueKey);
    const observe = () =>
      site.request('POST', '/_local/invoke', { moduleKey: 'work', payload: { body: { kind: 'observe', issueId: issue.id } } });
    const deliver = () =>
      site.request('POST', '/_local/invoke', { moduleKey: 'work', payload: { body: { kind: 'deliver', issueId: issue.id } } });
    const press = () => site.call('sender', 'handoff.handOff', { commandId: site.commandId(), handoffId }, { issueKey });
    await Promise.all([
      press(),
      site.move('sender', issueKey, 'In QA'),
      site.screen('sender', issueKey),
      site.screen('receiver', issueKey),
      sweep(),
      observe(),
      observe(),
    ]);
    await Promise.all([deliver(), deliver(), deliver(), site.screen('sender', issueKey)]);
    await site.idle();
    expect((await eventsOf(issueKey, handoffId)).filter((event) => event === 'offered')).toHaveLength(1);
    expect(mailsAbout(issueKey)).toBe(1);
  });

  it('two deliveries of one withdrawal, the queue’s and the schedule’s, leave nothing owed', async () => {
    const issueKey = await site.createInDevelopment('Told twice');
    const { handoffId } = await site.prepare(issueKey, type);
    await site.idle();
    const { issue } = await site.screen('sender', issueKey);
    await site.fault({ service: 'events', drop: true, times: 'always' });
    await site.value('sender', 'handoff.withdraw', { commandId: site.commandId(), handoffId, reason: 'Not needed' }, { issueKey });
    await site.takeCalls();
    // The first write of the two fields is on its way while the schedule comes round, writes them too and is done first.
    await site.fault({ service: 'jira', match: 'app/field/value', delayMs: 2_000 });
    const slow = site.request('POST', '/_local/invoke', { moduleKey: 'work', payload: { body: { kind: 'deliver', issueId: issue.id } } });
    await site.called('app/field/value');
    await site.advance(6 * 60_000);
    await slow;
    for (let look = 0; look < 3; look += 1) await site.advance(6 * 60_000);
    await site.idle();
    const state = new StoredState(site.databaseFile);
    const stored = state.records().find(({ record }) => record.issueId === issue.id);
    expect(stored?.outbox.mirror).toEqual({ state: 'Withdrawn', receiverId: null });
    expect(state.fieldsOf(issue.id)).toEqual(stored?.outbox.mirror);
    state.close();
  });

  it('I2: accepting and returning at once decide once, and who lost is told so', async () => {
    const issueKey = await site.createInDevelopment('Accepted or returned');
    const handoff = await site.handOver(issueKey, type);
    const { handoffId } = handoff;
    const results = await Promise.all([
      tryAccept(issueKey, handoff),
      site.call(
        'receiver',
        'handoff.return',
        { commandId: site.commandId(), handoffId, reason: 'The link is broken', itemIds: [], sectionIds: [] },
        { issueKey },
      ),
    ]);
    expect(results.map(codeOf).sort()).toEqual(['INVALID_STATE', 'ok']);
    const events = await eventsOf(issueKey, handoffId);
    expect(events.filter((event) => event === 'accepted' || event === 'returned')).toHaveLength(1);
  });

  it('I5: taking back while the receiver accepts leaves exactly one of both', async () => {
    const issueKey = await site.createInDevelopment('Taken back or accepted');
    const handoff = await site.handOver(issueKey, type);
    const { handoffId } = handoff;
    const results = await Promise.all([
      tryAccept(issueKey, handoff),
      site.call('sender', 'handoff.withdraw', { commandId: site.commandId(), handoffId, reason: 'Found a fault in it' }, { issueKey }),
    ]);
    expect(results.map(codeOf).filter((code) => code === 'ok')).toHaveLength(1);
    const events = await eventsOf(issueKey, handoffId);
    expect(events.filter((event) => event === 'accepted' || event === 'cancelled')).toHaveLength(1);
  });

  it('months: handoffs decided at the same moment are all counted', async () => {
    const before = (await site.value('lead', 'project.home', {}, { projectKey: 'SHOP' })).months[0]?.accepted ?? 0;
    const keys: string[] = [];
    for (const summary of ['Counted one', 'Counted two', 'Counted three']) keys.push(await site.createInDevelopment(summary));
    const offered = [];
    for (const issueKey of keys) offered.push({ issueKey, handoff: await site.handOver(issueKey, type) });
    await Promise.all(offered.map(({ issueKey, handoff }) => site.accept(issueKey, handoff)));
    await site.idle();
    expect((await site.value('lead', 'project.home', {}, { projectKey: 'SHOP' })).months[0]?.accepted).toBe(before + 3);
  });
});

describe('a writer and its own transaction', () => {
  it('a claim whose answer is lost is still one notification', async () => {
    const issueKey = await site.createInDevelopment('Claimed, answer lost');
    const { handoffId } = await site.prepare(issueKey, type);
    await site.idle();
    const { issue } = await site.screen('sender', issueKey);
    await site.fault({ service: 'events', drop: true, times: 'always' });
    await site.call('sender', 'handoff.handOff', { commandId: site.commandId(), handoffId }, { issueKey });
    await site.clearFaults();
    await site.fault({ service: 'kvs', match: '/api/v1/transaction', lostAnswer: true });
    await site.request('POST', '/_local/invoke', { moduleKey: 'work', payload: { body: { kind: 'deliver', issueId: issue.id } } });
    await site.clearFaults();
    await site.idle();
    expect(mailsAbout(issueKey)).toBe(1);
    expect((await site.card('sender', issueKey)).notification).toBe('sent');
  });

  it('send again, whose answer is lost, still reaches the queue', async () => {
    const issueKey = await site.createInDevelopment('Sent again, answer lost');
    await site.fault({ service: 'jira', match: '/notify', status: 500 });
    const { handoffId } = await site.handOver(issueKey, type);
    await site.fault({ service: 'kvs', match: '/api/v1/transaction', lostAnswer: true });
    await site.value('sender', 'handoff.sendAgain', { commandId: site.commandId(), handoffId }, { issueKey });
    await site.idle();
    expect((await site.card('sender', issueKey)).notification).toBe('sent');
  });

  it('storage that hangs ends in STORAGE_BUSY before the platform gives up, and the command can be sent again', async () => {
    const issueKey = await site.createInDevelopment('Storage hangs for writes');
    await site.edit('sender', issueKey, type, [{ field: 'section', id: 'background', value: 'Began here', basedOn: 0 }]);
    await site.idle();
    await site.fault({ service: 'kvs', match: '/api/v1/transaction', delayMs: 12_000, times: 'always' });
    const payload = {
      commandId: site.commandId(),
      typeId: type.typeId,
      changes: [{ field: 'item', id: 'known_issues', value: { kind: 'noneKnown' }, basedOn: 0 }],
    };
    const startedAt = Date.now();
    const code = await site.code('sender', 'handoff.edit', payload, { issueKey });
    expect(Date.now() - startedAt).toBeLessThan(23_000);
    expect([null, 'STORAGE_BUSY']).toContain(code);
    await site.clearFaults();
    const again = await site.value('sender', 'handoff.edit', payload, { issueKey });
    expect(again.handoff.items['known_issues']).toMatchObject({ version: 1 });
  });
});

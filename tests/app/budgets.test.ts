import type { RemoteCallRecord } from '../../local-jira/remote/call-log';
import type { HandoffType } from '../../src/domain/type/handoff-type';
import { AppSite } from '../support/app-site';
import { everyOption } from '../support/every-option';
import { anItem } from '../support/handoff-world';

let site: AppSite;
let type: HandoffType;

beforeAll(async () => {
  site = await AppSite.start();
  type = await site.turnOn();
});
afterEach(() => site.clearFaults());
afterAll(() => site.close());

const ofFunction = (calls: readonly RemoteCallRecord[], key: string): RemoteCallRecord[] =>
  calls.filter(({ functionKey }) => functionKey === key);
const names = (calls: readonly RemoteCallRecord[]): string[] => calls.map(({ service, path }) => `${service} ${path.split('?')[0] ?? ''}`);

describe('the gate (design.md 5)', () => {
  it('makes two storage reads at the same time and no Jira call, whether it refuses or lets pass', async () => {
    const issueKey = await site.createInDevelopment('Cheap gate');
    await site.edit('sender', issueKey, type, [{ field: 'section', id: 'situation', value: 'Something is here', basedOn: 0 }]);
    await site.idle();
    await site.takeCalls();
    expect((await site.move('sender', issueKey, 'In QA')).status).toBe(400);
    const refused = ofFunction(await site.takeCalls(), 'gate');
    expect(names(refused.filter(({ service }) => service !== 'events'))).toEqual(['kvs /api/v1/entity/get', 'kvs /api/v1/entity/get']);
    const [first, second] = refused;
    expect(second?.startedAt).toBeLessThan(first?.endedAt ?? 0);
    expect(refused.filter(({ service }) => service === 'events')).toHaveLength(1);

    const ready = await site.createInDevelopment('Cheap gate, complete');
    await site.prepare(ready, type);
    await site.idle();
    await site.takeCalls();
    expect((await site.move('sender', ready, 'In QA')).status).toBe(204);
    const passed = ofFunction(await site.takeCalls(), 'gate');
    expect(names(passed)).toEqual(['kvs /api/v1/entity/get', 'kvs /api/v1/entity/get']);
  });

  it('costs the same with every option on', async () => {
    const changed = await site.turnOn('SHOP', { options: everyOption(site.account('lead')) });
    const lacking = await site.createInDevelopment('Everything on, lacking');
    await site.edit('sender', lacking, changed, [{ field: 'section', id: 'situation', value: 'Something is here', basedOn: 0 }]);
    const ready = await site.createInDevelopment('Everything on, complete');
    await site.prepare(ready, changed);
    await site.idle();
    for (const [issueKey, status] of [
      [lacking, 400],
      [ready, 204],
    ] as const) {
      await site.takeCalls();
      expect((await site.move('sender', issueKey, 'In QA')).status).toBe(status);
      const calls = ofFunction(await site.takeCalls(), 'gate').filter(({ service }) => service !== 'events');
      expect(names(calls)).toEqual(['kvs /api/v1/entity/get', 'kvs /api/v1/entity/get']);
    }
    await site.turnOn('SHOP', { options: {} });
  });

  it('asks Jira once where an attachment is required, and counts it with the rest', async () => {
    const item = anItem('screenshot', { title: 'Screenshot', kind: 'attachment' });
    const changed = await site.turnOn('SHOP', { items: [...type.items, item] });
    const issueKey = await site.createInDevelopment('Needs an attachment');
    await site.prepare(issueKey, changed);
    await site.idle();
    await site.takeCalls();
    const { messages } = await site.move('sender', issueKey, 'In QA');
    expect(messages[0]).toMatch(/^Not ready for QA: 1 left\. Missing Screenshot\./u);
    const calls = ofFunction(await site.takeCalls(), 'gate');
    expect(calls.filter(({ service }) => service === 'jira')).toHaveLength(1);
    expect((await site.card('sender', issueKey)).left).toEqual([{ kind: 'item', id: 'screenshot', title: 'Screenshot' }]);
    await site.turnOn('SHOP', { items: type.items });
  });

  it('stops the move with a reference when storage is down, and passes where the rule says so', async () => {
    const issueKey = await site.createInDevelopment('Storage is down');
    await site.fault({ service: 'kvs', status: 503, times: 'always' });
    const { status, messages } = await site.move('sender', issueKey, 'In QA');
    expect(status).toBe(400);
    expect(messages[0]).toMatch(/^Baton could not check this handoff, so the move was stopped to be safe\..*\([A-Z0-9]{6}\)$/u);
    const payload = {
      issue: { key: issueKey },
      configuration: { schema: 1, requires: 'prepared', mode: 'enforce', onFault: 'allow' },
      transition: { from: { id: type.route.fromStatusIds[0] }, to: { id: type.route.toStatusId } },
    };
    const allowed = await site.request('POST', '/_local/invoke', { moduleKey: 'handoff-gate', payload });
    expect(allowed.body).toEqual({ result: true });
    const broken = await site.request('POST', '/_local/invoke', {
      moduleKey: 'handoff-gate',
      payload: { ...payload, configuration: { nonsense: 1 } },
    });
    expect((broken.body as { errorMessage: string }).errorMessage).toMatch(/^This transition's handoff rule no longer matches/u);
    await site.clearFaults();
  });

  it('keeps its own deadline of 8 s', async () => {
    const issueKey = await site.createInDevelopment('Storage hangs');
    await site.fault({ service: 'kvs', functionKey: 'gate', delayMs: 12_000, times: 2 });
    const startedAt = Date.now();
    expect((await site.move('sender', issueKey, 'In QA')).messages[0]).toMatch(/^Baton could not check/u);
    expect(Date.now() - startedAt).toBeLessThan(11_500);
  });

  it('a lost queue costs the refusal at most 300 ms and nothing else', async () => {
    const issueKey = await site.createInDevelopment('Queue hangs');
    await site.prepare(issueKey, type);
    await site.edit('sender', issueKey, type, [{ field: 'section', id: 'situation', value: null, basedOn: 1 }]);
    await site.idle();
    await site.fault({ service: 'events', drop: true, times: 'always' });
    expect((await site.move('sender', issueKey, 'In QA')).messages[0]).toMatch(/^Not ready for QA: 1 left/u);
  });
});

describe('the Handoff screen (design.md 5)', () => {
  it('opens with one invoke and at most four backend calls', async () => {
    const issueKey = await site.createInDevelopment('Opened');
    await site.handOver(issueKey, type);
    for (const part of ['sender', 'receiver', 'lead'] as const) {
      await site.takeCalls();
      await site.screen(part, issueKey);
      expect(await site.takeCalls()).toHaveLength(4);
    }
  });

  it('a tick costs one read and one transaction, and a permission check at most every ten minutes', async () => {
    const issueKey = await site.createInDevelopment('Ticked');
    const tick = (value: string, basedOn: number) =>
      site.edit('sender', issueKey, type, [{ field: 'section', id: 'background', value, basedOn }]);
    await tick('First', 0);
    await site.idle();
    await site.takeCalls();
    await tick('Second', 1);
    expect(names(await site.takeCalls())).toEqual(['kvs /api/v1/entity/get', 'kvs /api/v1/transaction']);
    await site.advance(11 * 60_000);
    await site.idle();
    await site.takeCalls();
    await tick('Third', 2);
    expect(names(await site.takeCalls())).toEqual([
      'kvs /api/v1/entity/get',
      'jira /rest/api/3/permissions/check',
      'kvs /api/v1/transaction',
    ]);
  });

  it('watching answers a revision number only', async () => {
    const issueKey = await site.createInDevelopment('Watched');
    await site.prepare(issueKey, type);
    expect(Object.keys(await site.value('sender', 'handoff.watch', {}, { issueKey }))).toEqual(['rev']);
  });
});

describe('the project page (design.md 5)', () => {
  it('costs the same however many handoffs there were', async () => {
    const count = async (): Promise<number> => {
      await site.idle();
      await site.takeCalls();
      await site.value('receiver', 'project.home', {}, { projectKey: 'SHOP' });
      // The page's own: a schedule may run at the same moment.
      return (await site.takeCalls()).filter(({ functionKey }) => functionKey === 'project-bridge').length;
    };
    const before = await count();
    for (const summary of ['One more', 'And one more']) await site.handOver(await site.createInDevelopment(summary), type);
    expect(await count()).toBe(before);
  });
});

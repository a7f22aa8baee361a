import type { HandoffType } from '../../src/domain/type/handoff-type';
import { AppSite } from '../support/app-site';

let site: AppSite;
let type: HandoffType;
let fieldNames: ReadonlyMap<string, string>;

beforeAll(async () => {
  site = await AppSite.start();
  type = await site.turnOn();
  const { body } = await site.rest('sender', 'GET', '/field');
  fieldNames = new Map((body as { id: string; name: string }[]).map(({ id, name }) => [name, id]));
});
afterAll(() => site.close());

async function fieldsOf(issueKey: string): Promise<Record<string, unknown>> {
  const { body } = await site.rest('sender', 'GET', `/issue/${issueKey}`);
  return { ...(body as { fields: Record<string, unknown> }).fields, key: (body as { key: string }).key };
}

async function addRule(rule: object): Promise<string> {
  const { body } = await site.request('POST', '/_local/automation', { name: 'Rule of a test', ...rule });
  return (body as { id: string }).id;
}

async function runsOf(ruleId: string): Promise<{ outcome: string; message: string | null; issueKey: string }[]> {
  await site.idle();
  const { body } = await site.request('GET', '/_local/automation');
  return (body as { runs: { ruleId: string; outcome: string; message: string | null; issueKey: string }[] }).runs.filter(
    (run) => run.ruleId === ruleId,
  );
}

describe('bulk change', () => {
  it('S-084 E7: moves what is complete and says of every other what is missing, in the words a single move meets', async () => {
    const ready = await site.createInDevelopment('Bulk, ready');
    const bare = await site.createInDevelopment('Bulk, nothing prepared');
    await site.prepare(ready, type);
    const { body } = await site.rest('sender', 'POST', '/bulk/issues/transition', {
      bulkTransitionInputs: [{ selectedIssueIdsOrKeys: [ready, bare], transitionId: '21' }],
    });
    const progress = await site.rest('sender', 'GET', `/bulk/queue/${(body as { taskId: string }).taskId}`);
    const { processedAccessibleIssues, failedAccessibleIssues } = progress.body as {
      processedAccessibleIssues: number[];
      failedAccessibleIssues: Record<string, string[]>;
    };
    expect(processedAccessibleIssues).toHaveLength(1);
    const { messages } = await site.move('sender', bare, 'In QA');
    expect(messages).toEqual([expect.stringMatching(/^Nothing prepared for QA yet\./u)]);
    expect(Object.values(failedAccessibleIssues)).toEqual([messages]);
    await site.idle();
    expect((await site.handoff('receiver', ready)).state).toBe('OFFERED');
    expect(await site.statusOf(bare)).toBe('In Development');
  });
});

describe('automation', () => {
  it('E8: a rule that moves is refused like a person, with the reason in its audit log', async () => {
    const rule = await addRule({
      trigger: { kind: 'fieldChanged', field: 'labels', value: 'go' },
      action: { kind: 'transition', toStatus: 'In QA' },
    });
    const issueKey = await site.createInDevelopment('Moved by a rule');
    await site.rest('sender', 'PUT', `/issue/${issueKey}`, { fields: { labels: ['go'] } });
    expect(await runsOf(rule)).toMatchObject([
      { issueKey, outcome: 'failure', message: expect.stringMatching(/^Nothing prepared for QA yet\./u) as string },
    ]);
    await site.prepare(issueKey, type);
    await site.rest('sender', 'PUT', `/issue/${issueKey}`, { fields: { labels: [] } });
    await site.rest('sender', 'PUT', `/issue/${issueKey}`, { fields: { labels: ['go'] } });
    expect((await runsOf(rule))[0]).toMatchObject({ outcome: 'success' });
    expect((await site.handoff('receiver', issueKey)).state).toBe('OFFERED');
    await site.request('DELETE', `/_local/automation/${rule}`);
  });

  it('S-112: a rule can react to Handoff state, and cannot write it', async () => {
    const id = fieldNames.get('Handoff state') ?? '';
    const comment = await addRule({
      trigger: { kind: 'fieldChanged', field: 'Handoff state', value: 'Waiting' },
      action: { kind: 'comment', text: 'QA has been told' },
    });
    const forge = await addRule({
      trigger: { kind: 'fieldChanged', field: 'Handoff state', value: 'Waiting' },
      action: { kind: 'edit', fields: { [id]: 'Accepted' } },
    });
    const issueKey = await site.createInDevelopment('Told by a rule');
    await site.handOver(issueKey, type);
    expect(await runsOf(comment)).toMatchObject([{ issueKey, outcome: 'success' }]);
    expect(await runsOf(forge)).toMatchObject([{ issueKey, outcome: 'failure' }]);
    expect(await site.stateField(issueKey)).toBe('Waiting');
    await site.request('DELETE', `/_local/automation/${comment}`);
    await site.request('DELETE', `/_local/automation/${forge}`);
  });
});

describe('another place, key or type', () => {
  it('E12: moved to a project without Baton, the handoff goes along under the new key, and the gate asks for nothing there', async () => {
    const issueKey = await site.createInDevelopment('Moves away');
    await site.handOver(issueKey, type);
    await site.rest('projectAdmin', 'POST', '/bulk/issues/move', {
      targetToSourcesMapping: { 'OPS,10002': { issueIdsOrKeys: [issueKey] } },
    });
    await site.idle();
    const { key } = await fieldsOf(issueKey);
    expect(String(key)).toMatch(/^OPS-/u);
    const moved = String(key);
    expect((await site.handoff('receiver', moved)).state).toBe('OFFERED');
    expect(await site.stateField(moved)).toBe('Waiting');
    const waiting = await Promise.all(
      ['SHOP', 'OPS'].map(async (projectKey) =>
        (await site.value('receiver', 'project.home', {}, { projectKey })).waitingForMe.map((row) => row.issueKey).includes(moved),
      ),
    );
    expect(waiting).toEqual([false, true]);
    await site.accept(moved, await site.handoff('receiver', moved));
    expect((await site.move('receiver', moved, 'Done')).status).toBe(204);
  });

  it('a project that gets another key keeps its handoffs and its gate', async () => {
    const issueKey = await site.createInDevelopment('Keeps its handoff');
    await site.handOver(issueKey, type);
    const bare = await site.createInDevelopment('Still gated');
    expect((await site.rest('jiraAdmin', 'PUT', '/project/SHOP', { key: 'STORE' })).status).toBe(200);
    await site.idle();
    const renamed = issueKey.replace('SHOP', 'STORE');
    expect((await site.handoff('receiver', renamed)).state).toBe('OFFERED');
    expect((await site.move('sender', bare.replace('SHOP', 'STORE'), 'In QA')).messages).toEqual([
      expect.stringMatching(/^Nothing prepared for QA yet\./u),
    ]);
    expect((await site.move('receiver', renamed, 'Done')).messages).toEqual([
      expect.stringMatching(/^Not signed off: QA has not accepted/u),
    ]);
    const home = await site.value('receiver', 'project.home', {}, { projectKey: 'STORE' });
    expect(home.waitingForMe.map((row) => row.issueKey)).toContain(renamed);
    await site.accept(renamed, await site.handoff('receiver', renamed));
    expect((await site.move('receiver', renamed, 'Done')).status).toBe(204);
    await site.rest('jiraAdmin', 'PUT', '/project/STORE', { key: 'SHOP' });
    await site.idle();
    expect((await site.move('sender', bare, 'In QA')).messages).toEqual([expect.stringMatching(/^Nothing prepared for QA yet\./u)]);
  });

  it('E19: a clone begins with no handoff, whatever its fields say', async () => {
    const issueKey = await site.createInDevelopment('Is cloned');
    await site.handOver(issueKey, type);
    expect(await site.stateField(issueKey)).toBe('Waiting');
    const { body } = await site.request('POST', '/_local/clone', { issueKey, accountId: site.account('sender') });
    const { key } = body as { key: string };
    await site.move('sender', key, 'In Development');
    await site.idle();
    expect((await site.move('sender', key, 'In QA')).messages).toEqual([expect.stringMatching(/^Nothing prepared for QA yet\./u)]);
    expect((await site.card('sender', key)).handoff).toBeNull();
    expect(await site.stateField(key)).toBe('Waiting');
    await site.prepare(key, type);
    await site.idle();
    expect(await site.stateField(key)).toBe('Ready');
    expect((await site.handoff('receiver', issueKey)).state).toBe('OFFERED');
  });

  it('E13: of another type the work item is held to what covers that type', async () => {
    await site.turnOn('SHOP', { workItemTypeIds: ['10002'] });
    const issueKey = await site.createInDevelopment('Changes its type');
    expect((await site.move('sender', issueKey, 'In QA')).status).toBe(400);
    await site.rest('sender', 'PUT', `/issue/${issueKey}`, { fields: { issuetype: { name: 'Bug' } } });
    await site.idle();
    expect((await site.move('sender', issueKey, 'In QA')).status).toBe(204);
    await site.turnOn('SHOP', { workItemTypeIds: [] });
  });
});

describe('issue security', () => {
  it('E22: who no longer sees the work item neither reads nor gets its handoff', async () => {
    const issueKey = await site.createInDevelopment('Becomes secret');
    await site.handOver(issueKey, type);
    const { body } = await site.rest('sender', 'GET', '/project/SHOP/securitylevel');
    const level = (body as { levels: { id: string }[] }).levels[0]?.id;
    await site.rest('sender', 'PUT', `/issue/${issueKey}`, { fields: { security: { id: level } } });
    expect(await site.code('receiver', 'handoff.get', {}, { issueKey })).toBe('NOT_FOUND');
    expect(
      (await site.value('receiver', 'project.home', {}, { projectKey: 'SHOP' })).waitingForMe.map((row) => row.issueKey),
    ).not.toContain(issueKey);
    expect((await site.handoff('sender', issueKey)).state).toBe('OFFERED');
  });
});

describe('uninstalled', () => {
  const installed = (appInstalled: boolean) => site.request('PUT', '/_local/settings', { appInstalled });

  it('its rules stop every move; switched off before, every move passes', async () => {
    const frozen = await site.createInDevelopment('Frozen');
    await installed(false);
    expect((await site.move('sender', frozen, 'In QA')).status).toBe(400);
    await installed(true);
    await site.turnOn();
    expect((await site.move('sender', frozen, 'In QA')).messages).toEqual([expect.stringMatching(/^Nothing prepared for QA yet\./u)]);
    await site.value('jiraAdmin', 'admin.switchRules', { enabled: false }, {});
    await installed(false);
    expect((await site.move('sender', frozen, 'In QA')).status).toBe(204);
  });
});

import type { HandoffType } from '../../src/domain/type/handoff-type';
import { AppSite } from '../support/app-site';

let site: AppSite;
let type: HandoffType;

beforeAll(async () => {
  site = await AppSite.start();
  type = await site.turnOn();
});
afterEach(() => site.clearFaults());
afterAll(() => site.close());

/** Jira's bulk move of one work item into another project; answers its new key. */
async function moveToProject(issueKey: string, projectKey: string): Promise<string> {
  const { issue } = await site.screen('sender', issueKey);
  const types = (await site.rest('jiraAdmin', 'GET', `/project/${projectKey}/statuses`)).body as { id: string }[];
  const task = await site.rest('jiraAdmin', 'POST', '/bulk/issues/move', {
    targetToSourcesMapping: { [`${projectKey},${types[0]?.id ?? ''}`]: { issueIdsOrKeys: [issue.id] } },
  });
  expect(task.status).toBe(201);
  await site.idle();
  const moved = (await site.rest('jiraAdmin', 'GET', `/issue/${issue.id}`)).body as { key: string };
  return moved.key;
}

async function screenCard(part: 'sender' | 'receiver', issueKey: string) {
  const [card] = (await site.screen(part, issueKey)).cards;
  return card;
}

describe('places that change', () => {
  it('E12: a work item moved to another project takes its handoff along, and its old key is free of it', async () => {
    const issueKey = await site.createInDevelopment('Moves house');
    const { handoffId } = await site.handOver(issueKey, type);
    const other = ((await site.rest('jiraAdmin', 'GET', '/project/search')).body as { values: { key: string; id: string }[] }).values.find(
      ({ key }) => key !== 'SHOP',
    );
    const newKey = await moveToProject(issueKey, other?.key ?? '');
    expect(newKey).not.toBe(issueKey);
    expect((await screenCard('receiver', newKey))?.handoff).toMatchObject({ handoffId, state: 'OFFERED' });
    expect(
      (await site.value('receiver', 'project.home', {}, { projectKey: 'SHOP' })).waitingForMe.map((row) => row.handoffId),
    ).not.toContain(handoffId);
    const handoff = await site.handoff('receiver', newKey);
    await site.accept(newKey, handoff);
    await site.idle();
    expect((await screenCard('receiver', newKey))?.handoff?.state).toBe('ACCEPTED');
  });

  it("S-061: a project's new key is judged from the truth at once and from projections after that", async () => {
    const issueKey = await site.createInDevelopment('Renamed with its project');
    await site.edit('sender', issueKey, type, [{ field: 'section', id: 'situation', value: 'Something is here', basedOn: 0 }]);
    await site.idle();
    const renamed = await site.rest('jiraAdmin', 'PUT', '/project/SHOP', { key: 'STORE' });
    expect(renamed.status).toBe(200);
    await site.idle();
    const newKey = issueKey.replace('SHOP', 'STORE');
    const left = /^Not ready for QA: 5 left/u;
    expect((await site.move('sender', newKey, 'In QA')).messages[0]).toMatch(left);
    await site.idle();
    await site.takeCalls();
    expect((await site.move('sender', newKey, 'In QA')).messages[0]).toMatch(left);
    expect((await site.takeCalls()).filter(({ functionKey, service }) => functionKey === 'gate' && service === 'jira')).toEqual([]);
    await site.rest('jiraAdmin', 'PUT', '/project/STORE', { key: 'SHOP' });
    await site.idle();
  });
});

describe('the gate and what it cannot read', () => {
  const transition = () => ({ from: { id: type.route.fromStatusIds[0] }, to: { id: type.route.toStatusId } });
  const rule = (own: object) => ({ schema: 1, requires: 'prepared', mode: 'enforce', onFault: 'block', ...own });
  const invoke = async (payload: object) =>
    (await site.request('POST', '/_local/invoke', { moduleKey: 'handoff-gate', payload })).body as {
      result: boolean;
      errorMessage?: string;
    };

  it('a payload without a work item ends as its rule says a fault ends', async () => {
    expect((await invoke({ configuration: rule({}), transition: transition() })).errorMessage).toMatch(/^Baton could not check/u);
    expect(await invoke({ configuration: rule({ onFault: 'allow' }), transition: transition() })).toEqual({ result: true });
    expect(await invoke({ configuration: rule({ mode: 'observe' }), transition: transition() })).toEqual({ result: true });
    expect((await invoke({ configuration: 'nonsense', transition: transition() })).errorMessage).toMatch(
      /^This transition's handoff rule/u,
    );
  });

  it('observe mode lets an unprepared move pass and counts it', async () => {
    const issueKey = await site.createInDevelopment('Only observed');
    const before = (await site.value('lead', 'project.home', {}, { projectKey: 'SHOP' })).months[0]?.wouldHaveBeenStopped ?? 0;
    expect(await invoke({ issue: { key: issueKey }, configuration: rule({ mode: 'observe' }), transition: transition() })).toEqual({
      result: true,
    });
    await site.idle();
    expect((await site.value('lead', 'project.home', {}, { projectKey: 'SHOP' })).months[0]?.wouldHaveBeenStopped).toBe(before + 1);
  });

  it('a slow Jira is stopped waiting for after 8 s', async () => {
    const issueKey = await site.createInDevelopment('Jira hangs');
    await site.fault({ service: 'jira', match: 'GET /rest/api/3/issue/', delayMs: 12_000, times: 'always' });
    const startedAt = Date.now();
    const { errorMessage } = await invoke({ issue: { key: issueKey }, configuration: rule({}), transition: transition() });
    expect(errorMessage).toMatch(/^Baton could not check/u);
    expect(Date.now() - startedAt).toBeLessThan(10_500);
  });

  it('a receiver taken from a field does not count while the transition empties that field', async () => {
    const fields = (await site.value('projectAdmin', 'settings.get', {}, { projectKey: 'SHOP' })).userFields;
    const field = fields.find(({ id }) => id === 'assignee') ?? fields[0];
    const fielded = await site.turnOn('SHOP', { receiver: { kind: 'userField', fieldId: field?.id ?? '', fieldName: field?.name ?? '' } });
    const issueKey = await site.createInDevelopment('Field is emptied');
    await site.prepare(issueKey, fielded).catch(() => undefined);
    const { handoff } = await site.card('sender', issueKey);
    if (handoff?.receiver?.value)
      await site.edit('sender', issueKey, fielded, [{ field: 'receiver', value: null, basedOn: handoff.receiver.version }]);
    await site.rest('sender', 'PUT', `/issue/${issueKey}/assignee`, { accountId: site.account('receiver') });
    await site.idle();
    const asked = (modifiedFields: object) =>
      invoke({ issue: { key: issueKey }, configuration: rule({}), transition: { ...transition(), modifiedFields } });
    expect(await asked({})).toEqual({ result: true });
    expect((await asked({ [field?.id ?? '']: null })).errorMessage).toMatch(/^Not ready for QA: 1 left/u);
    await site.turnOn('SHOP', { receiver: { kind: 'senderChooses' } });
  });
});

describe('settings that name people', () => {
  it('E20: who changes settings and who is named in them is reported as well', async () => {
    await site.turnOn('SHOP', { receiver: { kind: 'person', accountId: site.account('lead') } });
    await site.takeCalls();
    await site.request('POST', '/_local/invoke', { moduleKey: 'personal-data', payload: {} });
    expect((await site.takeCalls()).filter(({ path }) => path.includes('report-accounts'))).toHaveLength(1);
  });
});

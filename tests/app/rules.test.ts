import type { CoverageRow } from '../../src/contract/coverage';
import type { HandoffType } from '../../src/domain/type/handoff-type';
import { AppSite } from '../support/app-site';
import { SiteRows } from '../support/site-rows';

const PLACE = { projectKey: 'SHOP' };
const WORKFLOW = 'Shop delivery workflow';

let site: AppSite;
let rows: SiteRows;
let type: HandoffType;

beforeAll(async () => {
  site = await AppSite.start();
  rows = new SiteRows(site);
  type = await site.turnOn();
});
afterEach(() => site.clearFaults());
afterAll(async () => {
  rows.close();
  await site.close();
});

const coverage = () => site.value('projectAdmin', 'settings.coverage', {}, PLACE);
const rowOf = async (name: string): Promise<CoverageRow | undefined> => (await coverage()).rows.find((row) => row.name === name);
const tryMove = (issueKey: string, transitionId = '21') =>
  site.value('projectAdmin', 'settings.testRun', { issueKey, workflow: WORKFLOW, transitionId }, PLACE);

describe('the project’s rules', () => {
  it('S-002: every transition says whether a handoff goes along it and what stands there', async () => {
    const { known, rows: all, unreached, request } = await coverage();
    expect({ known, unreached, request }).toEqual({ known: true, unreached: [], request: null });
    expect(all.map(({ name, types }) => [name, types.map((one) => one.name)])).toEqual([
      ['Start work', []],
      ['Send to QA', ['Dev → QA']],
      ['Finish', []],
      ['Back to development', []],
      ['Reopen', []],
      ['Stop work', []],
    ]);
    expect(all.find(({ name }) => name === 'Send to QA')).toMatchObject({
      from: [{ name: 'In Development' }],
      to: { name: 'In QA' },
      rules: [{ requires: 'prepared', mode: 'enforce', enabled: true }],
      findings: [],
    });
  });

  it('a switched-off rule and a workflow another project uses are pointed out, with a text for the Jira admin', async () => {
    await site.value('jiraAdmin', 'admin.switchRules', { enabled: false }, {});
    rows.changeDocument<{ workflowId: string }>('project', '10002', (project) => ({
      ...project,
      workflowId: 'b9f1c2d0-5e47-4a31-8c6d-10f2e3a4b501',
    }));
    const found = await coverage();
    expect(found.rows[0]).toMatchObject({ name: 'Send to QA', findings: ['ruleOff', 'shared'] });
    expect(found.sharedWith).toEqual([{ workflow: WORKFLOW, projects: ['Operations'], others: 0 }]);
    expect(found.request).toContain('Send to QA): switch the rule on again.');
    rows.changeDocument<{ workflowId: string }>('project', '10002', (project) => ({
      ...project,
      workflowId: 'b9f1c2d0-5e47-4a31-8c6d-10f2e3a4b503',
    }));
    await site.value('jiraAdmin', 'admin.switchRules', { enabled: true }, {});
  });

  it('says nothing where Jira does not tell', async () => {
    await site.fault({ service: 'jira', match: 'GET /rest/api/3/workflows/search', status: 403, times: 'always' });
    expect(await coverage()).toEqual({ known: false, rows: [], unreached: [], sharedWith: [], request: null });
  });
});

describe('a test run', () => {
  it('S-079: says in the same words what a move would meet, and moves, writes and queues nothing', async () => {
    const issueKey = await site.createInDevelopment('Tried out');
    const view = await rows.unchanged(async () => {
      await site.takeCalls();
      const tried = await tryMove(issueKey);
      expect((await site.takeCalls()).filter(({ service }) => service === 'events')).toEqual([]);
      return tried;
    });
    expect(await site.statusOf(issueKey)).toBe('In Development');
    const { messages } = await site.move('sender', issueKey, 'In QA');
    expect(view).toMatchObject({ verdict: 'stopped', message: messages[0], rule: 'stands', standsIn: null });
    await site.prepare(issueKey, type);
    expect(await tryMove(issueKey)).toMatchObject({ verdict: 'passes', message: null });
    expect(await tryMove(issueKey, '31')).toMatchObject({ verdict: 'stopped', standsIn: 'In Development', from: { name: 'In QA' } });
  });

  it('S-079: under a rule that only watches, or with the check paused, it passes and is counted, and the table says so', async () => {
    const issueKey = await site.createInDevelopment('Only watched');
    await site.setRule('SHOP', 'Send to QA', { requires: 'prepared', mode: 'observe' });
    expect(await tryMove(issueKey)).toMatchObject({ verdict: 'counted', message: expect.stringMatching(/^Nothing prepared/u) as string });
    expect(await rowOf('Send to QA')).toMatchObject({ rules: [{ mode: 'observe' }], findings: ['watching'] });
    await site.setRule('SHOP', 'Send to QA', { requires: 'prepared' });
    const { rev } = await site.value('projectAdmin', 'settings.get', {}, PLACE);
    await site.value('projectAdmin', 'settings.switchType', { rev, typeId: type.typeId, gatePaused: true }, PLACE);
    expect(await tryMove(issueKey)).toMatchObject({ verdict: 'counted', message: null });
    expect(await rowOf('Send to QA')).toMatchObject({ types: [{ paused: true }] });
    await site.value('projectAdmin', 'settings.switchType', { rev: rev + 1, typeId: type.typeId, gatePaused: false }, PLACE);
  });

  it('S-002: a test run offers the ten work items of the project that changed last, and a key does without them', async () => {
    const older = await site.createInDevelopment('Changed first');
    const newer = await site.createInDevelopment('Changed last');
    await site.createInDevelopment('Elsewhere', 'OPS');
    const recentItems = () => site.call('projectAdmin', 'settings.recentItems', {}, PLACE);
    const answer = await recentItems();
    if (!answer.ok) throw new Error(answer.error.code);
    const { items } = answer.value;
    expect(items).toHaveLength(10);
    expect(items.slice(0, 2)).toEqual([
      { key: newer, summary: 'Changed last', statusName: 'In Development' },
      { key: older, summary: 'Changed first', statusName: 'In Development' },
    ]);
    await site.fault({ service: 'jira', match: 'POST /rest/api/3/search/jql', status: 503, times: 'always' });
    expect(await recentItems()).toMatchObject({ ok: false, error: { code: 'JIRA_UNAVAILABLE' } });
    expect((await tryMove(newer)).issueKey).toBe(newer);
  });

  it('a work item of another project, one that does not exist and a transition that is gone are NOT_FOUND', async () => {
    const other = await site.createInDevelopment('Of another project', 'OPS');
    const here = await site.createInDevelopment('Of this project');
    const codeOf = (issueKey: string, transitionId: string) =>
      site.code('projectAdmin', 'settings.testRun', { issueKey, workflow: WORKFLOW, transitionId }, PLACE);
    expect(await codeOf(other, '21')).toBe('NOT_FOUND');
    expect(await codeOf('SHOP-99999', '21')).toBe('NOT_FOUND');
    expect(await codeOf(here, '999')).toBe('NOT_FOUND');
    expect(await codeOf('not a key', '21')).toBe('INVALID_PAYLOAD');
  });
});

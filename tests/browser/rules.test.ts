import type { ProjectRecord, TransitionRecord, WorkflowRecord } from '../../local-jira/services/jira/state/records';
import { useBrowserStage } from '../support/browser-stage';
import { SiteRows } from '../support/site-rows';

const SHOP_WORKFLOW = 'b9f1c2d0-5e47-4a31-8c6d-10f2e3a4b501';
const OPERATIONS = '10002';

const stage = useBrowserStage();
let rows: SiteRows;

beforeAll(() => {
  rows = new SiteRows(stage.site);
});
afterAll(() => rows.close());

describe('the table of rules', () => {
  it('S-002: tells five workflows apart, starts a handoff where none is mapped, and tries a move', async () => {
    const original = new Map<string, WorkflowRecord | ProjectRecord>();
    const change = <Body extends WorkflowRecord | ProjectRecord>(kind: string, id: string, to: (body: Body) => Body): void =>
      rows.changeDocument<Body>(kind, id, (body) => {
        if (!original.has(id)) original.set(id, body);
        return to(original.get(id) as Body);
      });
    const workflow = (to: (transitions: TransitionRecord[]) => TransitionRecord[]): void =>
      change<WorkflowRecord>('workflow', SHOP_WORKFLOW, (body) => ({ ...body, transitions: to(body.transitions) }));
    const sendToQa = (more: (transition: TransitionRecord) => Partial<TransitionRecord>) => (all: TransitionRecord[]) =>
      all.map((each) => (each.name === 'Send to QA' ? { ...each, ...more(each) } : each));

    const admin = await stage.arrive('projectAdmin');
    const row = (name: string) => admin.app.getByRole('row', { name: new RegExp(`\\(${name}\\)`, 'u') });
    const checkAgain = () => admin.click(admin.app.getByRole('button', { name: 'Check again' }));
    await admin.goTo('/jira/projects/SHOP/settings/apps/handoff-settings?section=rules');

    await admin.see(admin.app.getByText('Every handoff is checked on each of its moves.'));
    expect(await row('Send to QA').innerText()).toContain('Asks for prepared');

    workflow(sendToQa(() => ({ validators: [] })));
    await checkAgain();
    await admin.see(row('Send to QA').getByText('No rule: nothing is checked.'));

    workflow((all) => [...all, { id: '71', name: 'Straight to QA', from: 'any', to: '10002', screen: [], validators: [] }]);
    await checkAgain();
    await admin.see(row('Straight to QA').getByText('Any status leads here.'));
    expect(await row('Straight to QA').innerText()).toContain('Another move of this name, or between the same statuses, has the rule.');

    workflow((all) => all);
    change<ProjectRecord>('project', OPERATIONS, (body) => ({ ...body, workflowId: SHOP_WORKFLOW }));
    await checkAgain();
    await admin.see(admin.app.getByText('“Shop delivery workflow” is also used by Operations.'));

    workflow(sendToQa(({ validators }) => ({ validators: validators.map((rule) => ({ ...rule, disabled: true })) })));
    await checkAgain();
    await admin.see(row('Send to QA').getByText('The rule is switched off: nothing is checked.'));
    await admin.click(admin.app.getByText('A Jira admin puts it right in the workflow editor.'));
    await admin.see(admin.app.getByText(/\(Send to QA\): switch the rule on again\./u));

    const key = admin.app.getByRole('textbox', { name: 'Work item, by its key' });
    await admin.fill(admin.app.getByRole('combobox', { name: 'Work item, changed last' }), 'SHOP-2 ');
    await admin.click(admin.app.getByRole('option', { name: /^SHOP-2 .+ \(.+\)$/u }));
    expect([await key.inputValue(), await admin.app.locator('blockquote').count()]).toEqual(['SHOP-2', 0]);
    await admin.click(admin.app.getByRole('button', { name: 'Try it' }));
    await admin.see(admin.app.getByText('The rule on this move is switched off, so in truth it would pass.'));
    expect(await admin.app.locator('blockquote').innerText()).toMatch(/^“?Nothing prepared for QA yet\. Needed: Pull request/u);

    await admin.click(admin.app.getByRole('button', { name: 'Create a handoff for In QA → Done (Finish)' }));
    await admin.see(admin.app.getByRole('heading', { name: 'New handoff' }));
    expect(await admin.app.getByRole('checkbox', { name: 'In QA' }).isChecked()).toBe(true);
  });
});

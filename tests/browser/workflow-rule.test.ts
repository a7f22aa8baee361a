import type { FrameLocator } from 'playwright-core';
import { useBrowserStage } from '../support/browser-stage';
import type { Visitor } from '../support/visitor';

const OPERATIONS_WORKFLOW = 'b9f1c2d0-5e47-4a31-8c6d-10f2e3a4b503';

const { arrive } = useBrowserStage();

/** The app's page inside the editor's dialog. */
const dialogPage = (admin: Visitor): FrameLocator => admin.page.frameLocator('dialog[open] iframe');

describe('the rule in the workflow editor', () => {
  it('can be added, says in a sentence what it does, and can be changed', async () => {
    const admin = await arrive('jiraAdmin');
    await admin.goTo(`/jira/settings/workflows/${OPERATIONS_WORKFLOW}`);
    const finish = admin.page.locator('li.transition', { has: admin.page.getByText('Finish', { exact: true }) });
    await admin.click(finish.locator('[data-rule-add="handoff-gate"]'));
    await admin.see(dialogPage(admin).getByText('What it requires'));
    await admin.click(dialogPage(admin).getByRole('radio', { name: /^Accepted/u }));
    await admin.click(admin.page.locator('dialog[open]').getByRole('button', { name: 'Add', exact: true }));
    await admin.see(finish.getByText('The handoff must be accepted by its receiver'));

    await admin.click(finish.getByRole('button', { name: /^Edit/u }));
    await admin.see(dialogPage(admin).getByText('What it requires'));
    expect(
      await dialogPage(admin)
        .getByRole('radio', { name: /^Accepted/u })
        .isChecked(),
    ).toBe(true);
    await admin.click(dialogPage(admin).getByRole('radio', { name: /^Watch only/u }));
    await admin.click(admin.page.locator('dialog[open]').getByRole('button', { name: 'Save', exact: true }));
    await admin.see(finish.getByText('The handoff must be accepted by its receiver (watching only, never blocks)'));
  });

  it('is shown, not offered for change, to a project admin of a company-managed workflow', async () => {
    const projectAdmin = await arrive('projectAdmin');
    await projectAdmin.goTo(`/jira/settings/workflows/${OPERATIONS_WORKFLOW}`);
    await projectAdmin.page.locator('li.transition, h1').first().waitFor();
    expect(await projectAdmin.page.locator('[data-rule-add]').count()).toBe(0);
  });
});

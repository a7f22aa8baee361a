import { AxeBuilder } from '@axe-core/playwright';
import { useBrowserStage } from '../support/browser-stage';
import type { Visitor } from '../support/visitor';

const NOTHING_PREPARED =
  'Nothing prepared for QA yet. Needed: Pull request, Where to test, How to check it and 3 more. Anyone who can edit this work item can start under Handoff, on its right side.';

const stage = useBrowserStage();
const { arrive, arriveAs } = stage;

/** Fills what Dev → QA asks for, in the side entry of the work item that is open. */
async function fillSixThings(sender: Visitor): Promise<void> {
  const { handoff } = sender;
  await sender.fill(handoff.getByLabel('Pull request', { exact: false }).first(), 'https://git.example.com/shop/pull/431');
  await sender.fill(handoff.getByRole('textbox', { name: 'Where to test' }), 'Staging 2, account test-buyer-4, branch voucher-limit.');
  await sender.fill(handoff.getByRole('textbox', { name: 'How to check it' }), 'Order for 60 € with voucher TEN: shipping is free.');
  await sender.click(handoff.getByRole('button', { name: 'None known' }));
  await sender.fill(
    handoff.getByRole('textbox', { name: 'Situation' }),
    'The limit now looks at the goods before the voucher. Reviewed and green.',
  );
  await sender.fill(handoff.getByRole('textbox', { name: 'Recommendation' }), 'Try orders just below and just above the limit first.');
}

describe('the walk', () => {
  it('S-009 S-076 S-080 S-083 S-097 blocks a sender, takes six things and moves, in at most 8 interactions', async () => {
    const sender = await arrive('sender');
    await sender.goTo('/jira/projects/SHOP/board');
    await sender.drag('SHOP-2', 'In QA');
    await sender.see(sender.flag);
    expect(await sender.flag.innerText()).toContain(NOTHING_PREPARED);
    await sender.see(sender.cardInColumn('SHOP-2', 'In Development'));
    const overRest = await stage.site.rest(sender.user, 'POST', '/rest/api/3/issue/SHOP-2/transitions', { transition: { id: '21' } });
    expect(overRest).toMatchObject({ status: 400, body: { errorMessages: [NOTHING_PREPARED] } });

    sender.startCounting();
    await sender.click(sender.card('SHOP-2').locator('a.card-summary'));
    await fillSixThings(sender);
    await sender.click(sender.handoff.getByRole('button', { name: 'Hand off to Ana Ferreira' }));
    await sender.see(sender.handoff.getByText('Waiting for Ana Ferreira since'));
    expect(sender.interactions).toBeLessThanOrEqual(8);

    await stage.site.idle();
    await sender.goTo('/outbox');
    expect(await sender.page.getByRole('link', { name: 'SHOP-2' }).count()).toBe(1);
    await sender.goTo('/jira/projects/SHOP/board');
    await sender.see(sender.cardInColumn('SHOP-2', 'In QA'));
  });

  it('S-086 S-142 S-125 lets the receiver ask, then accept in 2 interactions and rate in 1', async () => {
    const receiver = await arrive('receiver');
    await receiver.goTo('/jira/projects/SHOP/apps/handoffs');
    const row = receiver.app.getByRole('button', { name: /Total is wrong/u });
    receiver.startCounting();
    await receiver.click(row);
    const place = receiver.app.getByRole('region', { name: 'Handoff of SHOP-2' });
    const spent = receiver.interactions;
    await receiver.click(place.getByRole('button', { name: 'Ask', exact: true }));
    await receiver.fill(place.getByRole('textbox', { name: /What do you want to know/u }), 'Which voucher may I use?');
    await receiver.click(place.getByRole('button', { name: 'Ask', exact: true }));
    await receiver.see(place.getByText('Which voucher may I use?'));

    const sender = await arrive('sender');
    await sender.goTo('/browse/SHOP-2');
    await sender.click(sender.handoff.getByRole('button', { name: 'Answer', exact: true }).first());
    await sender.fill(sender.handoff.getByRole('textbox', { name: 'Your answer' }), 'TEN, it is valid until March.');
    await sender.click(sender.handoff.getByRole('button', { name: 'Answer', exact: true }).last());
    await sender.see(sender.handoff.getByText('TEN, it is valid until March.'));

    await receiver.goTo('/jira/projects/SHOP/board');
    await receiver.drag('SHOP-2', 'Done');
    await receiver.see(receiver.flag);
    expect(await receiver.flag.innerText()).toContain('Not signed off: QA has not accepted this handoff yet.');

    await receiver.goTo('/jira/projects/SHOP/apps/handoffs');
    receiver.startCounting();
    await receiver.click(receiver.app.getByRole('button', { name: /Total is wrong/u }));
    await receiver.see(place.getByText('TEN, it is valid until March.'));
    await receiver.click(place.getByRole('button', { name: 'Accept', exact: true }));
    await receiver.see(receiver.app.getByText(/SHOP-2 accepted/u));
    expect(spent).toBe(1);
    expect(receiver.interactions).toBe(2);

    receiver.startCounting();
    await receiver.click(receiver.app.getByRole('radiogroup', { name: /SHOP-2/u }).getByRole('radio', { name: /^4/u }));
    await receiver.see(receiver.app.getByText('Rated 4. Thank you.'));
    expect(receiver.interactions).toBe(1);

    await stage.site.idle();
    const issue = await stage.site.rest(stage.site.user('receiver'), 'GET', '/rest/api/3/issue/SHOP-2?fields=assignee');
    expect(issue.body).toMatchObject({ fields: { assignee: { accountId: stage.site.user('receiver').accountId } } });
    await receiver.goTo('/jira/projects/SHOP/board');
    await receiver.drag('SHOP-2', 'Done');
    await receiver.see(receiver.cardInColumn('SHOP-2', 'Done'));
  });

  it('shows the sender that rating once they wrote a note of their own, and not before, so that neither word answers the other', async () => {
    const sender = await arrive('sender');
    await sender.goTo('/browse/SHOP-2');
    await sender.see(sender.handoff.getByText(/Ana Ferreira has it since/u));
    const rating = sender.handoff.getByText('Rated 4: Good');
    expect(await rating.count()).toBe(0);
    await sender.click(sender.handoff.getByRole('button', { name: 'Add a note' }));
    await sender.fill(sender.handoff.getByRole('textbox', { name: 'What should the team remember?' }), 'Say which voucher may be used.');
    await sender.click(sender.handoff.getByRole('button', { name: 'Add a note' }));
    await sender.see(rating);
  });

  it('S-021 returns a work item with an item picked, shows 1 to fix, and keeps round 1 readable', async () => {
    const receiver = await arrive('receiver');
    await receiver.goTo('/browse/SHOP-3');
    await receiver.click(receiver.handoff.getByRole('button', { name: 'Return', exact: true }));
    await receiver.fill(receiver.handoff.getByRole('textbox', { name: /What is missing\?/u }), 'The account does not work.');
    await receiver.click(receiver.handoff.getByRole('checkbox', { name: 'Where to test' }));
    await receiver.click(receiver.handoff.getByRole('button', { name: /^Return to/u }));
    await receiver.see(receiver.handoff.getByText(/Returned to Tomas Lind/u));
    await stage.site.idle();

    const sender = await arriveAs('Tomas Lind');
    await sender.goTo('/jira/projects/SHOP/board');
    await sender.see(sender.cardInColumn('SHOP-3', 'In Development'));
    await sender.goTo('/browse/SHOP-3');
    await sender.see(sender.handoff.getByText('1 to fix'));
    await sender.see(sender.handoff.getByText('The account does not work.'));
    await sender.fill(sender.handoff.getByRole('textbox', { name: 'Where to test' }), 'Staging 2, account test-buyer-9, works since noon.');
    await sender.click(sender.handoff.getByRole('button', { name: 'Hand off again' }));
    await sender.see(sender.handoff.getByText(/Waiting for Ana Ferreira since/u));
    await sender.click(sender.handoff.getByText(/Round 1: returned/u));
    await sender.see(sender.handoff.getByText('account test-buyer-4', { exact: false }));
  });

  it('E29 S-042 shows both sides who has it, and blocks a work item again that comes back after it was accepted', async () => {
    const receiver = await arrive('receiver');
    await receiver.goTo('/browse/SHOP-3');
    await receiver.click(receiver.handoff.getByRole('button', { name: 'Accept', exact: true }));
    await receiver.see(receiver.handoff.getByText(/You have it since/u));
    const sender = await arriveAs('Tomas Lind');
    await sender.goTo('/browse/SHOP-3');
    await sender.see(sender.handoff.getByText(/Ana Ferreira has it since/u));
    await receiver.goTo('/jira/projects/SHOP/board');
    await receiver.drag('SHOP-3', 'In Development');
    await receiver.see(receiver.cardInColumn('SHOP-3', 'In Development'));
    await stage.site.idle();
    await receiver.drag('SHOP-3', 'In QA');
    await receiver.see(receiver.flag);
    expect(await receiver.flag.innerText()).toContain('Nothing prepared for QA yet.');
  });

  it('T11 asks for the next step where the type requires it, and keeps the rest of the click', async () => {
    const sender = await arrive('sender');
    await sender.goTo('/browse/APP-2');
    await fillSixThings(sender);
    await sender.click(sender.handoff.getByRole('button', { name: /^Hand off to/u }));
    await sender.see(sender.handoff.getByText(/^Waiting for/u));
    const receiverName = /Waiting for (.+) since/u.exec(
      await sender.handoff
        .getByText(/^Waiting for/u)
        .first()
        .innerText(),
    )?.[1];

    const receiver = await arriveAs(receiverName ?? '');
    await receiver.goTo('/browse/APP-2');
    await receiver.click(receiver.handoff.getByRole('button', { name: 'Accept', exact: true }));
    await receiver.see(receiver.handoff.getByText('Write your next step first'));
    await receiver.fill(receiver.handoff.getByRole('textbox', { name: /My next step/u }), 'Open both messages on two phones.');
    await receiver.click(receiver.handoff.getByRole('button', { name: 'Accept', exact: true }));
    await receiver.see(receiver.handoff.getByText(/You have it since/u));
  });

  it('S-131 shows a lead the count of ratings, and the numbers where there are enough', async () => {
    const lead = await arrive('lead');
    await lead.goTo('/jira/projects/SHOP/apps/handoffs');
    await lead.see(lead.app.getByRole('heading', { name: 'This month' }));
    await lead.see(lead.app.getByText(/ratings? so far, shown from 5\./u));
    await lead.goTo('/jira/projects/APP/apps/handoffs');
    await lead.see(lead.app.getByText('What to change'));
    expect(lead.interactions).toBe(0);
    // In the first days of a month the demo's ratings stand in the month before.
    const enough = lead.app.getByText(/\d+ ratings, 1 terrible to 5 seamless/u);
    if (!(await enough.first().isVisible())) await lead.click(lead.app.locator('summary').first());
    await lead.see(enough);
  });

  it('S-015 lets an admin turn a project on and meet the first block in at most 8 interactions, typing nothing', async () => {
    const admin = await arrive('projectAdmin');
    await admin.goTo('/jira/projects/OPS/board');
    admin.startCounting();
    await admin.click(admin.page.getByRole('link', { name: /Project settings/u }));
    await admin.click(admin.app.getByRole('button', { name: 'Turn on' }));
    await admin.see(admin.app.getByText('The rule is installed: this move is checked.'));
    await admin.click(admin.page.getByRole('link', { name: 'Board' }));
    await admin.drag('OPS-1', 'In QA');
    await admin.see(admin.flag);
    expect(await admin.flag.innerText()).toContain('Nothing prepared for QA yet.');
    expect(admin.interactions).toBeLessThanOrEqual(8);
  });

  it('lets an outsider read and do nothing, in the UI or by calling functions', async () => {
    const outsider = await arrive('outsider');
    await outsider.goTo('/browse/SHOP-1');
    await outsider.see(outsider.page.getByRole('heading', { level: 1 }));
    expect(await outsider.page.content()).not.toContain('Gift cards');
    // The page answers 404, which the browser reports as a console error of its own.
    outsider.consoleErrors.splice(0);

    for (const functionKey of [
      'handoff.get',
      'handoff.watch',
      'handoff.take',
      'handoff.accept',
      'handoff.edit',
      'handoff.round',
      'people.find',
    ]) {
      const payload = {
        commandId: 'outsider-1',
        handoffId: '10100-x-1',
        typeId: 'x',
        digest: 'ab',
        nextStep: null,
        attempt: 1,
        query: '',
        changes: [{ field: 'section', id: 'situation', value: 'mine', basedOn: 0 }],
      };
      const answer = await stage.site.invoke<{ ok: boolean; error?: { code: string } }>(stage.site.user('outsider'), {
        moduleKey: 'handoff-context',
        functionKey,
        payload: pickFor(functionKey, payload),
        context: { issueKey: 'SHOP-1' },
      });
      expect([functionKey, answer.ok, answer.error?.code]).toEqual([functionKey, false, 'NOT_FOUND']);
    }
  });
});

describe('the playbook', () => {
  it('S-099 S-100: a member opens it from the project page, reads a page and nothing that is only for who writes it, and prints it alone', async () => {
    const member = await arrive('receiver');
    const { app, page } = member;
    await member.goTo('/jira/projects/SHOP/apps/handoffs');
    await member.click(app.getByRole('link', { name: 'Playbook' }));
    await page.waitForURL('**/jira/apps/playbook?project=SHOP');
    await member.click(app.getByRole('button', { name: 'Dev → QA' }));
    await member.see(app.getByRole('heading', { name: 'Checklist' }));
    expect(await app.getByText('Not written yet', { exact: false }).count()).toBe(0);
    expect(await app.getByRole('button', { name: 'Still right' }).count()).toBe(0);
    await page.emulateMedia({ media: 'print' });
    await app.getByRole('navigation').waitFor({ state: 'hidden' });
    expect(await app.getByRole('heading', { name: 'Checklist' }).isVisible()).toBe(true);
    await page.emulateMedia({ media: null });

    const admin = await arrive('projectAdmin');
    await admin.goTo('/jira/projects/SHOP/apps/handoffs');
    await admin.click(admin.app.getByRole('link', { name: 'Playbook' }));
    await admin.click(admin.app.getByRole('button', { name: 'Dev → QA' }));
    await admin.see(admin.app.getByText('Not written yet:', { exact: false }));
  });
});

describe('help', () => {
  it('S-004: is on the Handoff screen, the project page and the settings, answers five questions, and leads to where the answers live', async () => {
    const admin = await arrive('projectAdmin');
    for (const [path, frame] of [
      ['/browse/SHOP-1', admin.handoff],
      ['/jira/projects/SHOP/apps/handoffs', admin.app],
      ['/jira/projects/SHOP/settings/apps/handoff-settings', admin.app],
    ] as const) {
      await admin.goTo(path);
      await admin.click(frame.getByRole('button', { name: 'Help', exact: true }));
      const panel = frame.getByRole('region', { name: 'Help' });
      await panel.locator('summary').first().waitFor();
      expect(await panel.locator('summary').count()).toBe(5);
      await panel.getByText('How much is too much?').click();
      const href = await panel.getByRole('link', { name: 'This month' }).first().getAttribute('href');
      expect(href).toContain('/jira/projects/SHOP/apps/handoffs');
    }
  });
});

/** Only the parts of a payload that a function takes, so that the access check is what answers. */
function pickFor(functionKey: string, all: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const taken: Readonly<Record<string, readonly string[]>> = {
    'handoff.take': ['commandId', 'handoffId'],
    'handoff.accept': ['commandId', 'handoffId', 'digest', 'nextStep'],
    'handoff.edit': ['commandId', 'typeId', 'changes'],
    'handoff.round': ['handoffId', 'attempt'],
    'people.find': ['query'],
  };
  return Object.fromEntries((taken[functionKey] ?? []).map((name) => [name, all[name]]));
}

describe('a dashboard', () => {
  it('shows the health of a project once one is chosen, and leads to what waits', async () => {
    const lead = await arrive('lead');
    const { page } = lead;
    const gadget = page.frameLocator('.gadget iframe');
    await lead.goTo('/jira/dashboards');
    await lead.click(page.getByRole('button', { name: 'Add gadget' }));
    await lead.click(page.getByRole('menuitem', { name: 'Handoff health' }));
    await lead.see(gadget.getByText('Project', { exact: true }));
    await lead.click(gadget.getByRole('button', { name: 'Save' }));
    const waiting = gadget.getByRole('link', { name: /\d+ waiting now/u });
    await lead.see(waiting);
    await lead.see(gadget.getByText(/%|too few for shares|No handoff/u));
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);

    await lead.click(page.getByRole('button', { name: 'Handoff health options' }));
    await lead.click(page.getByRole('menuitem', { name: 'Edit' }));
    await lead.see(gadget.getByRole('button', { name: 'Save' }));
    const receiver = await arrive('receiver');
    await receiver.goTo('/jira/dashboards');
    await receiver.see(receiver.page.getByText('No gadget yet.'));

    await lead.goTo('/jira/dashboards');
    await lead.click(waiting.first());
    await lead.see(lead.app.getByText(/handoffs?[.,]|Nothing/u));
    expect(page.url()).toMatch(/\/apps\/handoffs\?waiting=/u);
  });
});

import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/chromium';
import { startSite, type RunningSite } from '../support/running-site';
import { Visitor } from '../support/visitor';

/** Longest a person waits for the screen to follow, in ms. */
const PATIENCE_MS = 15_000;

let site: RunningSite;
let browser: Browser;
const visitors: Visitor[] = [];

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchChromium()]);
});

afterEach(async () => {
  const errors = visitors.flatMap(({ consoleErrors }) => consoleErrors);
  await Promise.all(visitors.splice(0).map((visitor) => visitor.leave()));
  expect(errors).toEqual([]);
});

afterAll(async () => {
  const reports = await site.request<unknown[]>('GET', '/__csp_report');
  await browser.close();
  await site.close();
  expect(reports).toEqual([]);
});

async function arrive(part: string): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser, site, site.user(part));
  visitor.page.setDefaultTimeout(PATIENCE_MS);
  visitors.push(visitor);
  return visitor;
}

/** Fills what Dev → QA asks for, in the side entry of the work item that is open. */
async function fillSixThings(sender: Visitor): Promise<void> {
  const { handoff } = sender;
  await sender.fill(handoff.getByLabel('Pull request', { exact: false }).first(), 'https://git.example.com/shop/pull/431');
  await sender.fill(handoff.getByRole('textbox', { name: 'Where to test' }), 'Staging 2, account test-buyer-4, branch voucher-limit.');
  await sender.fill(handoff.getByRole('textbox', { name: 'How to check it' }), 'Order for 60 € with voucher TEN: shipping is free.');
  await sender.click(handoff.getByRole('button', { name: 'None known' }));
  await sender.fill(handoff.getByRole('textbox', { name: 'Situation' }), 'The limit now looks at the goods before the voucher. Reviewed and green.');
  await sender.fill(handoff.getByRole('textbox', { name: 'Recommendation' }), 'Try orders just below and just above the limit first.');
}

describe('the walk', () => {
  it('S-009 S-076 S-080 S-097 blocks a sender, takes six things and moves, in at most 8 interactions', async () => {
    const sender = await arrive('sender');
    await sender.goTo('/jira/projects/SHOP/board');
    await sender.drag('SHOP-2', 'In QA');
    await sender.flag.waitFor();
    expect(await sender.flag.innerText()).toContain(
      'Nothing prepared for QA yet. Needed: Pull request, Where to test, How to check it and 3 more. Anyone who can edit this work item can start under Handoff, on its right side.',
    );
    await sender.cardInColumn('SHOP-2', 'In Development').waitFor();

    sender.startCounting();
    await sender.click(sender.card('SHOP-2').locator('a.card-summary'));
    await fillSixThings(sender);
    await sender.click(sender.handoff.getByRole('button', { name: 'Hand off to Ana Ferreira' }));
    await sender.handoff.getByText('Waiting for Ana Ferreira since').waitFor();
    expect(sender.interactions).toBeLessThanOrEqual(8);

    await site.idle();
    await sender.goTo('/outbox');
    expect(await sender.page.getByRole('link', { name: 'SHOP-2' }).count()).toBe(1);
    await sender.goTo('/jira/projects/SHOP/board');
    await sender.cardInColumn('SHOP-2', 'In QA').waitFor();
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
    await place.getByText('Which voucher may I use?').waitFor();

    const sender = await arrive('sender');
    await sender.goTo('/browse/SHOP-2');
    await sender.click(sender.handoff.getByRole('button', { name: 'Answer', exact: true }).first());
    await sender.fill(sender.handoff.getByRole('textbox', { name: 'Your answer' }), 'TEN, it is valid until March.');
    await sender.click(sender.handoff.getByRole('button', { name: 'Answer', exact: true }).last());
    await sender.handoff.getByText('TEN, it is valid until March.').waitFor();

    await receiver.goTo('/jira/projects/SHOP/board');
    await receiver.drag('SHOP-2', 'Done');
    await receiver.flag.waitFor();
    expect(await receiver.flag.innerText()).toContain('Not signed off: QA has not accepted this handoff yet.');

    await receiver.goTo('/jira/projects/SHOP/apps/handoffs');
    receiver.startCounting();
    await receiver.click(receiver.app.getByRole('button', { name: /Total is wrong/u }));
    await place.getByText('TEN, it is valid until March.').waitFor();
    await receiver.click(place.getByRole('button', { name: 'Accept', exact: true }));
    await receiver.app.getByText(/SHOP-2 accepted/u).waitFor();
    expect(spent).toBe(1);
    expect(receiver.interactions).toBe(2);

    receiver.startCounting();
    await receiver.click(receiver.app.getByRole('radiogroup', { name: /SHOP-2/u }).getByRole('radio', { name: /^4/u }));
    await receiver.app.getByText('Rated 4. Thank you.').waitFor();
    expect(receiver.interactions).toBe(1);

    await site.idle();
    const issue = await site.rest(site.user('receiver'), 'GET', '/rest/api/3/issue/SHOP-2?fields=assignee');
    expect(issue.body).toMatchObject({ fields: { assignee: { accountId: site.user('receiver').accountId } } });
    await receiver.goTo('/jira/projects/SHOP/board');
    await receiver.drag('SHOP-2', 'Done');
    await receiver.cardInColumn('SHOP-2', 'Done').waitFor();
  });
});

import { setTimeout } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/chromium';
import { startSite, type RunningSite } from '../support/running-site';
import { Visitor } from '../support/visitor';

/** Longest the other side's change may take to arrive: the screen asks every twenty seconds. */
const NEXT_LOOK_MS = 45_000;

const MAYAS = 'Staging 2, account test-buyer-4';
const LENAS = 'Staging 3, since staging 2 is down today';

let site: RunningSite;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchChromium()]);
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

async function openDraft(part: string): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser, site, site.user(part));
  visitor.page.setDefaultTimeout(15_000);
  await visitor.goTo('/browse/SHOP-2');
  await visitor.see(whereToTest(visitor));
  return visitor;
}

const whereToTest = (visitor: Visitor) => visitor.handoff.getByRole('textbox', { name: 'Where to test' });

/** Waits until the field holds a text, without touching the page: only its own looks may bring it. */
async function shows(visitor: Visitor, text: string): Promise<void> {
  const until = Date.now() + NEXT_LOOK_MS;
  const field = whereToTest(visitor);
  const line = visitor.handoff.getByText(text);
  while ((await line.count()) === 0 && ((await field.count()) === 0 || (await field.inputValue()) !== text)) {
    if (Date.now() > until) throw new Error(`${text} did not arrive`);
    await setTimeout(200);
  }
}

describe('two people in one draft', () => {
  it('shows both texts, loses neither, and brings the other side’s change', async () => {
    const maya = await openDraft('sender');
    const lena = await openDraft('lead');

    await maya.fill(whereToTest(maya), MAYAS);
    await maya.see(maya.handoff.getByText('Saved', { exact: true }));
    // A field is its writer's own while they are in it; Maya goes on to the next one.
    await maya.click(maya.handoff.getByRole('textbox', { name: 'How to check it' }));
    await lena.fill(whereToTest(lena), LENAS);
    const told = lena.handoff.getByText(`${maya.user.displayName} changed this while you were typing.`).first();
    await lena.see(told);
    expect(await whereToTest(lena).inputValue()).toBe(LENAS);
    await lena.click(lena.handoff.getByRole('button', { name: 'See both' }));
    await lena.see(lena.handoff.getByText(MAYAS));
    await lena.see(lena.handoff.locator('dd').getByText(LENAS));
    await shows(maya, MAYAS);

    await lena.click(lena.handoff.getByRole('button', { name: 'Keep yours' }));
    await lena.handoff.getByRole('button', { name: 'Keep yours' }).waitFor({ state: 'detached' });
    await shows(maya, LENAS);

    for (const { consoleErrors } of [maya, lena]) expect(consoleErrors).toEqual([]);
    await Promise.all([maya.leave(), lena.leave()]);
  });
});

import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';

import type { RunningLocalJira } from '../../local-jira/start-local-jira';
import { launchChromium } from '../support/chromium';
import { startBridgeApp } from '../support/start-bridge-app';

const PATIENCE_MS = 15_000;
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const SHOP_WORKFLOW = /Shop delivery workflow/u;

let jira: RunningLocalJira;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [jira, browser] = await Promise.all([startBridgeApp(), launchChromium()]);
});

afterAll(async () => {
  await browser.close();
  await jira.close();
});

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
});

afterEach(() => context.close());

async function goAs(part: string, path: string): Promise<number> {
  const user = jira.site.listUsers().find((candidate) => candidate.part === part);
  if (user === undefined) throw new Error(`The demo has nobody who is ${part}.`);
  const query = new URLSearchParams({ accountId: user.accountId, to: path });
  const response = await page.goto(`${jira.url}/_host/session?${query.toString()}`);
  return response?.status() ?? 0;
}

/** Presses one of the app's buttons and reads the line it writes. */
async function press(frame: FrameLocator, name: string): Promise<string> {
  await frame.getByRole('button', { name, exact: true }).click();
  return frame
    .getByText(new RegExp(`^${name}( failed)? = `, 'u'))
    .first()
    .innerText();
}

describe('the bridge around an app frame', () => {
  let side: FrameLocator;

  beforeEach(async () => {
    await goAs('sender', '/browse/SHOP-1');
    side = page.frameLocator('[data-module="side"] iframe');
  });

  it('answers what the platform vouches for, calls resolvers and Jira as the person', async () => {
    const seen = await press(side, 'context');
    expect(seen).toContain('"moduleKey":"side"');
    expect(seen).toContain(`"location":"${jira.url}/browse/SHOP-1"`);
    const { accountId } = jira.site.defaultUser();
    expect(await press(side, 'invoke')).toBe(`invoke = {"payload":{"a":1},"accountId":"${accountId}"}`);
    expect(await press(side, 'invoke failing')).toContain('invoke failing failed = ');
    expect(await press(side, 'requestJira')).toContain('requestJira = "200 ');
    expect(await press(side, 'requestJira missing')).toBe('requestJira missing = 404');
    expect(await press(side, 'url')).toBe(`url = "${jira.url}/browse/SHOP-2"`);
  });

  it('draws flags, calls their actions back and passes events between frames', async () => {
    await press(side, 'flag');
    await page.getByRole('status').getByText('By the app').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await side.getByText('undone = true').waitFor();
    await press(side, 'emit');
    await side.getByText('pong = {"n":1}').waitFor();
  });

  it('opens a modal with its context and hands back what it was closed with', async () => {
    await press(side, 'modal');
    const modal = page.frameLocator('dialog iframe');
    expect(await press(modal, 'context')).toContain('"modal":{"n":7}');
    await modal.getByRole('button', { name: 'close', exact: true }).click();
    await side.getByText('modal closed = {"chosen":5}').waitFor();
    expect(await press(side, 'close')).toContain('close failed');
  });

  it('keeps a frame as tall as its content, growing and shrinking', async () => {
    const heightPx = (): Promise<number> => page.locator('[data-module="side"] iframe').evaluate((frame) => frame.clientHeight);
    await press(side, 'url');
    const beforePx = await heightPx();
    await press(side, 'grow');
    await expect(heightPx()).resolves.toBeGreaterThan(beforePx + 400);
    await press(side, 'shrink');
    await expect(heightPx()).resolves.toBeLessThan(beforePx + 200);
  });

  it('follows the theme of the site at once', async () => {
    await page.getByRole('button', { name: 'Theme' }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    await side.locator('html[data-color-mode="dark"]').waitFor({ state: 'attached' });
    expect(await side.locator('html').evaluate((html) => getComputedStyle(html).colorScheme)).toBe('dark');
  });

  it('reports a command it does not know', async () => {
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    expect(await press(side, 'unknown')).toContain('noSuchCommand');
    expect(errors.join()).toContain('noSuchCommand');
  });

  it('tells frames that the work item changed and shows the change', async () => {
    await side.getByRole('button', { name: 'url', exact: true }).waitFor();
    await jira.site.addComment(jira.site.defaultUser().accountId, 'SHOP-1', 'Written elsewhere');
    await side.getByText(/^changed = /u).waitFor();
    await page.getByText('Written elsewhere').waitFor();
  });

  it('lets a full page change the address after its own path', async () => {
    await goAs('sender', '/jira/projects/SHOP/apps/whole');
    const whole = page.frameLocator('.app-frame-fill iframe');
    await press(whole, 'push');
    await whole.getByText('location = "/inner?tab=2"').waitFor();
    expect(page.url()).toBe(`${jira.url}/jira/projects/SHOP/apps/whole/inner?tab=2`);
    await whole.getByRole('button', { name: 'navigate', exact: true }).click();
    await page.waitForURL('**/browse/SHOP-2');
  });
});

describe('the pages of the site', () => {
  it('springs a refused card back and shows the text of the rule in full', async () => {
    await goAs('sender', '/jira/projects/SHOP/board');
    const column = page.locator('section[data-column]', { has: page.getByRole('heading', { name: 'In QA' }) });
    await page.locator('[data-card="SHOP-1"]').dragTo(column, { targetPosition: { x: 100, y: 60 } });
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toContain('The rule says no.\nAnd why.');
    await page
      .locator('section[data-column]', { has: page.getByRole('heading', { name: 'In Development' }) })
      .locator('[data-card="SHOP-1"]')
      .waitFor();
  });

  it('moves a card with the keyboard alone and keeps the focus on it', async () => {
    await goAs('sender', '/jira/projects/SHOP/board');
    await page.getByRole('button', { name: 'Move SHOP-8 to…' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'In Development' }).waitFor();
    await page.keyboard.press('Enter');
    await page
      .locator('section[data-column]', { has: page.getByRole('heading', { name: 'In Development' }) })
      .locator('[data-card="SHOP-8"]')
      .waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Move SHOP-8 to…');
  });

  it('shows a panel only after its button was pressed', async () => {
    await goAs('sender', '/browse/SHOP-3');
    expect(await page.locator('.issue-panel').count()).toBe(0);
    await page.getByRole('button', { name: 'Wide' }).click();
    await page.locator('.issue-panel iframe').waitFor();
  });

  it('adds a rule with what its page returns, and keeps the dialog open on a veto', async () => {
    await goAs('jiraAdmin', '/jira/settings/workflows');
    await page.getByRole('link', { name: SHOP_WORKFLOW }).click();
    await page.getByRole('button', { name: 'Add rule Bridge rule to Stop work' }).click();
    const form = page.frameLocator('dialog iframe');
    await form.getByLabel('Says').waitFor();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await form.getByLabel('Says').fill('wait');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('Says wait').waitFor();
    await page.getByRole('button', { name: 'Remove rule Bridge rule from Stop work' }).click();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByText('Says wait').waitFor({ state: 'detached' });
  });

  it.each([
    ['sender', '/jira/projects/SHOP/settings/apps/settings', 403],
    ['sender', '/jira/settings/workflows', 403],
    ['outsider', '/browse/SHOP-1', 404],
    ['outsider', '/jira/projects/SHOP/board', 404],
    ['projectAdmin', '/jira/projects/SHOP/settings/apps/settings', 200],
  ])('answers %s on %s with %i', async (part, path, status) => {
    expect(await goAs(part, path)).toBe(status);
  });

  it.each([
    [1280, 'light'],
    [400, 'dark'],
  ])('has no accessibility violation and no sideways scrolling at %i px, %s', async (width, theme) => {
    await page.setViewportSize({ width, height: 900 });
    await context.addCookies([{ name: 'local_jira_theme', value: theme, url: jira.url }]);
    for (const path of ['/', '/jira/projects/SHOP/board', '/browse/SHOP-1', '/jira/settings/workflows', '/outbox']) {
      await goAs('jiraAdmin', path);
      const { violations } = await new AxeBuilder({ page }).withTags(WCAG).exclude('iframe').analyze();
      expect({ path, violations: violations.map(({ id, nodes }) => [id, nodes[0]?.html]) }).toEqual({ path, violations: [] });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    }
  });
});

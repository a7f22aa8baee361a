import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { sampleHealth, sampleMonth, sampleType } from '../support/health-samples';
import { launchChromium } from '../support/chromium';
import { storyHome } from '../support/page-stories/project-stories';
import { openStory, type OpenStory, type Story } from '../support/page-stories/story-page';
import { behindDropped, firstTwelve, fullHealth } from '../support/page-stories/trends-stories';

const BUILD_DIR = process.env['BUILD'] ?? resolve(__dirname, '../../build/static');

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const open = (answers: Story['answers']): Promise<OpenStory> =>
  openStory(browser, BUILD_DIR, { surface: 'project', answers }, { colorMode: 'light', widthPx: 1200 });

const sixAMonth = sampleHealth([
  sampleType('dev-to-qa', 'Dev → QA', [
    sampleMonth(
      'dev-to-qa',
      '2026-11',
      Array.from({ length: 6 }, () => ({})),
    ),
  ]),
]);

async function cellsOf(table: Locator): Promise<readonly string[][]> {
  return table.locator('tr').evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
}

async function downloadBy(page: Page, button: Locator): Promise<readonly string[][]> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const text = (await readFile(await download.path(), 'utf8')).replace('\uFEFF', '').trimEnd();
  return text
    .split('\r\n')
    .map((line) => [...line.matchAll(/"((?:[^"]|"")*)"|([^,]+)|(?<=,)(?=,|$)/gu)].map(([, quoted, bare]) => quoted ?? bare ?? ''));
}

describe('Trends', () => {
  it('is not there with six handoffs a month: sentences and lists, no chart and no tab', async () => {
    let tell = (): void => undefined;
    const asked = new Promise<void>((told) => {
      tell = told;
    });
    const answer = (): typeof sixAMonth => {
      tell();
      return sixAMonth;
    };
    const opened = await open({ 'project.home': storyHome(), 'project.health': answer });
    await opened.page.getByText('What to change').first().waitFor();
    await asked;
    await opened.page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
    expect(await opened.page.getByRole('tab').count()).toBe(0);
    expect(await opened.page.locator('svg[role=group]').count()).toBe(0);
    expect(opened.invoked.length).toBeLessThanOrEqual(3);
  });

  it('appears once a type has twelve handoffs, and goes between the lists and the numbers with the arrow keys', async () => {
    const opened = await open({ 'project.home': storyHome(), 'project.health': firstTwelve() });
    const { page } = opened;
    const trends = page.getByRole('tab', { name: 'Trends' });
    await trends.waitFor();
    await page.getByRole('tab', { name: 'Handoffs' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('heading', { name: 'Dropped handoffs, October 2026' }).waitFor();
    expect(await trends.getAttribute('aria-selected')).toBe('true');
    expect(await page.getByText('3 ratings so far, shown from 5.').count()).toBeGreaterThan(0);
    await page.keyboard.press('Home');
    await page.getByRole('heading', { name: 'Waiting for me' }).waitFor();
    expect(opened.invoked.map(({ name }) => name)).toEqual(['project.home', 'project.health']);
  });

  it('asks for its numbers only when it is opened where the page knows that there are enough', async () => {
    const { page, invoked } = await open({ 'project.home': storyHome({ hasTrends: true }), 'project.health': fullHealth() });
    await page.getByRole('tab', { name: 'Trends' }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(invoked.map(({ name }) => name)).toEqual(['project.home']);
    await page.getByRole('tab', { name: 'Trends' }).click();
    await page.getByRole('heading', { name: /^Dropped handoffs/u }).waitFor();
    expect(invoked.map(({ name }) => name)).toEqual(['project.home', 'project.health']);
  });

  it('reads each point of a chart with the keyboard, and gives its table as the same numbers', async () => {
    const { page } = await open({ 'project.home': storyHome({ hasTrends: true }), 'project.health': fullHealth() });
    await page.getByRole('tab', { name: 'Trends' }).click();
    const errors = page.getByRole('group', { name: 'Errors', exact: true });
    const points = errors.getByRole('img');
    await points.last().focus();
    await page.keyboard.press('ArrowLeft');
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toMatch(/^September 2026: \d+\.\d% \(\d+ of \d+\)$/u);
    await page.keyboard.press('Home');
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toMatch(/^November 2025: /u);
    expect(await errors.locator('[tabindex="0"]').count()).toBe(1);

    const times = page.getByRole('group', { name: 'Time until accepted' });
    expect(await times.getByRole('img', { name: /outside the limits$/u }).count()).toBeGreaterThan(0);

    await page.getByRole('button', { name: 'Show the numbers: Errors' }).click();
    const table = page.getByRole('table', { name: 'Errors', exact: true });
    await table.waitFor();
    expect(await page.evaluate('document.activeElement.tagName')).toBe('SUMMARY');
    const shown = await cellsOf(table);
    expect(shown).toHaveLength(13);
    expect(await downloadBy(page, page.getByRole('button', { name: 'Export “Errors” as CSV' }))).toEqual(shown);
  });

  it('S-007: says which work items a number is made of, when asked and not before, as links, a search and a file', async () => {
    const health = fullHealth();
    // One more each month, which ended after it was returned.
    const types = health.types.map((type) => ({ ...type, months: type.months.map((month) => ({ ...month, offered: month.offered + 1 })) }));
    const { page, invoked } = await open({
      'project.home': storyHome({ hasTrends: true }),
      'project.health': { ...health, types },
      'project.numberItems': ({ figure }) => (figure === 'open' ? { ...behindDropped, items: [] } : { ...behindDropped, hidden: 1 }),
    });
    await page.getByRole('tab', { name: 'Trends' }).click();
    const ask = page.getByRole('button', { name: 'Which ones? Dropped handoffs' });
    await ask.waitFor();
    expect(invoked.map(({ name }) => name)).not.toContain('project.numberItems');
    await ask.press('Enter');
    const list = page.getByRole('region', { name: 'Dropped handoffs', exact: true });
    await list.getByRole('link', { name: 'Open BAT-214: Checkout keeps the cart when the session ends' }).waitFor();
    expect(await ask.getAttribute('aria-expanded')).toBe('true');
    expect(invoked.at(-1)?.payload).toMatchObject({ typeId: 'dev-to-qa', month: '2026-10', figure: 'dropped' });
    expect(await list.innerText()).toContain('1 more counts: its work item was deleted, or you may not see it.');
    const search = await list.getByRole('link', { name: 'Search in Jira' }).getAttribute('href');
    expect(new URL(search ?? '').searchParams.get('jql')).toBe('key in ("BAT-214", "BAT-198") ORDER BY created DESC');
    const file = await downloadBy(page, list.getByRole('button', { name: 'Export “Dropped handoffs” as CSV' }));
    expect(file.map(([key]) => key)).toEqual(['Work item', 'BAT-214', 'BAT-198']);
    await ask.press('Enter');
    await list.waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.getAttribute("aria-expanded")')).toBe('false');
    expect(await page.getByRole('button', { name: /^Which ones\? (?:Ratings|Frustration)/u }).count()).toBe(0);
    await page.getByRole('button', { name: /^Which are still open\?/u }).click();
    await page.getByText('None is open now: each was accepted or has ended.').waitFor();
  });
});

import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/chromium';
import { rowStories } from '../support/page-stories/row-stories';
import { openStory } from '../support/page-stories/story-page';

const BUILD_DIR = process.env['BUILD'] ?? resolve(__dirname, '../../build/static');

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

describe('a row of the project page', () => {
  it('says why it came back, changes nothing of it, and leads to the work item to fix it', async () => {
    const story = rowStories['project-row-returned']?.();
    if (story === undefined) throw new Error('The story is gone.');
    const opened = await openStory(browser, BUILD_DIR, story, { colorMode: 'light', widthPx: 1200 });
    await story.act?.(opened.page);
    const row = opened.page.getByRole('region', { name: 'Handoff of BAT-21' });
    await row.getByText(/^Omar Haddad returned/u).waitFor();
    expect(await row.getByRole('button', { name: /hand off|change/iu }).count()).toBe(0);
    expect(await row.getByRole('textbox').count()).toBe(0);
    await row.getByRole('link', { name: 'Go on with it on SHOP-12' }).click();
    expect(opened.commands.at(-1)).toMatchObject({ command: 'navigate' });
    expect(opened.invoked.map(({ name }) => name)).not.toContain('handoff.edit');
  });
});

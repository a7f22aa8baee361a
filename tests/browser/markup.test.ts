import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';

import { AppSite } from '../support/app-site';
import { launchChromium } from '../support/chromium';
import { handoffStories } from '../support/page-stories/handoff-stories';
import { projectStories } from '../support/page-stories/project-stories';
import { ruleAndAdminStories } from '../support/page-stories/rule-and-admin-stories';
import { settingsStories } from '../support/page-stories/settings-stories';
import { openStory, type Story } from '../support/page-stories/story-page';

const BUILD_DIR = process.env['BUILD'] ?? resolve(__dirname, '../../build/static');

/** Runs in any reader that takes text for markup. */
const MARKUP = '<img src=x onerror="window.ran=1"><svg onload="window.ran=2"></svg><script>window.ran=3</script>';

/** Properties whose text people write, wherever they stand in an answer. */
const WRITTEN = [
  'text',
  'title',
  'hint',
  'summary',
  'reason',
  'comment',
  'nextStep',
  'displayName',
  'name',
  'team',
  'recommendation',
  'detail',
  'groupName',
  'roleName',
  'fieldName',
  'typeName',
  'request',
  'workflowName',
  'transition',
];

function withMarkup(value: unknown, key = ''): unknown {
  if (typeof value === 'function') return (payload: unknown) => withMarkup((value as (payload: unknown) => unknown)(payload));
  if (typeof value === 'string') return WRITTEN.includes(key) ? MARKUP : value;
  if (Array.isArray(value)) return value.map((element: unknown) => withMarkup(element, key));
  if (typeof value !== 'object' || value === null || value instanceof Error) return value;
  // A note section stands as the value of its entry.
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      withMarkup(inner, name === 'value' && typeof inner === 'string' && 'version' in value ? 'text' : name),
    ]),
  );
}

/** States that between them show every text people write. */
const STORIES: readonly (readonly [string, () => Story])[] = [
  ...Object.entries(handoffStories).filter((_story, index) => index % 6 === 0),
  ...Object.entries(settingsStories).filter((_story, index) => index % 3 === 0),
  ...Object.entries({ ...projectStories, ...ruleAndAdminStories })
    .filter((_story, index) => index % 3 === 0)
    .map(([name, story]) => [name, () => story] as const),
];

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const hasRun = (page: Page): Promise<unknown> => page.evaluate('window.ran ?? null');
const injected = (page: Page): Promise<unknown> =>
  page.evaluate(`[...document.querySelectorAll('img[src="x"], svg[onload], [onerror]')].length`);

describe('text people wrote', () => {
  it('runs nowhere on the Handoff screen, the project page, the settings, the rule and the admin page', async () => {
    const shown: string[] = [];
    for (const [name, story] of STORIES) {
      const { surface, answers, ...rest } = story();
      const opened = await openStory(
        browser,
        BUILD_DIR,
        { ...rest, surface, answers: withMarkup(answers) as Story['answers'] },
        { colorMode: 'light', widthPx: 1200 },
      );
      await opened.page.locator('main').filter({ hasText: /\S/u }).waitFor();
      const isShown = (await opened.page.getByText('<img src=x').count()) > 0;
      for (const fold of await opened.page.locator('button[aria-expanded="false"]').all())
        await fold.click({ timeout: 1_000 }).catch(() => undefined);
      expect([name, await hasRun(opened.page), await injected(opened.page)]).toEqual([name, null, 0]);
      if (isShown) shown.push(name);
    }
    expect(shown.length).toBeGreaterThan(STORIES.length / 2);
  }, 180_000);

  it('runs nowhere on the board, the work item, the outbox and the home of the local Jira', async () => {
    const site = await AppSite.start();
    try {
      const type = await site.turnOn();
      const issueKey = await site.createInDevelopment(MARKUP);
      await site.handOver(issueKey, type);
      const { body } = await site.rest('sender', 'GET', `/issue/${issueKey}`);
      const { origin } = new URL((body as { self: string }).self);
      const page = await browser.newPage();
      for (const path of ['/', '/jira/projects/SHOP/board', `/browse/${issueKey}`, '/outbox']) {
        const answer = await page.goto(origin + path);
        expect([path, answer?.status()]).toEqual([path, 200]);
        expect([path, await hasRun(page), await injected(page)]).toEqual([path, null, 0]);
      }
      await page.close();
    } finally {
      await site.close();
    }
  }, 120_000);
});

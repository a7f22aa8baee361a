import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/chromium';
import { playbookStories } from '../support/page-stories/playbook-stories';
import { settingsStories, storyType } from '../support/page-stories/settings-stories';
import { openStory, type OpenStory } from '../support/page-stories/story-page';

const BUILD_DIR = process.env['BUILD'] ?? resolve(__dirname, '../../build/static');
const STORIES = { ...playbookStories, ...settingsStories };

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** The story after what its reader does. */
async function open(name: string): Promise<OpenStory> {
  const story = STORIES[name]?.();
  if (story === undefined) throw new Error(`No story is called ${name}.`);
  const opened = await openStory(browser, BUILD_DIR, story, { colorMode: 'light', widthPx: 1200 });
  opened.page.setDefaultTimeout(10_000);
  await story.act?.(opened.page);
  return opened;
}

const sent = ({ invoked }: OpenStory, name: string): readonly unknown[] =>
  invoked.filter((call) => call.name === name).map(({ payload }) => payload);

describe('a suggestion that was overtaken', () => {
  it('S-106: shows both checklists and saves one’s own over the newer draft, with nothing lost', async () => {
    const opened = await open('playbook-suggestion-overtaken');
    const { page } = opened;
    await page.getByText('Tom Okafor saved another draft while you were editing.').first().waitFor();
    expect(await page.getByText(/Where it runs: yours: .*theirs: not in it$/u).count()).toBe(1);
    expect(await page.getByText(/Pull request: yours: .*required · theirs: .*optional$/u).count()).toBe(1);
    await page.getByRole('button', { name: 'Keep mine and save' }).click();
    await page.getByRole('button', { name: 'Suggest a change' }).waitFor();
    const saved = sent(opened, 'playbook.saveDraft');
    expect(saved).toMatchObject([{ version: 0 }, { version: 1, basedOn: storyType.version, note: 'Nobody knew which branch' }]);
    expect((saved[1] as { items: { title: string }[] }).items.map(({ title }) => title)).toEqual(
      storyType.items.map(({ title }, index) => (index === 1 ? 'Where it runs' : title)),
    );
  });

  it('S-106: or goes on with theirs, the reason kept', async () => {
    const { page } = await open('playbook-suggestion-overtaken');
    await page.getByRole('button', { name: 'Use theirs' }).click();
    await page.getByRole('button', { name: 'Save as draft' }).waitFor();
    expect(await page.getByRole('group', { name: 'Where it runs', exact: true }).count()).toBe(0);
    expect(await page.getByLabel('What would change, and why?').inputValue()).toBe('Nobody knew which branch');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('suggested-pull_request');
  });
});

describe('a draft that could not be discarded', () => {
  it('says so and is discarded at the second try', async () => {
    const opened = await open('settings-draft');
    const { page } = opened;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('button', { name: 'Discard the draft' }).waitFor({ state: 'detached' });
    expect(sent(opened, 'settings.discardDraft')).toEqual([1, 1].map((version) => ({ typeId: storyType.typeId, version })));
  });
});

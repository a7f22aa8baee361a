import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/chromium';
import { storyRow, storyWaiting, waitingStory } from '../support/page-stories/project-stories';
import { openStory, type OpenStory, type Story } from '../support/page-stories/story-page';

const BUILD_DIR = process.env['BUILD'] ?? resolve(__dirname, '../../build/static');

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

async function open(story: Story): Promise<OpenStory> {
  const opened = await openStory(browser, BUILD_DIR, story, { colorMode: 'light', widthPx: 1200 });
  await opened.page.waitForSelector('main *');
  return opened;
}

const names = ({ invoked }: OpenStory): readonly string[] => invoked.map(({ name }) => name);

describe('what waits in the project', () => {
  it('S-115: what waits in the project is asked for once it is unfolded, and a link shows all of one type', async () => {
    const folded = await open({ ...waitingStory(storyWaiting), extension: {} });
    expect(names(folded)).not.toContain('project.waiting');
    await folded.page.getByText('Waiting in this project').click();
    await folded.page.getByText('3 handoffs, what is overdue first, then what waits longest.').waitFor();
    const pages = [
      { ...storyWaiting, cursor: 'next' },
      { ...storyWaiting, rows: [storyRow(34, { typeId: 'returns', summary: 'Parcel 5520' })] },
    ];
    const opened = await open(waitingStory(({ cursor }) => pages[cursor === null ? 0 : 1]!, '?waiting=returns'));
    const { page } = opened;
    await page.getByText('3 handoffs are shown; there are more.').waitFor();
    expect(opened.invoked.find(({ name }) => name === 'project.waiting')?.payload).toEqual({
      cursor: null,
      typeId: 'returns',
      state: null,
    });
    await page.getByRole('button', { name: 'Load more' }).click();
    await page.getByText('Parcel 5520').waitFor();
    await page.getByLabel('Overdue only').check();
    await page.getByText('1 handoff.', { exact: true }).waitFor();
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export “Waiting in this project” as CSV' }).click();
    expect(await readFile(await (await file).path(), 'utf8')).toMatch(/BAT-32.*QA/u);
  });
});

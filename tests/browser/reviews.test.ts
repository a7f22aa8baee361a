import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { NO_REVIEWS } from '../../src/domain/review/review';
import { launchChromium } from '../support/chromium';
import { storyHome } from '../support/page-stories/project-stories';
import { agreedStory, reviewLine, reviewStory } from '../support/page-stories/review-stories';
import { openStory } from '../support/page-stories/story-page';
import { fullHealth, nothingMissing } from '../support/page-stories/trends-stories';

const BUILD_DIR = process.env['BUILD'] ?? resolve(__dirname, '../../build/static');

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

describe('a review', () => {
  it('S-102 S-117 S-126: is opened, said and done in place, keeps its numbers, and leads back to where it was opened', async () => {
    const { act: _act, ...story } = reviewStory(NO_REVIEWS);
    const opened = await openStory(browser, BUILD_DIR, story, { colorMode: 'light', widthPx: 1200 });
    const { page } = opened;
    const link = page.getByRole('button', { name: 'Review of Dev → QA' });
    await page.getByText('Dev → QA: October 2026 is not reviewed yet.').waitFor();
    await page.getByText('Due since Nov 6, 2026.').waitFor();
    await link.click();
    await page.getByRole('button', { name: 'Review October 2026' }).click();
    await page.getByText('4 handoffs.').waitFor();

    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByText('Say what you found.').waitFor();
    expect(opened.invoked.map(({ name }) => name)).not.toContain('project.finishReview');
    await page.getByLabel('What lies behind it').fill('The label rules changed');
    await page.getByLabel('Why nothing had to change').fill('It says so already');
    await page.getByRole('button', { name: 'Add a peer review' }).click();
    await page.getByRole('button', { name: 'Done' }).click();

    await page.getByText('It says so already').waitFor();
    const saved = opened.invoked.find(({ name }) => name === 'project.saveReview')?.payload;
    expect(saved).toMatchObject({
      words: { finding: 'The label rules changed', decisions: [{ change: { kind: 'peerReview', title: 'Peer review' } }] },
    });
    await page.getByText('4 handoffs.').waitFor();
    await page.getByRole('button', { name: 'Back to handoffs' }).click();
    await page.getByText('Dev → QA: October 2026 was reviewed on Nov 9, 2026 by Ana Ruiz.').waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Review of Dev → QA');
    expect(opened.complaints).toEqual([]);
  });

  it('M20: what was agreed before is marked done beside the review under way, which is saved all the same', async () => {
    const opened = await openStory(browser, BUILD_DIR, agreedStory(), { colorMode: 'light', widthPx: 1200 });
    const { page } = opened;
    await page.getByRole('button', { name: 'Review of Dev → QA' }).click();
    await page.getByLabel('Why they were slow').fill('Two people were ill.');
    await page.getByRole('heading', { name: 'Still open: 2' }).waitFor();
    await page.getByText('1 of 2 (50.0%').waitFor();
    await page.getByRole('button', { name: 'Mark done: Agree who tests on Fridays' }).click();
    await page.getByRole('heading', { name: 'Still open: 1' }).waitFor();
    const back = page.getByRole('button', { name: 'Not done yet: Agree who tests on Fridays' });
    expect(await back.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved', { exact: true }).first().waitFor();
    expect(opened.invoked.filter(({ name }) => name === 'project.saveReview').map(({ payload }) => payload)).toMatchObject([
      { version: 3, words: { slow: 'Two people were ill.' } },
    ]);
    expect(opened.complaints).toEqual([]);
  });

  it('S-110 S-117: begins with what Trends shows, where the type has reviews', async () => {
    const { act: _act, ...story } = reviewStory(NO_REVIEWS);
    const home = storyHome({ hasTrends: true, reviews: [reviewLine()] });
    const answers = { ...story.answers, 'project.home': home, 'project.health': fullHealth() };
    const extension = { location: 'https://site.example/jira/projects/BAT/apps/handoffs?tab=trends' };
    const opened = await openStory(browser, BUILD_DIR, { ...story, answers, extension }, { colorMode: 'light', widthPx: 1200 });
    const { page } = opened;
    await page.getByRole('button', { name: 'Discuss it in a review' }).first().click();
    await page.getByText('Why it was opened:').waitFor();
    const brought = opened.invoked.find(({ name }) => name === 'project.openReview')?.payload;
    expect(brought).toMatchObject({
      typeId: 'dev-to-qa',
      signal: { key: expect.stringMatching(/^(?:health\.flag|review\.signal)\./u) as string },
    });
  });

  it('S-129 S-095: a handoff that catches nothing is discussed and decided in words, and the time saved is estimated', async () => {
    const { act: _act, ...story } = reviewStory(NO_REVIEWS);
    const home = storyHome({ hasTrends: true, reviews: [reviewLine()] });
    const signal = { key: 'review.signal.couldGo' };
    const answers = { ...story.answers, 'project.home': home, 'project.health': nothingMissing() };
    const extension = { location: 'https://site.example/jira/projects/BAT/apps/handoffs?tab=trends' };
    const opened = await openStory(browser, BUILD_DIR, { ...story, answers, extension }, { colorMode: 'light', widthPx: 1200 });
    const { page } = opened;
    await page.getByText('Estimate the time saved').click();
    await page.getByText('Enter the minutes, and the estimate stands here.').waitFor();
    await page.getByLabel('Minutes saved per handoff').fill('10');
    await page.getByLabel('Handoffs a working day').fill('10');
    await page.getByText('About 367 hours a year, an estimate.').waitFor();
    await page.getByLabel('Working days a year').fill('367');
    await page.getByText('Enter a number from 0 to 366.').waitFor();

    await page.getByText('are accepted the first time: 240 of 240 (100.0%, 98.4–100.0%) in 12 months.').waitFor();
    await page.getByRole('button', { name: 'Discuss it in a review' }).first().click();
    await page.getByRole('button', { name: 'Automate it' }).click();
    expect(opened.invoked.find(({ name }) => name === 'project.openReview')?.payload).toMatchObject({ signal });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved', { exact: true }).first().waitFor();
    const saved = opened.invoked.find(({ name }) => name === 'project.saveReview')?.payload;
    expect(saved).toMatchObject({ words: { decisions: [{ text: 'Automate what this handoff checks', change: null }] } });
    expect(opened.complaints).toEqual([]);
  });
});

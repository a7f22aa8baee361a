import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { DraftChange } from '../../src/domain/handoff/command';
import { launchChromium } from '../support/chromium';
import { applyChanges, entry, storyCard, storyHandoff, storyScreen } from '../support/page-stories/handoff-samples';
import { handoffStories } from '../support/page-stories/handoff-stories';
import { preparationStories } from '../support/page-stories/preparation-stories';
import { openStory, StoryRefusal, type OpenStory, type Story } from '../support/page-stories/story-page';

const BUILD_DIR = process.env['BUILD'] ?? resolve(__dirname, '../../build/static');

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

function find(name: string): Story {
  const story = handoffStories[name];
  if (story === undefined) throw new Error(`No story is called ${name}.`);
  return story();
}

async function open(story: Story | string, look: Partial<Parameters<typeof openStory>[3]> = {}): Promise<OpenStory> {
  const opened = await openStory(browser, BUILD_DIR, typeof story === 'string' ? find(story) : story, {
    colorMode: 'light',
    widthPx: 400,
    ...look,
  });
  await opened.page.waitForSelector('main *');
  return opened;
}

const edits = ({ invoked }: OpenStory): readonly DraftChange[][] =>
  invoked.filter(({ name }) => name === 'handoff.edit').map(({ payload }) => (payload as { changes: DraftChange[] }).changes);

const focusedLabel = (page: Page): Promise<string> =>
  page.evaluate(
    "document.querySelector(`label[for='${document.activeElement.id}']`)?.textContent ?? document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent",
  );

/** Ana's own draft with nothing in it, whose saves a test answers. */
function ownDraft(save: (changes: readonly DraftChange[], times: number) => ReturnType<typeof applyChanges>): Story {
  const screen = storyScreen([
    storyCard({
      handoff: storyHandoff('DRAFT', {
        sender: entry('u-me'),
        receiver: entry({ kind: 'person', accountId: 'u-omar' }),
        items: {},
        note: {},
      }),
    }),
  ]);
  let times = 0;
  return { surface: 'handoff', answers: { 'handoff.get': screen, 'handoff.edit': ({ changes }) => save(changes, times++) } };
}

describe('the Handoff screen', () => {
  it('saves what rests for a second in one call and says so', async () => {
    const opened = await open('handoff-nothing-prepared');
    const { page } = opened;
    await page.getByLabel('Where to test').pressSequentially('Staging, build 2318', { delay: 20 });
    await page.getByLabel('Pull request').fill('github.com/acme/shop/pull/4711');
    expect(edits(opened)).toHaveLength(0);
    await page.getByText('Saved', { exact: true }).first().waitFor();
    expect(edits(opened)).toEqual([
      [
        { field: 'item', id: 'where_to_test', basedOn: 0, value: { kind: 'text', text: 'Staging, build 2318' } },
        { field: 'item', id: 'pull_request', basedOn: 0, value: { kind: 'link', url: 'https://github.com/acme/shop/pull/4711' } },
      ],
    ]);
    await page.getByText('4 left').waitFor();
  });

  it('saves a choice at once, folds the row and keeps the focus on it', async () => {
    const opened = await open('handoff-draft-3-left');
    const { page } = opened;
    await page.getByRole('button', { name: 'None known' }).click();
    await page.getByText('2 left').waitFor();
    expect(edits(opened)).toHaveLength(1);
    expect(await focusedLabel(page)).toBe('Change Known issues');
  });

  it('jumps to the first thing that is left instead of handing off', async () => {
    const opened = await open('handoff-draft-3-left');
    await opened.page.getByRole('button', { name: 'Hand off to Omar Haddad' }).click();
    expect(await focusedLabel(opened.page)).toBe('Where to test');
    expect(opened.invoked.map(({ name }) => name)).toEqual(['handoff.get']);
  });

  it('hands off in one press right after the last thing was typed', async () => {
    const story = find('handoff-draft-3-left');
    const done = storyScreen([], { rev: 99 });
    const opened = await open({
      ...story,
      answers: { ...story.answers, 'handoff.handOff': { outcome: 'handedOff', moveYourselfReason: null, jiraMessage: null, screen: done } },
    });
    const { page } = opened;
    await page.getByRole('textbox', { name: 'Where to test' }).fill('Staging, build 2318');
    await page.getByRole('button', { name: 'None known' }).click();
    await page.getByRole('textbox', { name: 'Recommendation' }).fill('Start with the large customer.');
    await page.getByRole('button', { name: 'Hand off to Omar Haddad' }).click();
    await page.getByText('There is nothing to hand off here.').waitFor();
    expect(opened.invoked.map(({ name }) => name)).toEqual(['handoff.get', 'handoff.edit', 'handoff.edit', 'handoff.handOff']);
  });

  it('keeps the text when a save fails and saves it on Try again', async () => {
    let screen = storyScreen([storyCard({ handoff: storyHandoff('DRAFT', { items: {}, note: {} }) })]);
    const story = ownDraft((changes, times) => {
      if (times === 0) throw new StoryRefusal('STORAGE_BUSY');
      const answer = applyChanges(screen, 'dev-to-qa', changes);
      screen = { ...screen, rev: answer.rev };
      return answer;
    });
    const { page } = await open(story);
    await page.getByLabel('Situation').fill('Paging was rewritten.');
    await page.getByText('Not saved yet. Your text is kept here.').first().waitFor();
    expect(await page.getByLabel('Situation').inputValue()).toBe('Paging was rewritten.');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Saved', { exact: true }).first().waitFor();
  });

  it('shows both texts when somebody else was faster, and saves the chosen one over theirs', async () => {
    const theirs = { value: 'Theirs: paging and caching.', by: 'u-omar', at: new Date().toISOString(), version: 3 };
    const screen = storyScreen([storyCard({ handoff: storyHandoff('DRAFT', { items: {}, note: {} }) })]);
    const story = ownDraft((changes, times) => {
      if (times === 0) throw new StoryRefusal('VERSION_CONFLICT', { conflicts: [{ field: 'section:situation', current: theirs }] });
      return applyChanges(screen, 'dev-to-qa', changes);
    });
    const opened = await open(story);
    const { page } = opened;
    await page.getByLabel('Situation').fill('Mine: paging.');
    await page.getByText('Omar Haddad changed this while you were typing.').waitFor();
    await page.getByRole('button', { name: 'See both' }).click();
    await page.getByText('Theirs: paging and caching.').waitFor();
    await page.getByRole('button', { name: 'Keep yours' }).click();
    await page.getByText('Saved', { exact: true }).first().waitFor();
    expect(edits(opened).at(-1)).toEqual([{ field: 'section', id: 'situation', value: 'Mine: paging.', basedOn: 3 }]);
  });

  it('explains a link that is none, keeps it and does not send it', async () => {
    const opened = await open('handoff-nothing-prepared');
    const { page } = opened;
    await page.getByLabel('Pull request').fill('the usual branch');
    await page.getByLabel('Known issues').fill('The bar jumps back once.');
    await page.getByText('Saved', { exact: true }).first().waitFor();
    expect(await page.getByLabel('Pull request').inputValue()).toBe('the usual branch');
    await page.getByText('This is not a link yet.').waitFor();
    expect(
      edits(opened)
        .flat()
        .map((change) => change.field === 'item' && change.id),
    ).toEqual(['known_issues']);
  });

  it('S-045: explains a window whose end comes first, keeps both times and sends neither; a right one goes out as instants', async () => {
    const story = preparationStories['handoff-preparing-times'];
    if (story === undefined) throw new Error('The story is not there.');
    const opened = await open(story());
    const { page } = opened;
    const until = page.getByLabel('Until', { exact: true });
    await until.fill('2031-03-10T13:00');
    await page.getByText('The end must come after the start.').waitFor();
    await page.getByRole('checkbox', { name: 'Refrigerated' }).check();
    await page.getByText('Saved', { exact: true }).first().waitFor();
    expect(await until.inputValue()).toBe('2031-03-10T13:00');
    await until.fill('2031-03-10T16:00');
    await page.getByRole('checkbox', { name: 'Hazardous' }).focus();
    await page.getByText(/Mon, Mar 10, 2031, 2:00\s–\s4:00\sPM/u).waitFor();
    expect(edits(opened).flat()).toEqual([
      {
        field: 'item',
        id: 'care',
        basedOn: 0,
        value: { kind: 'choice', chosen: [{ id: 'refrigerated', name: 'Refrigerated' }] },
      },
      {
        field: 'item',
        id: 'pickup',
        basedOn: 1,
        value: { kind: 'when', at: '2031-03-10T13:00:00.000Z', endsAt: '2031-03-10T15:00:00.000Z' },
      },
    ]);
  });

  it('accepts in one click with the digest that was read, and has Jira show the work item anew', async () => {
    const accepted = storyScreen(
      [
        storyCard({
          viewerIsCandidate: true,
          handoff: storyHandoff('ACCEPTED', {
            acceptance: { at: new Date().toISOString(), by: 'u-me', nextStep: null, digest: 'ab'.repeat(32) },
          }),
        }),
      ],
      { rev: 8 },
    );
    const story = find('handoff-waiting-receiver');
    const opened = await open({
      ...story,
      answers: { ...story.answers, 'handoff.accept': { screen: accepted, move: 'none', assignment: 'assigned' } },
    });
    await opened.page.getByRole('button', { name: 'Accept' }).click();
    await opened.page.getByRole('radiogroup').waitFor();
    expect(opened.invoked.at(-1)).toMatchObject({ name: 'handoff.accept', payload: { digest: 'ab'.repeat(32), nextStep: null } });
    expect(opened.commands.map(({ command }) => command)).toContain('refresh');
  });

  it('turns Accept into Return when a required thing is marked as missing, and sends the mark', async () => {
    const story = find('handoff-waiting-receiver');
    const opened = await open({
      ...story,
      answers: { ...story.answers, 'handoff.return': { screen: storyScreen([]), move: 'moved', assignment: 'none' } },
    });
    const { page } = opened;
    await page.getByRole('button', { name: 'Mark Where to test as missing' }).click();
    expect(await page.getByRole('button', { name: 'Accept' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Accept' }).waitFor();
    await page.getByRole('button', { name: 'Mark Where to test as missing' }).click();
    await page.getByLabel('What is missing? Maya Lindqvist sees this and nobody is scored.').fill('The login does not work.');
    await page.getByRole('button', { name: 'Return to Maya Lindqvist' }).click();
    await page.getByText('There is nothing to hand off here.').waitFor();
    expect(opened.invoked.at(-1)).toMatchObject({
      name: 'handoff.return',
      payload: { reason: 'The login does not work.', itemIds: ['where_to_test'], sectionIds: [] },
    });
  });

  it('is rated with arrow keys and one press', async () => {
    const story = find('handoff-accepted-receiver');
    const opened = await open({ ...story, answers: { ...story.answers, 'handoff.rate': storyScreen([]) } });
    await opened.page.getByRole('radio', { name: /Terrible/u }).focus();
    await opened.page.keyboard.press('ArrowRight');
    await opened.page.keyboard.press('ArrowRight');
    await opened.page.keyboard.press('ArrowRight');
    await opened.page.keyboard.press('Space');
    await opened.page.getByText('There is nothing to hand off here.').waitFor();
    expect(opened.invoked.filter(({ name }) => name === 'handoff.rate').map(({ payload }) => payload)).toMatchObject([
      { value: 4, comment: null },
    ]);
  });
});

import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { DecisionAnswer } from '../../src/contract/bridge-contract';
import { launchChromium } from '../support/chromium';
import { storyScreen } from '../support/page-stories/handoff-samples';
import { handoffStories } from '../support/page-stories/handoff-stories';
import { projectStories, storyHome } from '../support/page-stories/project-stories';
import { ruleAndAdminStories } from '../support/page-stories/rule-and-admin-stories';
import { toTransferFile } from '../../src/domain/type/transfer/transfer-file';
import { settingsStories, storyType } from '../support/page-stories/settings-stories';
import { openStory, StoryRefusal, type OpenStory, type Story } from '../support/page-stories/story-page';

const BUILD_DIR = process.env['BUILD'] ?? resolve(__dirname, '../../build/static');

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const stories: Readonly<Record<string, () => Story>> = {
  ...settingsStories,
  ...Object.fromEntries(Object.entries({ ...projectStories, ...ruleAndAdminStories }).map(([name, story]) => [name, () => story])),
};

/** The story's statuses, for a file made of its type. */
const MOVED = {
  statuses: [
    { id: '3', name: 'In Development' },
    { id: '4', name: 'In QA' },
  ],
  workItemTypes: [],
  roles: [],
  fields: [],
  userFields: [],
};

function find(name: string): Story {
  const story = stories[name];
  if (story === undefined) throw new Error(`No story is called ${name}.`);
  return story();
}

async function open(story: Story | string, look: Partial<Parameters<typeof openStory>[3]> = {}): Promise<OpenStory> {
  const opened = await openStory(browser, BUILD_DIR, typeof story === 'string' ? find(story) : story, {
    colorMode: 'light',
    widthPx: 1200,
    ...look,
  });
  await opened.page.waitForSelector('main *');
  return opened;
}

/** A project page whose rows open a handoff that waits for the viewer. */
function waitingProject(move: DecisionAnswer['move'] = 'none', answers: Story['answers'] = {}): Story {
  const waiting = handoffStories['handoff-waiting-receiver']!();
  const decided: DecisionAnswer = { screen: storyScreen([]), move, assignment: 'none' };
  return {
    surface: 'project',
    answers: {
      ...waiting.answers,
      'project.home': storyHome(),
      'handoff.accept': decided,
      'handoff.return': decided,
      'handoff.rate': storyScreen([]),
      ...answers,
    },
  };
}

async function sayWhatChanged(page: Page): Promise<void> {
  await page.getByLabel('What changed, and why?').fill('Asked for by the testers');
}

const names = ({ invoked }: OpenStory): readonly string[] => invoked.map(({ name }) => name);
const payloadOf = ({ invoked }: OpenStory, called: string): unknown => invoked.find(({ name }) => name === called)?.payload;
const itemTitles = async ({ page }: OpenStory): Promise<readonly string[]> =>
  (await page.locator('ol > li button[aria-expanded]').allInnerTexts()).map((text) => text.split('\n')[0]!);

describe('project page', () => {
  it('opens with one call, asks for trends behind the lists, and shows what to change without a click', async () => {
    const opened = await open('project-full');
    await opened.page.getByText('“Where to test” was missing 5 times in Dev → QA.').waitFor();
    expect(['project.home', 'project.home project.health']).toContain(names(opened).join(' '));
    await opened.page.getByRole('link', { name: 'Edit this item' }).click();
    expect(opened.commands.at(-1)).toMatchObject({
      command: 'navigate',
      payload: { moduleKey: 'handoff-settings', projectKey: 'BAT', path: '?typeId=dev-to-qa&itemId=where_to_test' },
    });
  });

  it('accepts in two interactions and opens the next handoff with the focus on it', async () => {
    const opened = await open(waitingProject());
    const { page } = opened;
    await page.getByRole('button', { name: /Login page/u }).click();
    await page.getByRole('button', { name: 'Accept', exact: true }).click();
    await page.getByText('BAT-7 accepted. BAT-12 is open now.').first().waitFor();
    await page.getByRole('region', { name: 'Handoff of BAT-12' }).waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toContain('Export of invoices');
    expect(payloadOf(opened, 'handoff.accept')).toMatchObject({ issueId: '10007' });
    expect(names(opened).filter((name) => name === 'project.home')).toHaveLength(2);
  });

  it('says which work item must still be moved when the move did not go through', async () => {
    const { page } = await open(waitingProject('moveYourself'));
    await page.getByRole('button', { name: /Login page/u }).click();
    await page.getByRole('button', { name: 'Accept', exact: true }).click();
    await page.getByText('The work item BAT-7 was not moved along: move it yourself.').first().waitFor();
    expect(await page.getByRole('link', { name: 'Open work item BAT-7' }).getAttribute('href')).toBe('https://site.example/BAT-7');
  });

  it('rates with one tap, and with the keyboard only when a step is picked', async () => {
    const opened = await open(waitingProject());
    const { page } = opened;
    const steps = page.getByRole('radiogroup', { name: 'How complete was the handoff of BAT-3?' });
    await steps.getByRole('radio').first().focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    expect(names(opened)).not.toContain('handoff.rate');
    await page.keyboard.press('Space');
    await page.getByText('Rated 4. Thank you.').first().waitFor();
    expect(payloadOf(opened, 'handoff.rate')).toMatchObject({ handoffId: '10003-dev-to-qa-1', value: 4 });
  });

  it('takes a rating back that was not stored, and stores it when tried again', async () => {
    let tries = 0;
    const rate = (): ReturnType<typeof storyScreen> => {
      if (tries++ === 0) throw new StoryRefusal('STORAGE_BUSY');
      return storyScreen([]);
    };
    const { page } = await open(waitingProject('none', { 'handoff.rate': rate }));
    await page.getByRole('radio', { name: /Seamless/u }).click();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Rated 5. Thank you.').first().waitFor();
    expect(await page.getByRole('radio', { checked: true }).textContent()).toBe('5Seamless');
  });

  it('hands a list over as CSV', async () => {
    const { page } = await open('project-full');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export “Waiting for me” as CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('BAT-handoffs-waiting.csv');
    const lines = (await readFile(await download.path(), 'utf8')).split('\r\n');
    expect([
      lines.length,
      lines[1]?.startsWith('BAT-7,Login page shows the wrong logo in dark mode,Dev → QA,Waiting,Tom Okafor,Ana Ruiz,'),
    ]).toEqual([5, true]);
  });

  it('shows no rating while there are too few', async () => {
    const { page } = await open('project-few-ratings');
    await page.getByText('2 ratings so far, shown from 5.').waitFor();
  });
});

describe('settings page', () => {
  it('turns on with one click along the proposed move', async () => {
    const opened = await open('settings-off');
    await opened.page.getByRole('button', { name: 'Turn on' }).click();
    await opened.page.getByRole('heading', { name: 'Checklist' }).waitFor();
    expect(payloadOf(opened, 'settings.turnOn')).toEqual({ rev: 0, route: { fromStatusIds: ['3'], toStatusId: '4' } });
  });

  it('asks the one question when no status fits', async () => {
    const opened = await open('settings-off-ask');
    const { page } = opened;
    await page.getByRole('button', { name: 'Turn on' }).click();
    await page.getByText('Pick both statuses, and two different ones.').first().waitFor();
    await page.getByRole('checkbox', { name: 'In QA' }).check();
    await page.getByLabel('and goes to').click();
    await page.getByRole('option', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Turn on' }).click();
    await page.getByRole('heading', { name: 'Checklist' }).waitFor();
    expect(payloadOf(opened, 'settings.turnOn')).toEqual({ rev: 0, route: { fromStatusIds: ['4'], toStatusId: '5' } });
  });

  it('adds an item, moves it with the keyboard keeping the focus, and publishes it', async () => {
    const opened = await open('settings-on');
    const { page } = opened;
    const before = await itemTitles(opened);
    await page.getByRole('button', { name: 'Add an item' }).click();
    await page.keyboard.type('Feature flag');
    await page.getByRole('button', { name: 'Move Feature flag up' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect(await itemTitles(opened)).toEqual([...before.slice(0, -2), 'Feature flag', ...before.slice(-2)]);
    expect(await page.evaluate("document.activeElement.getAttribute('aria-label')")).toBe('Move Feature flag up');
    await page.getByText(`Feature flag is now ${before.length - 1} of ${before.length + 1}.`).waitFor({ state: 'attached' });
    await page.getByText('3 open handoffs stay on version 1.').waitFor();
    await page.getByRole('button', { name: 'Save and publish' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('type-change-note');
    expect(names(opened)).not.toContain('settings.saveType');
    await sayWhatChanged(page);
    await page.getByRole('button', { name: 'Save and publish' }).click();
    await page
      .getByText(/^Saved\. New handoffs use it/u)
      .first()
      .waitFor();
    expect(payloadOf(opened, 'settings.saveType')).toMatchObject({ rev: 4, typeId: 'dev-to-qa' });
  });

  it('reorders by dragging', async () => {
    const opened = await open('settings-on', { heightPx: 1600 });
    const before = await itemTitles(opened);
    const rows = opened.page.locator('ol > li');
    await rows
      .nth(0)
      .locator('[title^="Drag"]')
      .dragTo(rows.nth(2), { targetPosition: { x: 100, y: 40 } });
    await opened.page.getByText(`${before[0]!} is now 3 of ${before.length}.`).waitFor({ state: 'attached' });
    expect(await itemTitles(opened)).toEqual([before[1], before[2], before[0], ...before.slice(3)]);
  });

  it('S-001: offers the eight starters; one fills the editor, and only the move is asked where no status fits', async () => {
    const opened = await open('settings-on');
    const { page } = opened;
    await page.getByRole('button', { name: 'Add a handoff' }).click();
    await page.getByRole('heading', { name: 'What is handed over?' }).waitFor();
    expect(await page.locator('section[aria-labelledby="starters-title"] li').count()).toBe(9);
    await page.getByRole('button', { name: /^Warehouse → Courier/u }).click();
    expect(await page.getByLabel('Name').inputValue()).toBe('Warehouse → Courier');
    expect(await itemTitles(opened)).toEqual([
      ...['Shipping label', 'Tracking code', 'Pickup window', 'Special handling', 'Address matches the label'],
      ...['Inventory checked', 'Packing slip printed', 'Courier notified', 'No damage', 'Label and address agree'],
    ]);
    await page.getByRole('button', { name: 'Save and publish' }).click();
    await page.getByText('2 things to fix before saving').first().waitFor();
    await page.getByRole('checkbox', { name: 'To Do' }).check();
    await page.locator('#type-to').fill('Done');
    await page.locator('#type-to').press('Enter');
    await page.getByRole('button', { name: 'Save and publish' }).click();
    await page.getByText('Warehouse → Courier').first().waitFor();
    const saved = opened.invoked.find(({ name }) => name === 'settings.saveType');
    expect(saved?.payload).toMatchObject({ typeId: null, draft: { starterId: 'order-fulfilment', receiver: { kind: 'senderChooses' } } });
  });

  it('S-026: a broken file is named by path and reason and changes nothing; a good one shows what it will do before it does it', async () => {
    const opened = await open('settings-on');
    const { page } = opened;
    await page.getByText('Move handoffs in and out').click();
    const good = toTransferFile([storyType], MOVED);
    const [first] = good.types;
    const give = (file: object) =>
      page
        .getByLabel('From a file')
        .setInputFiles({ name: 'ours.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
    const items = first?.items.map((item, index) => (index === 3 ? { ...item, title: 'x'.repeat(61) } : item));
    await give({ ...good, types: [{ ...first, items }] });
    await page.getByText('ours.json cannot be imported. Nothing was changed.').waitFor();
    expect(await page.locator('[role="alert"] li').allTextContents()).toEqual(['types[0].items[3].title: is longer than 60 characters']);
    expect(await page.getByRole('button', { name: /^Import/u }).count()).toBe(0);
    expect(names(opened)).not.toContain('settings.saveType');

    await give({
      ...good,
      types: [
        { ...first, team: 'Testers' },
        { ...first, name: 'QA → Ops', route: { from: [{ name: 'In QA' }], to: { name: 'Live' } } },
      ],
    });
    await page.getByText('Dev → QA: changed, its next version').waitFor();
    await page.getByLabel('This project has no status “Live”. Which one stands for it?').fill('Done');
    await page.getByLabel('This project has no status “Live”. Which one stands for it?').press('Enter');
    await page.getByText('QA → Ops: new').waitFor();
    expect(names(opened)).not.toContain('settings.saveType');
    // By keyboard: the list of statuses may still be closing, and a pointer would then press what moves under it.
    await page.getByRole('button', { name: 'Import 2 handoffs' }).press('Enter');
    await page.getByText('Imported.', { exact: true }).first().waitFor();
    const saves = opened.invoked.filter(({ name }) => name === 'settings.saveType');
    expect(saves).toHaveLength(2);
    expect(saves[1]?.payload).toMatchObject({
      typeId: null,
      draft: { route: { fromStatusIds: ['4'], toStatusId: '5' } },
    });
  });

  it('says what is missing before a new handoff is saved, and leads there', async () => {
    const opened = await open('settings-on');
    const { page } = opened;
    await page.getByRole('button', { name: 'Add a handoff' }).click();
    await page.getByRole('button', { name: 'Something else' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('type-name');
    await page.getByRole('button', { name: 'Save and publish' }).click();
    await page.getByText('5 things to fix before saving').first().waitFor();
    await page.getByRole('button', { name: 'Say what messages call the receiving team.' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('type-team');
    expect(names(opened)).not.toContain('settings.saveType');
  });

  it('shows a new admin nothing beyond the main path until asked for, then only what its ground is there for', async () => {
    const opened = await open('settings-on');
    const { page } = opened;
    const more = page.locator('details').filter({ hasText: 'More to turn on' });
    await more.getByText('nothing is on').waitFor();
    expect(await page.getByText('Due times').isVisible()).toBe(false);
    await more.locator('summary').first().click();
    await page.getByText('Due times').click();
    const [late, told] = [/^Remind the receiver once/u, /^Tell the person who answers for it/u].map((name) =>
      page.getByRole('checkbox', { name }),
    );
    expect(await late!.count()).toBe(0);
    await page.getByRole('radio', { name: 'After some of the receiver' }).check();
    await late!.check();
    expect(await told!.count()).toBe(0);
    await page.getByText('Who answers for it').last().click();
    await page.getByRole('radio', { name: 'One person' }).check();
    await page.getByLabel('Person', { exact: true }).click();
    await page.getByRole('option', { name: 'Tom Okafor' }).click();
    await told!.check();
    await more.getByText('8 working hours, reminds once, tells Tom Okafor').waitFor();
    await page.getByRole('radio', { name: 'Nobody in particular' }).check();
    expect(await told!.count()).toBe(0);
    await sayWhatChanged(page);
    await page.getByRole('button', { name: 'Save and publish' }).click();
    await page
      .getByText(/^Saved\. New handoffs use it/u)
      .first()
      .waitFor();
    const sent = payloadOf(opened, 'settings.saveType');
    expect(sent).toMatchObject({ draft: { options: { due: { kind: 'workingHours', hours: 8 }, overdueReminds: true } } });
    expect(sent).not.toHaveProperty('draft.options.accountableId');
    expect(sent).not.toHaveProperty('draft.options.overdueEscalates');
  });

  it('sends no options where none is on, and leads to who is still to be picked through closed folds', async () => {
    const opened = await open('settings-more-nobody-picked');
    const { page } = opened;
    await settingsStories['settings-more-nobody-picked']!().act?.(page);
    await page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = false; })");
    await page.getByRole('button', { name: 'Pick the person who answers for it, or say nobody.' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('type-accountable');
    expect(names(opened)).not.toContain('settings.saveType');
    await page.getByRole('radio', { name: 'Nobody in particular' }).check();
    await page.getByLabel('Receiving team').fill('Testers');
    await sayWhatChanged(page);
    await page.getByRole('button', { name: 'Save and publish' }).click();
    await page
      .getByText(/^Saved\. New handoffs use it/u)
      .first()
      .waitFor();
    expect(payloadOf(opened, 'settings.saveType')).not.toHaveProperty('draft.options');
  });

  it('asks before unsaved edits are left, and keeps them when told so', async () => {
    const { page } = await open('settings-rule-partly');
    await page.getByLabel('Name', { exact: true }).fill('Development → QA');
    await page.getByRole('button', { name: /^QA → Ops/u }).click();
    await page.getByRole('button', { name: 'Keep editing' }).click();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Development → QA');
    await page.getByRole('button', { name: /^QA → Ops/u }).click();
    await page.getByRole('button', { name: 'Leave without saving' }).click();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('QA → Ops');
  });

  it('E15 loses nothing when somebody else published first: says where the two differ and lets the person choose', async () => {
    const opened = await open('settings-conflict');
    const { page } = opened;
    await page.getByLabel('Name', { exact: true }).fill('Development → QA');
    await sayWhatChanged(page);
    await page.getByRole('button', { name: 'Save and publish' }).click();
    await page
      .getByText(/Different now: name and receiving team\./u)
      .first()
      .waitFor();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Development → QA');
    await page.getByRole('button', { name: 'Keep mine and save' }).click();
    await page
      .getByText(/^Saved\. New handoffs use it/u)
      .first()
      .waitFor();
    expect(opened.invoked.findLast(({ name }) => name === 'settings.saveType')?.payload).toMatchObject({
      rev: 6,
      draft: { name: 'Development → QA', team: 'QA' },
      note: 'Asked for by the testers',
    });
  });

  it('opens the item a link leads to', async () => {
    const { page } = await open('settings-item-link');
    expect(await page.evaluate('document.activeElement.value')).toBe('Where to test');
  });

  it('gives the request to a Jira admin to copy, and confirms', async () => {
    const { page } = await open('settings-rule-missing');
    await page.getByText('The rule is not installed yet, so no move is stopped.').first().waitFor();
    await page.getByRole('button', { name: 'Copy the request' }).click();
    await page.getByText('Copied', { exact: true }).first().waitFor();
  });
});

describe('workflow rule pages', () => {
  it('give Jira the configuration of the newest choices when Add is pressed', async () => {
    const { page, pressSave } = await open('rule-create');
    expect(await pressSave()).toBe('{"schema":1,"requires":"prepared","mode":"enforce","onFault":"block"}');
    await page.getByLabel('Accepted').check();
    await page.getByLabel('Watch only').check();
    await page
      .getByText(/^If Baton cannot check/u)
      .first()
      .click();
    await page.getByLabel('Let it pass and record it').check();
    expect(await pressSave()).toBe('{"schema":1,"requires":"accepted","mode":"observe","onFault":"allow"}');
  });

  it('show a stored configuration, name the transition and what it checks', async () => {
    const { page, invoked } = await open('rule-edit');
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(3);
    await page.getByText('It checks this handoff: Dev → QA.').waitFor();
    expect(invoked).toEqual([{ name: 'rule.explain', payload: { fromStatusId: '3', toStatusId: '4' } }]);
  });

  it('say so when the stored configuration cannot be read', async () => {
    const { page } = await open('rule-view-broken');
    await page.getByText('The stored settings of this rule cannot be read').first().waitFor();
    await page.getByText('Every move over this transition is stopped. Edit the rule and save it, or remove it.').waitFor();
  });
});

describe('get started', () => {
  it('asks before it switches all rules off, and says when it is done', async () => {
    const opened = await open('get-started-under-way');
    const { page } = opened;
    await page.getByRole('button', { name: 'Switch all rules off' }).click();
    expect(names(opened)).not.toContain('admin.switchRules');
    await page.getByRole('button', { name: 'Switch off', exact: true }).click();
    await page.getByText('All Baton rules are off. No move is checked.').first().waitFor();
    expect(payloadOf(opened, 'admin.switchRules')).toEqual({ enabled: false });
  });

  it('pins the panel in the projects that are on', async () => {
    const opened = await open('get-started-under-way');
    await opened.page.getByRole('button', { name: 'Pin in every project that is on' }).click();
    await opened.page.getByText('Pinned in 2 of 2 projects that have handoffs on.').waitFor();
    expect(payloadOf(opened, 'admin.pinPanel')).toEqual({ projectIds: ['10000', '10001'], pinned: true });
  });
});

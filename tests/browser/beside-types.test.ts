import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import type { LimitsView } from '../../src/contract/chart-limits';
import type { GuidesView } from '../../src/contract/guide';
import type { SpotCheckView } from '../../src/contract/spot-check';
import type { SettingsView } from '../../src/contract/settings';
import { EMPTY_GUIDE, type Guide } from '../../src/domain/type/guide';
import { toTransferFile } from '../../src/domain/type/transfer/transfer-file';
import { A_GUIDE } from '../support/a-guide';
import { launchChromium } from '../support/chromium';
import { playbookStories } from '../support/page-stories/playbook-stories';
import { settingsStories, storySettings, storyType } from '../support/page-stories/settings-stories';
import { openStory, StoryRefusal, type OpenStory, type Story } from '../support/page-stories/story-page';

const BUILD_DIR = process.env['BUILD'] ?? resolve(__dirname, '../../build/static');
const STORIES = { ...playbookStories, ...settingsStories };

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** The story after what its reader does. */
function open(name: string): Promise<OpenStory> {
  const story = STORIES[name]?.();
  if (story === undefined) throw new Error(`No story is called ${name}.`);
  return show(story);
}

async function show(story: Story): Promise<OpenStory> {
  const opened = await openStory(browser, BUILD_DIR, story, { colorMode: 'light', widthPx: 1200 });
  opened.page.setDefaultTimeout(10_000);
  await story.act?.(opened.page);
  return opened;
}

const sent = ({ invoked }: OpenStory, name: string): readonly unknown[] =>
  invoked.filter((call) => call.name === name).map(({ payload }) => payload);

const other = (name: string) => ({ kind: 'other', name }) as const;

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

describe('a spot check', () => {
  it('M16: is kept where somebody else saved first, and goes with every answer', async () => {
    const story = STORIES['playbook-spot-checks']!();
    const view = story.answers['playbook.spotChecks'] as SpotCheckView;
    let version = view.version;
    const opened = await show({
      ...story,
      answers: {
        ...story.answers,
        'playbook.spotChecks': () => ({ ...view, version }),
        'playbook.saveSpotCheck': (payload) => {
          if (payload.version === version && version > view.version) return { ...view, version: version + 1, open: [] };
          version = view.version + 1;
          throw new StoryRefusal('CONFIG_CONFLICT');
        },
      },
    });
    const { page } = opened;
    expect(await page.evaluate(() => document.activeElement?.id)).toMatch(/where$/u);
    for (const title of ['Where to test', 'Build log']) await page.getByRole('group', { name: title }).getByLabel('Unclear').check();
    await page.getByRole('button', { name: 'Save check' }).click();
    await page.getByText('Somebody else saved a check meanwhile').waitFor();
    await page.getByRole('button', { name: 'Save check' }).click();
    await page.getByText('Nothing is left to check.').waitFor();
    const answers = ['false', 'unclear', 'unclear'].map((says, index) => ({ itemId: ['pull-request', 'where', 'log'][index], says }));
    expect(sent(opened, 'playbook.saveSpotCheck')).toMatchObject([
      { version: 31, check: { handoffId: '10001-t1-1', answers } },
      { version: 32, check: { handoffId: '10001-t1-1', answers } },
    ]);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Spot checks');
  });
});

describe('new limits for charts', () => {
  it('say what is missing, survive somebody else’s change, and are taken back only after asking', async () => {
    const story = STORIES['settings-limits']!();
    const view = story.answers['settings.limits'] as LimitsView;
    const [type = { typeId: '', version: 0, starts: [] }] = view.types;
    let version = type.version;
    const now = (starts = type.starts): LimitsView => ({ ...view, types: [{ ...type, version, starts }] });
    const opened = await show({
      ...story,
      answers: {
        ...story.answers,
        'settings.limits': () => now(),
        'settings.changeLimits': (given) => {
          version += 1;
          if (given.version !== version - 1 || version === type.version + 1) throw new StoryRefusal('CONFIG_CONFLICT');
          return now(given.change.kind === 'takeBack' ? type.starts.slice(1) : type.starts);
        },
      },
    });
    const { page } = opened;
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('limits-reason');
    await page.getByLabel('Why').fill('  Only testers hand off  ');
    await page.getByRole('button', { name: 'Begin new limits' }).click();
    await page.getByText('Somebody else changed these limits meanwhile.').waitFor();
    expect(await page.getByLabel('Why').inputValue()).toBe('  Only testers hand off  ');
    await page.getByRole('button', { name: 'Begin new limits' }).click();
    await page.getByRole('button', { name: 'Cancel' }).waitFor({ state: 'detached' });
    const change = { kind: 'start', from: '2026-03-10', reason: 'Only testers hand off' };
    expect(sent(opened, 'settings.changeLimits')).toMatchObject([
      { version: 2, change },
      { version: 3, change },
    ]);
    await page.getByRole('button', { name: 'Take back', exact: true }).click();
    await page.getByText('From Feb 2, 2026').waitFor({ state: 'detached' });
    expect(sent(opened, 'settings.changeLimits')[2]).toMatchObject({ change: { kind: 'takeBack', from: '2026-02-02' } });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('limits-title');
  });
});

describe('importing that stops half-way', () => {
  it('S-026: names what is there since, and the same press goes on with the rest', async () => {
    const settings = storySettings();
    let { rev, types } = settings;
    let refusals = 1;
    const view = (): SettingsView => ({ ...settings, rev, types });
    const opened = await show({
      ...STORIES['settings-on']!(),
      answers: {
        ...STORIES['settings-on']!().answers,
        'settings.get': view,
        'settings.recogniseGroups': { groups: [] },
        'settings.saveType': ({ draft }) => {
          if (types.length === 2 && refusals-- > 0) throw new StoryRefusal('STORAGE_BUSY');
          const current = { ...draft, typeId: draft.name, version: 1 };
          [rev, types] = [rev + 1, [...types, { current, switches: { active: true, gatePaused: false } }]];
          return view();
        },
      },
    });
    const { page } = opened;
    await page.getByText('Move handoffs in and out').click();
    const routes = [
      { fromStatusIds: ['4'], toStatusId: '5' },
      { fromStatusIds: ['1'], toStatusId: '3' },
    ];
    const file = toTransferFile(
      routes.map((route, index) => ({
        ...storyType,
        route,
        name: `Added ${String(index + 1)}`,
        receiver: { kind: 'group', groupId: 'g-9', groupName: 'Far away' },
      })),
      storySettings(),
    );
    const buffer = Buffer.from(JSON.stringify(file));
    await page.getByLabel('From a file').setInputFiles({ name: 'ours.json', mimeType: 'application/json', buffer });
    expect(await page.getByRole('listitem').filter({ hasText: 'Far away' }).first().innerText()).toBe(
      'types[0].receiver.group: you see no group “Far away” on this site, or several. Without it the sender chooses who receives.',
    );
    await page.getByRole('button', { name: 'Import 2 handoffs without what is named here' }).click();
    await page.getByText('Imported before it stopped: Added 1.').waitFor();
    await page.getByRole('button', { name: 'Import 1 handoff without what is named here' }).click();
    await page.getByText('Imported.', { exact: true }).first().waitFor();
    expect(types.map(({ current }) => current.name)).toEqual([storyType.name, 'Added 1', 'Added 2']);
    expect(types.at(-1)?.current.receiver).toEqual({ kind: 'senderChooses' });
  });
});

describe('a handoff that is moved with its playbook page', () => {
  it('S-026: nobody’s account id leaves; a page that could not be written is named, and the same press writes it', async () => {
    const settings = storySettings();
    const written: Guide = {
      ...EMPTY_GUIDE,
      ...A_GUIDE,
      championId: 'u-tom',
      raciR: {
        responsible: [other('Developers'), { kind: 'person', accountId: 'u-tom' }],
        accountable: [other('Team lead')],
        consulted: [],
        informed: [],
        receiver: [other('QA')],
      },
    };
    let { rev, types } = settings;
    let guides: GuidesView['guides'] = [{ typeId: storyType.typeId, version: 3, guide: written }];
    let refusals = 1;
    const view = (): SettingsView => ({ ...settings, rev, types });
    const guidesView = (): GuidesView => ({ guides, people: {}, today: '2026-11-23' });
    const opened = await show({
      ...STORIES['settings-on']!(),
      answers: {
        ...STORIES['settings-on']!().answers,
        'settings.get': view,
        'settings.guides': guidesView,
        'settings.saveType': ({ draft }) => {
          const current = { ...draft, typeId: 'added', version: 1 };
          [rev, types] = [rev + 1, [...types, { current, switches: { active: true, gatePaused: false } }]];
          return view();
        },
        'settings.saveGuide': ({ typeId, version, guide }) => {
          if (refusals-- > 0) throw new StoryRefusal('STORAGE_BUSY');
          guides = [...guides, { typeId, version: version + 1, guide: { ...EMPTY_GUIDE, ...guide } }];
          return guidesView();
        },
      },
    });
    const { page } = opened;
    await page.getByText('Move handoffs in and out').click();
    await page.getByRole('checkbox', { name: 'With playbook pages' }).check();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as a file' }).click()]);
    const text = await readFile(await download.path(), 'utf8');
    expect(text).toContain(A_GUIDE.whenUsed);
    expect(text).not.toContain('u-tom');

    const elsewhere = text.replace(`"name": "${storyType.name}"`, '"name": "Added"').replaceAll('"In QA"', '"Done"');
    const give = { name: 'ours.json', mimeType: 'application/json', buffer: Buffer.from(elsewhere) };
    await page.getByLabel('From a file').setInputFiles(give);
    await page.getByText('Added: new. Its playbook page is new.').waitFor();
    await page.getByRole('button', { name: 'Import 1 handoff' }).click();
    await page.getByText('These playbook pages are not written: Added.').waitFor();
    await page.getByRole('button', { name: 'Import 1 handoff' }).click();
    await page.getByText('Added: unchanged. Its playbook page is unchanged.').waitFor();
    expect(sent(opened, 'settings.saveType')).toHaveLength(1);
    const raciR = { ...written.raciR, responsible: [other('Developers')] };
    expect(sent(opened, 'settings.saveGuide').at(-1)).toEqual({
      typeId: 'added',
      version: 0,
      guide: { ...A_GUIDE, raciR },
      note: 'Imported from ours.json',
    });
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

import type { Page } from 'playwright-core';
import type { SettingsView, TypeVersions } from '../../../src/contract/settings';
import type { LimitsView } from '../../../src/contract/chart-limits';
import type { LimitsStart } from '../../../src/domain/metrics/limits-starts';
import { devToQa } from '../../../src/domain/type/starters/dev-to-qa';
import { orderFulfilment } from '../../../src/domain/type/starters/order-fulfilment';
import { toFirstDraft } from '../../../src/domain/type/starters/starter';
import type { HandoffType } from '../../../src/domain/type/handoff-type';
import { toTransferFile } from '../../../src/domain/type/transfer/transfer-file';
import type { PublishedType } from '../../../src/domain/type/published-type';
import type { TypeOptions } from '../../../src/domain/type/type-options';
import { EMPTY_GUIDE } from '../../../src/domain/type/guide';
import { A_GUIDE } from '../a-guide';
import { blankItem, draftOf } from '../../../static/settings/type-draft';
import { everyOption } from '../every-option';
import { storyPeople } from './project-stories';
import { STORY_REQUEST, storyCoverage, storyRecentItems, storyTestRun } from './story-rules';
import { StoryRefusal, type Story } from './story-page';

/** A published type of the stories. */
export const storyType: HandoffType = {
  ...toFirstDraft(devToQa, { fromStatusIds: ['3'], toStatusId: '4' }),
  typeId: 'dev-to-qa',
  version: 1,
};

/** The settings of a project, with what a story wants different. */
export function storySettings(own: Partial<SettingsView> = {}): SettingsView {
  return {
    project: { id: '10000', key: 'BAT', name: 'Batteries', style: 'company-managed' },
    on: true,
    rev: 4,
    types: [{ current: storyType, switches: { active: true, gatePaused: false } }],
    statuses: [
      { id: '1', name: 'To Do', category: 'new' },
      { id: '3', name: 'In Development', category: 'indeterminate' },
      { id: '4', name: 'In QA', category: 'indeterminate' },
      { id: '5', name: 'Done', category: 'done' },
    ],
    workItemTypes: [
      { id: '10001', name: 'Story' },
      { id: '10002', name: 'Bug' },
    ],
    roles: [{ id: '10100', name: 'QA engineers' }],
    userFields: [{ id: 'customfield_10050', name: 'Tester' }],
    fields: [
      { id: 'customfield_10060', name: 'Environment' },
      { id: 'fixVersions', name: 'Fix versions' },
    ],
    ruleStatus: [{ typeId: 'dev-to-qa', installed: 'yes', unprotected: [], request: null }],
    proposal: { name: 'Dev → QA', team: 'QA', route: { fromStatusIds: ['3'], toStatusId: '4' } },
    people: storyPeople,
    pools: {},
    ...own,
  };
}

const secondVersion: PublishedType = {
  ...storyType,
  version: 2,
  team: 'Testers',
  receiver: { kind: 'role', roleId: '10100', roleName: 'QA engineers' },
  items: [...storyType.items.slice(2, 6), ...storyType.items.slice(0, 2), { ...blankItem('flag'), title: 'Feature flag' }],
  change: { note: 'Flags were forgotten twice; the docs item was ticked by everybody', at: '2026-03-02T09:12:00.000Z', by: 'u-tom' },
};

/** A type that was published twice. */
const storyVersions: TypeVersions = { versions: [secondVersion, storyType], people: storyPeople };

const settings = (view: SettingsView, answers: Story['answers'] = {}, location = 'https://site.example/settings'): Story => ({
  surface: 'settings',
  extension: { location },
  answers: {
    'settings.get': view,
    'settings.turnOn': () => storySettings({ rev: view.rev + 1 }),
    'settings.turnOff': () => ({ ...view, on: false, rev: view.rev + 1 }),
    'settings.saveType': ({ typeId, draft }) => withType(view, { ...draft, typeId: typeId ?? 'new-type', version: 2 }),
    'settings.versions': storyVersions,
    'settings.drafts': { drafts: [], emptyVersions: {}, people: {} },
    'settings.effect': { open: 3, orMore: false, versions: [1] },
    'settings.checkRules': { ruleStatus: view.ruleStatus },
    'settings.coverage': storyCoverage(),
    'settings.testRun': storyTestRun,
    'settings.recentItems': storyRecentItems,
    'settings.recogniseGroups': { groups: [] },
    'settings.findPeople': { people: Object.values(storyPeople), groups: [{ id: 'g-1', name: 'qa-team' }] },
    ...answers,
  },
});

const NUMBERS = 'https://site.example/settings?section=numbers';
const limitsOf = (starts: readonly LimitsStart[]): LimitsView => ({
  today: '2026-03-10',
  types: [{ typeId: storyType.typeId, version: starts.length, starts }],
  people: storyPeople,
});
const RULES = 'https://site.example/settings?section=rules';

function withType(view: SettingsView, saved: HandoffType): SettingsView {
  const others = view.types.filter(({ current }) => current.typeId !== saved.typeId);
  return { ...view, rev: view.rev + 1, types: [...others, { current: saved, switches: { active: true, gatePaused: false } }] };
}

/** Settings after somebody else published another version: the first save meets it. */
function storyConflict(): Story {
  const theirs = { ...storyType, version: 2, team: 'Testers' };
  let reads = 0;
  let saves = 0;
  return settings(storySettings(), {
    'settings.get': () => (reads++ === 0 ? storySettings() : withType(storySettings({ rev: 5 }), theirs)),
    'settings.saveType': ({ draft }) => {
      if (saves++ === 0) throw new StoryRefusal('CONFIG_CONFLICT');
      return withType(storySettings({ rev: 5 }), { ...draft, typeId: 'dev-to-qa', version: 3 });
    },
  });
}

const secondType: HandoffType = {
  ...storyType,
  typeId: 'qa-to-ops',
  name: 'QA → Ops',
  team: 'Ops',
  route: { fromStatusIds: ['4'], toStatusId: '5' },
};

const typeWithOptions = (options: Partial<TypeOptions>): Partial<SettingsView> => ({
  types: [{ current: { ...storyType, options }, switches: { active: true, gatePaused: false } }],
});

/** More than nine items, one of which says why it is asked and waits for a look. */
const longList: HandoffType['items'] = [
  ...storyType.items.map((item) => ({ ...item, required: false })),
  ...['Feature flag', 'Rollback plan'].map((title, index) => ({
    ...blankItem(`long-${String(index)}`),
    title,
    reason: 'Two releases could not be taken back',
    owner: 'Release team',
    expiresOn: '2026-01-31',
  })),
];

/** Opens every fold of the form: one that is in another only shows once that is open. */
async function openFolds(page: Page): Promise<void> {
  await page.locator('summary').first().waitFor();
  await page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })");
}

/** States of the settings page. */
export const settingsStories: Readonly<Record<string, () => Story>> = {
  'settings-off': () => settings(storySettings({ on: false, rev: 0, types: [] })),
  'settings-off-ask': () =>
    settings(storySettings({ on: false, rev: 0, types: [], proposal: { name: 'Dev → QA', team: 'QA', route: null } })),
  'settings-on': () => settings(storySettings()),
  'settings-starters': () => ({
    ...settings(storySettings()),
    act: async (page) => {
      await page.getByRole('button', { name: 'Add a handoff' }).click();
      await page.getByText('What is handed over?').waitFor();
    },
  }),
  'settings-move': () => ({
    ...settings(storySettings()),
    act: async (page) => {
      await page.getByText('Move handoffs in and out').click();
      const given = toTransferFile(
        [{ ...storyType, team: 'Testers', receiver: { kind: 'group', groupId: 'g-9', groupName: 'qa-far-away' } }, secondType],
        {
          ...storySettings(),
          statuses: [
            { id: '3', name: 'In Development' },
            { id: '4', name: 'In QA' },
            { id: '5', name: 'Live' },
          ],
        },
      );
      const buffer = Buffer.from(JSON.stringify(given));
      await page.getByLabel('From a file').setInputFiles({ name: 'handoffs-SHOP.json', mimeType: 'application/json', buffer });
      await page.getByText('Dev → QA: changed, its next version').waitFor();
    },
  }),
  'settings-rule-missing': () =>
    settings(
      storySettings({
        ruleStatus: [{ typeId: 'dev-to-qa', installed: 'no', unprotected: ['In Development → In QA (Hand over)'], request: STORY_REQUEST }],
      }),
    ),
  'settings-rule-partly': () =>
    settings(
      storySettings({
        project: { id: '10001', key: 'TEAM', name: 'Team', style: 'team-managed' },
        ruleStatus: [
          { typeId: 'dev-to-qa', installed: 'partly', unprotected: ['In Development → In QA (Hand over)'], request: STORY_REQUEST },
        ],
        types: [
          { current: storyType, switches: { active: true, gatePaused: true } },
          { current: secondType, switches: { active: false, gatePaused: false } },
        ],
      }),
    ),
  'settings-rules': () => ({
    ...settings(storySettings(), {}, RULES),
    act: async (page) => {
      await page.getByRole('textbox', { name: 'Work item, by its key' }).fill('BAT-7');
      await page.getByRole('button', { name: 'Try it' }).click();
      await page.getByText('People would read:').first().waitFor();
    },
  }),
  'settings-rules-unknown': () =>
    settings(storySettings(), { 'settings.coverage': storyCoverage({ known: false, rows: [], sharedWith: [], request: null }) }, RULES),
  'settings-rules-no-list': () => ({
    ...settings(
      storySettings(),
      {
        'settings.recentItems': () => {
          throw new StoryRefusal('JIRA_UNAVAILABLE');
        },
      },
      RULES,
    ),
    act: (page) => page.getByText('Jira did not list work items just now.').waitFor(),
  }),
  'settings-item-link': () => settings(storySettings(), {}, 'https://site.example/settings?typeId=dev-to-qa&itemId=where_to_test'),
  'settings-item-more': () => ({
    ...settings(
      storySettings({
        types: [
          {
            current: { ...storyType, items: longList, overLengthReason: 'The audit asks for it' },
            switches: { active: true, gatePaused: false },
          },
        ],
      }),
    ),
    act: (page) => page.getByRole('button', { name: /^Rollback plan/u }).click(),
  }),
  'settings-item-choice': () =>
    settings(
      storySettings({
        types: [{ current: { ...storyType, items: orderFulfilment.items.slice(0, 6) }, switches: { active: true, gatePaused: false } }],
      }),
      {},
      'https://site.example/settings?typeId=dev-to-qa&itemId=special_handling',
    ),
  'settings-versions': () => {
    const { change: _change, ...current } = secondVersion;
    return {
      ...settings(storySettings({ types: [{ current, switches: { active: true, gatePaused: false } }] })),
      act: async (page) => {
        await page.getByText('version 2 is in use').click();
        await page.getByText('7 differences').waitFor();
      },
    };
  },
  'settings-draft': () => {
    const { change: _change, ...current } = secondVersion;
    const draft = { ...draftOf(storyType), team: 'Quality' };
    const kept = { typeId: storyType.typeId, version: 1, basedOn: 1, draft, savedBy: 'u-tom', savedAt: '2026-03-02T09:12:00.000Z' };
    let tries = 0;
    return {
      ...settings(storySettings({ types: [{ current, switches: { active: true, gatePaused: false } }] }), {
        'settings.drafts': {
          ...{ drafts: [kept], emptyVersions: {}, people: storyPeople },
          auditsDue: [{ typeId: storyType.typeId, dueOn: '2026-03-14', state: 'soon' }],
        },
        'settings.discardDraft': () => {
          tries += 1;
          if (tries === 1) throw new StoryRefusal('STORAGE_BUSY');
          return { drafts: [], emptyVersions: { [storyType.typeId]: 2 }, people: {} };
        },
      }),
      act: async (page) => {
        await page.getByRole('button', { name: 'Discard the draft' }).click();
        await page.getByRole('button', { name: 'Try again' }).waitFor();
      },
    };
  },
  'settings-conflict': storyConflict,
  'settings-numbers': () => settings(storySettings(), { 'settings.limits': limitsOf([]) }, NUMBERS),
  'settings-limits': () => ({
    ...settings(
      storySettings(),
      {
        'settings.limits': limitsOf([
          { from: '2026-02-02', reason: 'Only testers hand off since the reorganisation', by: 'u-tom', at: '2026-02-05T09:00:00.000Z' },
          { from: '2026-03-02', reason: 'A new checklist', by: 'u-gone', at: '2026-03-02T09:00:00.000Z' },
        ]),
      },
      NUMBERS,
    ),
    act: async (page) => {
      await page.getByRole('button', { name: /^Take back the limits from Feb/u }).click();
      await page.getByRole('button', { name: 'Begin new limits' }).click();
      await page.getByRole('button', { name: 'Begin new limits' }).click();
      await page.getByText('Say what changed.').waitFor();
    },
  }),
  'settings-numbers-counting': () => ({
    ...settings(
      storySettings(),
      {
        'settings.rebuildNumbers': {
          since: '2026-06-01T09:00:00.000Z',
          looked: 840,
          months: [{ typeId: 'dev-to-qa', month: '2026-05' }],
          cursor: null,
        },
        'settings.numbersLeft': { left: 1 },
        'settings.limits': limitsOf([]),
      },
      NUMBERS,
    ),
    act: (page) => page.getByRole('button', { name: 'Rebuild the numbers' }).click(),
  }),
  'settings-more-folded': () => settings(storySettings(typeWithOptions(everyOption('u-tom')))),
  'settings-more-all-on': () => ({ ...settings(storySettings(typeWithOptions(everyOption('u-tom')))), act: openFolds }),
  'settings-more-all-off': () => ({ ...settings(storySettings()), act: openFolds }),
  'settings-more-nobody-picked': () => ({
    ...settings(storySettings()),
    act: async (page) => {
      await openFolds(page);
      await page.getByRole('radio', { name: 'One person' }).check();
      await page.getByRole('button', { name: 'Save and publish' }).click();
      await page.getByText('Pick the person who answers for it, or say nobody.').first().waitFor();
    },
  }),
  'settings-more-group-picked': () => ({
    ...settings(storySettings(typeWithOptions({ accountableId: 'u-tom', waiversAllowed: true }))),
    act: async (page) => {
      await openFolds(page);
      await page.getByRole('checkbox', { name: 'A group may let one move pass too' }).check();
      await page.getByLabel('Group', { exact: true }).fill('qa');
      await page.getByRole('option', { name: 'qa-team' }).waitFor();
    },
  }),
  'settings-more-person-left': () => ({
    ...settings(
      storySettings({
        ...typeWithOptions({ accountableId: 'u-tom', due: { kind: 'nextWorkingDay' } }),
        people: { ...storyPeople, 'u-tom': { accountId: 'u-tom', displayName: 'Tom Okafor', avatarUrl: null, active: false } },
      }),
    ),
    act: openFolds,
  }),
  'settings-playbook': () => ({
    ...settings(
      storySettings(),
      {
        'settings.guides': {
          guides: [
            { typeId: 'dev-to-qa', version: 3, guide: { ...A_GUIDE, championId: 'u-tom', reviewedOn: '2026-01-05', reviewedBy: 'u-maya' } },
          ],
          people: storyPeople,
          today: '2026-11-23',
        },
        'settings.guideVersions': {
          versions: [{ version: 3, at: '2026-01-05T09:00:00.000Z', by: 'u-maya', note: 'After the review of December' }],
          people: storyPeople,
        },
      },
      'https://site.example/settings?section=playbook',
    ),
    act: openFolds,
  }),
  'settings-playbook-blank': () =>
    settings(
      storySettings(),
      { 'settings.guides': { guides: [{ typeId: 'dev-to-qa', version: 0, guide: EMPTY_GUIDE }], people: {}, today: '2026-11-23' } },
      'https://site.example/settings?section=playbook',
    ),
  'settings-unsaved': () => ({
    ...settings(storySettings()),
    act: async (page) => {
      await page.getByRole('button', { name: 'Move Known issues up' }).click();
      await page.getByText('3 open handoffs stay on version 1.').waitFor();
    },
  }),
};

import type { DraftView } from '../../../src/contract/drafts';
import type { ChampionHome, PlaybookPage } from '../../../src/contract/playbook';
import type { Claim } from '../../../src/domain/spot-check/claims';
import { EMPTY_GUIDE } from '../../../src/domain/type/guide';
import { A_GUIDE } from '../a-guide';
import { storyPeople } from './project-stories';
import { storyType } from './settings-stories';
import { StoryRefusal, type Story } from './story-page';

const PLACE = 'https://site.example/jira/apps/playbook?project=BAT';

/** A page of the playbook, with what a story wants different. */
function storyPage(own: Partial<PlaybookPage> = {}): PlaybookPage {
  const guide = { ...A_GUIDE, championId: 'u-tom', reviewedOn: '2026-01-05', reviewedBy: 'u-maya' };
  return {
    project: { key: 'BAT', name: 'Batteries' },
    viewer: { isProjectAdmin: false, isChampion: false },
    type: storyType,
    statusNames: { '3': 'In Development', '4': 'In QA' },
    guide: { typeId: storyType.typeId, version: 3, guide },
    people: storyPeople,
    today: '2026-11-23',
    ...own,
  };
}

const NOTHING_YET: ChampionHome = {
  month: { handoffs: 0, decided: 0, acceptedFirstTime: 0, mostMissed: null, ratings: { count: 0, shown: false } },
  draft: null,
  draftVersion: 0,
  people: {},
};

const A_DRAFT: DraftView = {
  typeId: storyType.typeId,
  version: 1,
  basedOn: storyType.version,
  draft: storyType,
  savedBy: 'u-tom',
  savedAt: '2026-11-20T09:00:00.000Z',
  note: 'Nobody reads the build log',
};

const SPOT_ITEMS: readonly Claim[] = [
  { itemId: 'pull-request', title: 'Pull request', answer: { kind: 'link', url: 'https://git.example.com/batteries/pull/7' } },
  { itemId: 'where', title: 'Where to test', answer: { kind: 'text', text: 'Staging 4, account qa-7' } },
  { itemId: 'log', title: 'Build log', answer: { kind: 'tick' } },
];

const playbook = (answers: Story['answers'], location = `${PLACE}&type=dev-to-qa`): Story => ({
  surface: 'playbook',
  extension: { location },
  answers: {
    'playbook.versions': {
      versions: [{ version: 3, at: '2026-01-05T09:00:00.000Z', by: 'u-maya', note: 'After the review of December' }],
      people: storyPeople,
    },
    'playbook.home': NOTHING_YET,
    ...answers,
  },
});

/** States of the playbook. */
export const playbookStories: Readonly<Record<string, () => Story>> = {
  'playbook-page': () => playbook({ 'playbook.page': storyPage() }),
  'playbook-page-blank-admin': () =>
    playbook({
      'playbook.page': storyPage({
        viewer: { isProjectAdmin: true, isChampion: false },
        guide: { typeId: storyType.typeId, version: 0, guide: EMPTY_GUIDE },
      }),
    }),
  'playbook-page-champion': () => ({
    ...playbook({
      'playbook.page': storyPage({
        viewer: { isProjectAdmin: false, isChampion: true },
        type: { ...storyType, items: storyType.items.map((item, index) => (index === 0 ? { ...item, expiresOn: '2026-11-01' } : item)) },
      }),
      'playbook.home': {
        ...NOTHING_YET,
        month: {
          handoffs: 12,
          decided: 10,
          acceptedFirstTime: 7,
          mostMissed: { typeId: storyType.typeId, typeName: storyType.name, itemId: 'test-data', title: 'Test data', times: 3 },
          ratings: { count: 2, shown: false },
        },
        draft: A_DRAFT,
        auditDue: { dueOn: '2026-11-20', state: 'overdue' },
        draftVersion: 1,
        people: storyPeople,
      },
    }),
    act: async (page) => {
      await page.getByRole('button', { name: 'Suggest a change' }).click();
      await page.getByRole('button', { name: 'Save as draft' }).waitFor();
    },
  }),
  'playbook-spot-checks': () => ({
    ...playbook({
      'playbook.page': storyPage({ viewer: { isProjectAdmin: false, isChampion: true, checksSpots: true } }),
      'playbook.spotChecks': {
        ...{ version: 31, rate: 5, own: 1 },
        numbers: {
          ...{ checked: 30, defects: 0, evidence: { k: 71, n: 104 } },
          months: [
            { month: '2026-03', checked: 12, defects: 0, evidence: { k: 29, n: 40 } },
            { month: '2026-02', checked: 18, defects: 0, evidence: { k: 42, n: 64 } },
          ],
        },
        open: [
          { handoffId: '10001-t1-1', issueKey: 'BAT-12', summary: 'Vouchers are added before shipping', items: SPOT_ITEMS },
          { handoffId: '10002-t1-1', issueKey: 'BAT-31', summary: 'Refunds keep their currency', items: SPOT_ITEMS.slice(1) },
        ],
      },
    }),
    act: async (page) => {
      await page.getByText('By month', { exact: true }).click();
      await page.getByRole('button', { name: 'Check BAT-12' }).click();
      await page.getByRole('radio', { name: 'Not true' }).first().check();
      await page.getByRole('button', { name: 'Save check' }).click();
      await page.getByText('Answer each of them first.', { exact: true }).first().waitFor();
    },
  }),
  'playbook-spot-checks-unbegun': () =>
    playbook({
      'playbook.page': storyPage({ viewer: { isProjectAdmin: false, isChampion: false, checksSpots: true } }),
      'playbook.spotChecks': {
        ...{ version: 0, rate: null, own: 0, open: [] },
        numbers: { checked: 0, defects: 0, evidence: { k: 0, n: 0 }, months: [] },
      },
    }),
  'playbook-suggestion-overtaken': () => {
    const [first, second, ...rest] = storyType.items;
    const theirs = { ...storyType, items: [...(first === undefined ? [] : [{ ...first, required: false }]), ...rest] };
    let isOvertaken = false;
    return {
      ...playbook({
        'playbook.page': storyPage({ viewer: { isProjectAdmin: false, isChampion: true } }),
        'playbook.home': () =>
          isOvertaken ? { ...NOTHING_YET, draft: { ...A_DRAFT, draft: theirs }, draftVersion: 1, people: storyPeople } : NOTHING_YET,
        'playbook.saveDraft': ({ version, items }) => {
          isOvertaken = true;
          if (version === 0) throw new StoryRefusal('CONFIG_CONFLICT');
          return {
            ...NOTHING_YET,
            draft: { ...A_DRAFT, version: 2, draft: { ...storyType, items } },
            draftVersion: 2,
            people: storyPeople,
          };
        },
      }),
      act: async (page) => {
        await page.getByRole('button', { name: 'Suggest a change' }).click();
        await page
          .getByRole('group', { name: second?.title ?? '', exact: true })
          .getByLabel('Item')
          .fill('Where it runs');
        await page.getByLabel('What would change, and why?').fill('Nobody knew which branch');
        await page.getByRole('button', { name: 'Save as draft' }).click();
        await page.getByRole('button', { name: 'Use theirs' }).waitFor();
      },
    };
  },
  'playbook-list': () =>
    playbook(
      {
        'playbook.index': {
          projects: [
            { key: 'BAT', name: 'Batteries', pages: [{ typeId: 'dev-to-qa', name: 'Dev → QA', from: ['In Development'], to: 'In QA' }] },
          ],
        },
      },
      PLACE,
    ),
  'playbook-gone': () =>
    playbook({
      'playbook.page': () => {
        throw new StoryRefusal('NOT_FOUND');
      },
    }),
};

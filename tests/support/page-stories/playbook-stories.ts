import type { DraftView } from '../../../src/contract/drafts';
import type { ChampionHome, PlaybookPage } from '../../../src/contract/playbook';
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

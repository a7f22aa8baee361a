import type { PlaybookPage } from '../../../src/contract/playbook';
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

const playbook = (answers: Story['answers'], location = `${PLACE}&type=dev-to-qa`): Story => ({
  surface: 'playbook',
  extension: { location },
  answers: {
    'playbook.versions': {
      versions: [{ version: 3, at: '2026-01-05T09:00:00.000Z', by: 'u-maya', note: 'After the review of December' }],
      people: storyPeople,
    },
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

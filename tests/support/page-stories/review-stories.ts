import type { ReviewLine, ReviewView } from '../../../src/contract/review';
import { changeChecklist } from '../../../src/domain/review/change-checklist';
import { markAgreed } from '../../../src/domain/review/agreed';
import { finishReview, sayWords } from '../../../src/domain/review/change-review';
import { NO_WORDS, type Review, type ReviewContent } from '../../../src/domain/review/review';
import { reviewedNumbers } from '../../../src/domain/review/reviewed-numbers';
import { sampleMonth } from '../health-samples';
import { storyHome, storyPeople } from './project-stories';
import { storyType } from './settings-stories';
import { StoryRefusal, type Story } from './story-page';

const TODAY = '2026-11-09';
const NOW = `${TODAY}T08:00:00.000Z`;
const SLOW = '10007-dev-to-qa-1';
const REDONE = '10012-dev-to-qa-1';

/** How a monthly type stands whose October is not reviewed, with what a story wants different. */
export const reviewLine = (own: Partial<ReviewLine> = {}): ReviewLine => ({
  typeId: 'dev-to-qa',
  typeName: 'Dev → QA',
  option: 'monthly',
  openMonth: null,
  lastMonth: '2026-10',
  hadHandoffs: true,
  reviewed: null,
  today: TODAY,
  ...own,
});

const REVIEW: Review = {
  month: '2026-10',
  opened: { by: 'u-me', at: NOW },
  signals: [{ key: 'health.flag.low3', at: NOW }],
  numbers: reviewedNumbers(
    sampleMonth('dev-to-qa', '2026-10', [{ hours: 3 }, { hours: 30, returned: ['where_to_test'] }, { hours: 4, rating: 4 }, { hours: 6 }]),
  ),
  lists: {
    slow: [
      { handoffId: REDONE, hours: 53.5 },
      { handoffId: SLOW, hours: 31, waits: true },
      { handoffId: '10001-dev-to-qa-1', hours: 26, before: true },
    ],
    redone: [{ handoffId: REDONE, returns: 2, reworks: 1 }],
    missing: [{ itemId: 'where_to_test', title: 'Where to test', handoffs: 3, returns: 2 }],
  },
  idleItems: [{ itemId: 'pull_request', title: 'Pull request', accepted: 41 }],
  invited: [{ accountId: 'u-tom' }, { accountId: 'u-maya' }],
  began: { guideVersion: 2, typeVersion: storyType.version },
  words: NO_WORDS,
  finished: null,
  cosigned: null,
  drafted: [],
};

const WRITTEN: Review = sayWords(REVIEW, {
  slow: 'Nobody was there to test on Fridays.',
  redone: '',
  missing: 'The test account changes every week.',
  finding: 'The label rules changed and nobody knew.',
  decisions: [
    {
      text: 'Somebody other than the sender looks at it first',
      ownerId: 'u-tom',
      dueOn: '2026-11-23',
      change: { kind: 'peerReview', title: 'Peer review' },
    },
  ],
  failed: { cause: 'The rollout plan had no way back.', checklistGap: 'yes', trainingGap: 'no' },
  playbook: { kind: 'noChange', why: 'It says so already' },
});

const toView = (content: ReviewContent, version: number): ReviewView => ({
  ...content,
  version,
  today: TODAY,
  viewer: { accountId: 'u-me', canEdit: true, canCosign: false, isProjectAdmin: true },
  type: storyType,
  guideVersion: 2,
  handoffs: {
    [SLOW]: { key: 'BAT-7', summary: 'Login page shows the wrong logo in dark mode' },
    [REDONE]: { key: 'BAT-12', summary: 'Export of invoices times out for large customers' },
    '10001-dev-to-qa-1': { key: 'BAT-1', summary: 'Search finds nothing after midnight' },
  },
  people: storyPeople,
});

/** The project page and its reviews on a backend that keeps the rules; months go on meanwhile. */
export function reviewStory(content: ReviewContent, own: Story['answers'] = {}): Story {
  let stored = content;
  let version = content.open === null ? 0 : 2;
  const write = (next: ReviewContent): ReviewView => {
    stored = next;
    return toView(stored, (version += 1));
  };
  const openOne = (): Review => {
    if (stored.open === null) throw new StoryRefusal('CONFIG_CONFLICT');
    return stored.open;
  };
  return {
    surface: 'project',
    answers: {
      'project.home': () => {
        const openMonth = stored.open?.month ?? null;
        const reviewed = stored.past.find(({ month }) => month === '2026-10')?.finished ?? null;
        return storyHome({ reviews: [reviewLine({ openMonth, reviewed })] });
      },
      'project.review': () => toView(stored, version),
      'project.openReview': ({ signal }) => {
        const signals = signal === null ? REVIEW.signals : [{ key: signal.key, at: NOW }];
        return write({ ...stored, open: { ...REVIEW, signals } });
      },
      'project.saveReview': ({ words }) => write({ ...stored, open: sayWords(openOne(), words) }),
      'project.finishReview': () => {
        const open = openOne();
        const { drafted } = changeChecklist(storyType.items, open.words.decisions, () => 'peer');
        const based = drafted.map((each) => ({ ...each, basedOn: storyType.version }));
        return write(finishReview(open, stored.past, { by: 'u-me', at: NOW }, based));
      },
      'project.closeDecision': ({ finishedAt, place, done }) =>
        write({ ...stored, past: markAgreed(stored.past, { finishedAt, place }, done ? { by: 'u-me', at: NOW } : null) }),
      ...own,
    },
    act: async (page) => {
      await page.getByRole('button', { name: 'Review of Dev → QA' }).click();
      await page.getByRole('heading', { name: 'Review of Dev → QA' }).waitFor();
      await page.getByRole('heading', { name: 'The month in numbers' }).waitFor();
    },
  };
}

/** A finished review of September with a decision for each way one can stand. */
const AGREED: Review = {
  ...WRITTEN,
  month: '2026-09',
  finished: { by: 'u-me', at: '2026-10-05T09:00:00.000Z' },
  words: {
    ...WRITTEN.words,
    decisions: [
      { text: 'Ask for a test account that lasts', ownerId: 'u-tom', dueOn: '2026-11-20', change: null },
      { text: 'Agree who tests on Fridays', ownerId: 'u-maya', dueOn: '2026-10-19', change: null },
      {
        ...{ text: 'Write down how labels are used', ownerId: 'u-me', dueOn: '2026-10-19', change: null },
        done: { by: 'u-me', at: '2026-10-12T09:00:00.000Z' },
      },
    ],
  },
};

/** A review under way while decisions of the one before are still open. */
export const agreedStory = (): Story => reviewStory({ schema: 1, open: REVIEW, past: [AGREED] });

const opened = (review: Review): ReviewContent => ({ schema: 1, open: review, past: [] });

function conflict(): Story {
  let reads = 0;
  const story = reviewStory(opened(REVIEW), {
    'project.review': () => toView(opened(reads++ === 0 ? REVIEW : WRITTEN), 3),
    'project.saveReview': () => {
      throw new StoryRefusal('CONFIG_CONFLICT');
    },
  });
  return {
    ...story,
    act: async (page, ...more) => {
      await story.act?.(page, ...more);
      await page.getByLabel('Why they were slow').fill('Two people were ill.');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByRole('button', { name: 'Use theirs' }).waitFor();
    },
  };
}

/** States of reviews. */
export const reviewStories: Readonly<Record<string, () => Story>> = {
  'review-lines': () => ({
    surface: 'project',
    answers: {
      'project.home': storyHome({
        reviews: [
          reviewLine(),
          reviewLine({
            typeId: 'qa-ops',
            typeName: 'QA → Operations',
            option: 'on',
            stillOpen: 2,
            reviewed: { by: 'u-me', at: '2026-11-03T09:00:00.000Z' },
          }),
        ],
      }),
    },
    act: async (page) => {
      await page.getByRole('heading', { name: 'Review', exact: true }).waitFor();
    },
  }),
  'review-open': () => reviewStory(opened(WRITTEN)),
  'review-done': () => reviewStory(finishReview(WRITTEN, [], { by: 'u-me', at: NOW }, [])),
  'review-agreed': agreedStory,
  'review-conflict': conflict,
};

import type { HandoffListRow, MonthInBrief, ProjectHome } from '../../../src/contract/project-home';
import type { WaitingView } from '../../../src/contract/waiting';
import type { Person } from '../../../src/contract/handoff-screen';
import type { Story } from './story-page';

const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();

const person = (accountId: string, displayName: string): Person => ({ accountId, displayName, avatarUrl: null, active: true });

/** People of the stories, by account id. */
export const storyPeople: ProjectHome['people'] = {
  'u-me': person('u-me', 'Ana Ruiz'),
  'u-maya': person('u-maya', 'Maya Lindqvist'),
  'u-tom': person('u-tom', 'Tom Okafor'),
};

/** A row of *Waiting for me*, with what a story wants different. */
export function storyRow(n: number, own: Partial<HandoffListRow> = {}): HandoffListRow {
  return {
    handoffId: `1000${n}-dev-to-qa-1`,
    issueId: `1000${n}`,
    issueKey: `BAT-${n}`,
    summary: 'Export of invoices times out for large customers',
    typeId: 'dev-to-qa',
    typeName: 'Dev → QA',
    state: 'OFFERED',
    senderId: 'u-maya',
    receiverId: 'u-me',
    since: hoursAgo(3),
    dueAt: null,
    recommendation: 'Start with a customer that has more than 10,000 invoices; the paging was rewritten, the formatting was not touched.',
    openQuestions: 0,
    rating: null,
    ...own,
  };
}

/** A month with enough of everything, with what a story wants different. */
function storyMonth(own: Partial<MonthInBrief> = {}): MonthInBrief {
  return {
    month: '2026-11',
    handoffs: 9,
    decided: 8,
    acceptedFirstTime: 6,
    returned: 2,
    returnedFor: [
      { typeId: 'dev-to-qa', typeName: 'Dev → QA', itemId: 'where_to_test', title: 'Where to test', times: 2 },
      { typeId: 'dev-to-qa', typeName: 'Dev → QA', itemId: 'pull_request', title: 'Pull request', times: 1 },
    ],
    medianWaitHours: 3.4,
    accepted: 7,
    ratings: { count: 6, shown: true, values: [5, 4, 5, 3, 4, 2] },
    passedWhilePaused: 1,
    wouldHaveBeenStopped: 3,
    mostMissed: { typeId: 'dev-to-qa', typeName: 'Dev → QA', itemId: 'where_to_test', title: 'Where to test', times: 5 },
    ...own,
  };
}

/** A project page, with what a story wants different. */
export function storyHome(own: Partial<ProjectHome> = {}): ProjectHome {
  return {
    project: { id: '10000', key: 'BAT' },
    on: true,
    viewer: { accountId: 'u-me', isProjectAdmin: true },
    waitingForMe: [
      storyRow(12, { since: hoursAgo(3) }),
      storyRow(7, {
        summary: 'Login page shows the wrong logo in dark mode',
        dueAt: hoursAgo(2),
        since: hoursAgo(27),
        openQuestions: 2,
        senderId: 'u-tom',
      }),
      storyRow(15, {
        summary: 'Averyveryverylongwordwithoutanyspaceswhatsoeverthatmustnotmakethepagescrollsidewaysonanarrowscreen',
        recommendation: '',
        senderId: 'u-gone',
      }),
    ],
    toRate: [storyRow(3, { summary: 'Search ignores accents', state: 'ACCEPTED', since: hoursAgo(50) })],
    sent: [
      storyRow(21, {
        summary: 'Retry uploads after a lost connection',
        state: 'IN_VERIFICATION',
        senderId: 'u-me',
        receiverId: 'u-tom',
        openQuestions: 1,
      }),
      storyRow(22, { summary: 'Rename “Customer” to “Account”', state: 'OFFERED', senderId: 'u-me', receiverId: null, recommendation: '' }),
    ],
    months: [storyMonth(), storyMonth({ month: '2026-10', mostMissed: null })],
    people: storyPeople,
    waitingJql: '"Handoff receiver" = currentUser() AND "Handoff state" in (Waiting, Checking)',
    ...own,
  };
}

const project = (home: ProjectHome, answers: Story['answers'] = {}): Story => ({
  surface: 'project',
  answers: { 'project.home': home, ...answers },
});

const unrated = {
  handoffs: 2,
  decided: 2,
  accepted: 2,
  acceptedFirstTime: 2,
  returned: 0,
  returnedFor: [],
  medianWaitHours: null,
  passedWhilePaused: 0,
  wouldHaveBeenStopped: 0,
  mostMissed: null,
};

const waitingRows: WaitingView['rows'] = [
  storyRow(31, {
    summary: 'Parcel 5519, twelve kettles',
    typeId: 'returns',
    typeName: 'Returns → Warehouse',
    state: 'RETURNED',
    since: hoursAgo(20),
  }),
  { ...storyRow(32, { receiverId: null, dueAt: hoursAgo(2), since: hoursAgo(6), senderId: 'u-tom' }), team: 'QA' },
  storyRow(33, { summary: 'Search ignores accents', state: 'DRAFT', receiverId: null, recommendation: '', since: hoursAgo(70) }),
];

/** What waits in the project of the stories, in two types. */
export const storyWaiting: WaitingView = {
  rows: waitingRows,
  cursor: null,
  types: [
    { typeId: 'dev-to-qa', name: 'Dev → QA' },
    { typeId: 'returns', name: 'Returns → Warehouse' },
  ],
  people: storyPeople,
};

/** The project page as a link to what waits in it opens it. */
export const waitingStory = (waiting: NonNullable<Story['answers']['project.waiting']>, query = '?waiting='): Story => ({
  ...project(storyHome({ waitingForMe: [], toRate: [], sent: [] }), { 'project.waiting': waiting }),
  extension: { location: `https://site.example/jira/projects/BAT/apps/handoffs${query}` },
});

/** States of the project page. */
export const projectStories: Readonly<Record<string, Story>> = {
  'project-full': project(storyHome()),
  'project-help': {
    ...project(storyHome()),
    extension: { project: { id: '10000', key: 'BAT' } },
    act: async (page) => {
      await page.getByRole('button', { name: 'Help' }).click();
      await page.getByText('How much is too much?').click();
    },
  },
  'project-empty': project(storyHome({ waitingForMe: [], toRate: [], sent: [], months: [] })),
  'project-waiting': waitingStory(storyWaiting),
  'project-waiting-none': waitingStory({ ...storyWaiting, rows: [], types: [] }),
  /** Whose work items changed since: nothing is behind the number any more. */
  'project-behind-none': {
    ...project(storyHome({ waitingForMe: [], toRate: [], sent: [] }), { 'project.numberItems': { items: [], hidden: 0, beyond: 0 } }),
    act: async (page) => {
      await page.getByRole('button', { name: 'Which ones? Returned' }).first().click();
      await page.getByText(/^None any more/u).waitFor();
    },
  },
  'project-few-ratings': project(
    storyHome({
      viewer: { accountId: 'u-me', isProjectAdmin: false },
      waitingForMe: [],
      months: [storyMonth({ ...unrated, ratings: { count: 2, shown: false, values: [] } })],
    }),
  ),
  'project-off-admin': project(storyHome({ on: false })),
  'project-off-member': project(storyHome({ on: false, viewer: { accountId: 'u-me', isProjectAdmin: false } })),
};

import type { HandoffCard, HandoffScreen } from '../../../src/contract/handoff-screen';
import { anItem } from '../handoff-world';
import type { EndedHandoff, Handoff, Question } from '../../../src/domain/handoff/handoff';
import {
  applyChanges,
  entry,
  fullItems,
  fullNote,
  minutesAgo,
  storyCard,
  storyHandoff,
  storyOffer,
  storyRound,
  storyScreen,
  storyTimeline,
} from './handoff-samples';
import { storyType } from './settings-stories';
import { StoryRefusal, type Story } from './story-page';

/** A Handoff screen whose saves answer as storage would. */
function handoff(screen: HandoffScreen, answers: Story['answers'] = {}): Story {
  let shown = screen;
  const canned: Story['answers'] = {
    'handoff.get': () => shown,
    'handoff.watch': () => ({ rev: shown.rev }),
    'handoff.edit': ({ typeId, changes }) => {
      const answer = applyChanges(shown, typeId, changes);
      const cards = shown.cards.map((card) => (card.handoffType.typeId === typeId ? { ...card, handoff: answer.handoff } : card));
      shown = { ...shown, rev: answer.rev, cards };
      return answer;
    },
    'handoff.round': storyRound,
    'handoff.timeline': storyTimeline(screen.people),
    'people.find': { people: Object.values(screen.people) },
  };
  return { surface: 'handoff', answers: { ...canned, ...answers } };
}

/** A screen with one card. */
export const one = (card: Partial<HandoffCard>, screen: Partial<HandoffScreen> = {}, answers: Story['answers'] = {}): Story =>
  handoff(storyScreen([storyCard(card)], screen), answers);

export const asReceiver = { viewerIsCandidate: true, startsHere: false } as const;
export const asSender = { startsHere: false, notification: 'sent' } as const;
const toOmar = entry({ kind: 'person', accountId: 'u-omar' } as const, 'u-me');
export const sent: Partial<Handoff> = { sender: entry('u-me'), receiver: toOmar };
export const pool = { kind: 'group', groupId: 'g-qa' } as const;
export const poolType = { ...storyType, receiver: { kind: 'group', groupId: 'g-qa', groupName: 'qa-team' } } as const;
export const toOmarOffer = { receiver: { kind: 'person', accountId: 'u-omar' } } as const;
const { where_to_test: _where, known_issues: _known, ...twoItems } = fullItems;
const { recommendation: _recommendation, background: _background, ...oneSection } = fullNote;

const question = (answered: boolean): Question => ({
  questionId: 'q1',
  text: 'Which account has more than 10,000 invoices on staging?',
  askedBy: 'u-omar',
  askedAt: minutesAgo(12),
  answer: answered ? { text: 'Northwind: https://staging.shop.example/accounts/88', by: 'u-me', at: minutesAgo(8) } : null,
});

export const returned = {
  attempt: 1,
  at: minutesAgo(15),
  by: 'u-omar',
  reason: 'The staging login does not work for me.',
  itemIds: ['where_to_test'],
  sectionIds: [],
};
export const acceptance = {
  at: minutesAgo(5),
  by: 'u-me',
  nextStep: 'Run the export for Northwind this afternoon',
  digest: 'ab'.repeat(32),
};
const answeredFor = { ...storyType, options: { accountableId: 'u-maya', waiversAllowed: true } } as const;
export const waiver = {
  by: 'u-maya',
  at: minutesAgo(30),
  reason: 'Checkout is down for everybody; the rest follows today.',
  kinds: ['left'],
  expiresAt: minutesAgo(-1_410),
  usedAt: null,
} as const;
const earlierRounds = [
  { handoffId: '10012-dev-to-qa-1', attempt: 1, offeredAt: minutesAgo(25), outcome: 'returned', outcomeAt: minutesAgo(15) },
] as const;

export const ended: EndedHandoff = {
  handoffId: '10012-dev-to-qa-1',
  typeId: 'dev-to-qa',
  typeVersion: 1,
  state: 'CLOSED',
  attempts: 1,
  senderId: 'u-maya',
  receiverId: 'u-me',
  firstOfferedAt: minutesAgo(20_000),
  lastOfferedAt: minutesAgo(20_000),
  acceptedAt: minutesAgo(19_900),
  endedAt: minutesAgo(9_900),
  endedBy: null,
  reason: 'timeout',
  rating: { value: 4, comment: 'The test account was missing at first.', at: minutesAgo(19_000), changedAt: null },
};

export const draft = (own: Partial<Handoff> = {}): Handoff =>
  storyHandoff('DRAFT', { ...sent, items: twoItems, note: oneSection, firstOfferedAt: null, lastOfferedAt: null, ...own });

export const mixedType = {
  ...storyType,
  items: [
    ...storyType.items.slice(0, 1),
    anItem('fix_version', { title: 'Fix versions', hint: 'Filled in on the work item.', kind: 'field', fieldId: 'fixVersions' }),
    anItem('screenshots', { title: 'Screenshots', hint: 'Before and after.', kind: 'attachment' }),
    anItem('flag_off', { title: 'Feature flag is off in production', kind: 'tick' }),
  ],
} as const;

const neverSaved: Story['answers'] = {
  'handoff.edit': () => {
    throw new StoryRefusal('STORAGE_BUSY');
  },
};

const fasterOmar: Story['answers'] = {
  'handoff.edit': () => {
    const current = { value: { kind: 'text', text: 'Test 2, build 2317' }, by: 'u-omar', at: minutesAgo(0), version: 3 } as const;
    throw new StoryRefusal('VERSION_CONFLICT', { conflicts: [{ field: 'item:where_to_test', current }] });
  },
};

/** Ana marks a required answer as missing: accepting makes room for returning. */
const markWhereToTest: Story['act'] = (page) => page.getByRole('button', { name: 'Mark Where to test as missing' }).click();

/** Every row of experience.md 6, by name; the viewer is Ana. */
export const handoffStories: Readonly<Record<string, () => Story>> = {
  'handoff-off': () => handoff(storyScreen([])),
  'handoff-nothing-prepared': () => one({}),
  'handoff-draft-3-left': () => one({ handoff: draft() }),
  'handoff-draft-kinds': () => one({ handoffType: mixedType, handoff: draft({ items: {} }) }),
  'handoff-draft-nobody-chosen': () => one({ handoff: draft({ receiver: null }), defaultReceiver: null }),
  'handoff-draft-moved-incomplete': () => one({ handoff: draft({ movedIncompleteAt: minutesAgo(3) }) }),
  'handoff-ready-sender': () => one({ handoff: draft({ items: fullItems, note: fullNote }) }),
  'handoff-draft-others': () =>
    one({ handoff: storyHandoff('DRAFT', { items: twoItems, receiver: toOmar }) }, { viewer: { accountId: 'u-me', canEdit: false } }),
  'handoff-handing-off': () => one({ handoff: draft({ items: fullItems, note: fullNote }), movedNotOfferedSince: minutesAgo(0.1) }),
  'handoff-not-handed-off': () => one({ handoff: draft({ items: fullItems, note: fullNote }), movedNotOfferedSince: minutesAgo(2) }),
  'handoff-bypassed': () => one({ startsHere: false, bypass: { typeId: 'dev-to-qa', at: minutesAgo(30), by: 'u-omar', path: 'move' } }),
  'handoff-letting-pass': () => ({
    ...one({ handoffType: answeredFor, handoff: draft(), viewerStandsIn: true, viewerMayWaive: true }),
    act: (page) => page.getByRole('button', { name: 'Let it pass once…' }).click(),
  }),
  'handoff-may-pass': () => one({ handoffType: answeredFor, handoff: draft({ waivers: [waiver] }) }),
  'handoff-let-passed': () =>
    one({
      ...asReceiver,
      handoffType: answeredFor,
      handoff: storyHandoff('OFFERED', {
        items: twoItems,
        offer: storyOffer({ waived: ['where_to_test', 'known_issues'], delegatedFrom: 'u-omar' }),
        waivers: [{ ...waiver, usedAt: minutesAgo(25) }],
      }),
    }),
  'handoff-receiver-gone': () =>
    one({
      ...asSender,
      gone: { sender: false, receiver: true },
      handoff: storyHandoff('IN_VERIFICATION', {
        ...sent,
        offer: storyOffer({ ...toOmarOffer, acknowledgedAt: minutesAgo(14), takenBy: 'u-omar' }),
      }),
    }),
  'handoff-checking-stand-in': () =>
    one({
      ...asSender,
      handoffType: answeredFor,
      viewerStandsIn: true,
      gone: { sender: true, receiver: false },
      handoff: storyHandoff('IN_VERIFICATION', {
        receiver: toOmar,
        offer: storyOffer({ ...toOmarOffer, acknowledgedAt: minutesAgo(14), takenBy: 'u-omar' }),
      }),
    }),
  'handoff-waiting-sender': () => one({ ...asSender, handoff: storyHandoff('OFFERED', { ...sent, offer: storyOffer(toOmarOffer) }) }),
  'handoff-waiting-sender-not-notified': () =>
    one({
      ...asSender,
      notification: 'notSent',
      handoff: storyHandoff('OFFERED', { ...sent, offer: storyOffer({ ...toOmarOffer, remindedAt: minutesAgo(4) }) }),
    }),
  'handoff-waiting-receiver': () => one({ ...asReceiver, handoff: storyHandoff('OFFERED', { offer: storyOffer() }) }),
  'handoff-waiting-receiver-next-step': () =>
    one({
      ...asReceiver,
      handoffType: { ...storyType, nextStepRequired: true },
      handoff: storyHandoff('OFFERED', { offer: storyOffer() }),
    }),
  'handoff-waiting-group': () =>
    one({
      ...asReceiver,
      handoffType: poolType,
      handoff: storyHandoff('OFFERED', { receiver: null, offer: storyOffer({ receiver: pool }) }),
    }),
  'handoff-checking-receiver': () =>
    one({
      ...asReceiver,
      handoffType: poolType,
      handoff: storyHandoff('IN_VERIFICATION', {
        receiver: null,
        offer: storyOffer({ receiver: pool, acknowledgedAt: minutesAgo(14), takenBy: 'u-me' }),
        questions: [
          {
            ...question(true),
            askedBy: 'u-me',
            answer: { text: 'Northwind: https://staging.shop.example/accounts/88', by: 'u-maya', at: minutesAgo(8) },
          },
        ],
      }),
    }),
  'handoff-checking-receiver-marked': () => ({
    ...one({
      ...asReceiver,
      handoff: storyHandoff('IN_VERIFICATION', { offer: storyOffer({ acknowledgedAt: minutesAgo(14), takenBy: 'u-me' }) }),
    }),
    act: markWhereToTest,
  }),
  'handoff-checking-sender': () =>
    one({
      ...asSender,
      handoff: storyHandoff('IN_VERIFICATION', {
        ...sent,
        offer: storyOffer({ ...toOmarOffer, acknowledgedAt: minutesAgo(14), takenBy: 'u-omar' }),
      }),
    }),
  'handoff-checking-sender-question': () =>
    one({
      ...asSender,
      handoff: storyHandoff('IN_VERIFICATION', {
        ...sent,
        offer: storyOffer({ ...toOmarOffer, acknowledgedAt: minutesAgo(14), takenBy: 'u-omar' }),
        questions: [question(false)],
      }),
    }),
  'handoff-checking-other': () =>
    one({
      ...asReceiver,
      handoffType: poolType,
      handoff: storyHandoff('IN_VERIFICATION', {
        receiver: null,
        offer: storyOffer({ receiver: pool, acknowledgedAt: minutesAgo(14), takenBy: 'u-omar' }),
      }),
    }),
  'handoff-returned-sender': () => one({ earlierRounds, handoff: storyHandoff('RETURNED', { ...sent, returns: [returned] }) }),
  'handoff-returned-fixed': () =>
    one({ earlierRounds, handoff: storyHandoff('DRAFT', { ...sent, attempt: 2, returns: [returned] }) }, { handedOver: 4 }),
  'handoff-returned-receiver': () =>
    one({ ...asReceiver, earlierRounds, handoff: storyHandoff('RETURNED', { returns: [{ ...returned, by: 'u-me' }] }) }),
  'handoff-accepted-receiver': () =>
    one({ ...asReceiver, handoff: storyHandoff('ACCEPTED', { offer: storyOffer({ takenBy: 'u-me' }), acceptance }) }),
  'handoff-accepted-rated': () =>
    one({
      ...asReceiver,
      handoff: storyHandoff('ACCEPTED', {
        offer: storyOffer({ takenBy: 'u-me' }),
        acceptance,
        rating: { value: 4, comment: null, at: minutesAgo(1), changedAt: null },
        teamNotes: [{ by: 'u-maya', at: minutesAgo(2), text: 'Put the test account into the handoff next time.' }],
      }),
    }),
  'handoff-accepted-sender-question': () =>
    one({
      ...asSender,
      handoff: storyHandoff('ACCEPTED', {
        ...sent,
        offer: storyOffer({ ...toOmarOffer, takenBy: 'u-omar' }),
        acceptance: { ...acceptance, by: 'u-omar' },
        questions: [question(false)],
      }),
    }),
  'handoff-accepted-sender': () =>
    one({
      ...asSender,
      handoff: storyHandoff('ACCEPTED', {
        ...sent,
        offer: storyOffer({ ...toOmarOffer, takenBy: 'u-omar' }),
        acceptance: { ...acceptance, by: 'u-omar' },
      }),
    }),
  'handoff-accepted-back-at-start': () =>
    one({
      ...asSender,
      startsHere: true,
      handoff: storyHandoff('ACCEPTED', {
        ...sent,
        offer: storyOffer({ ...toOmarOffer, takenBy: 'u-omar' }),
        acceptance: { ...acceptance, by: 'u-omar' },
      }),
    }),
  'handoff-closed': () => one({ ended }),
  'handoff-withdrawn': () =>
    one({
      ended: {
        ...ended,
        state: 'CANCELLED',
        receiverId: null,
        acceptedAt: null,
        endedBy: 'u-maya',
        reason: 'The export is postponed to the next release.',
        rating: null,
      },
    }),
  'handoff-two-routes': () =>
    handoff(
      storyScreen([
        storyCard({ ...asReceiver, handoff: storyHandoff('OFFERED', { offer: storyOffer() }) }),
        storyCard({
          handoffType: { ...storyType, typeId: 'dev-to-docs', name: 'Dev → Docs', team: 'Docs' },
          toStatusName: 'In Documentation',
        }),
      ]),
    ),
  'handoff-read-only': () => one({ handoff: draft() }, { readOnly: true }),
  'handoff-not-saved': () => ({
    ...one({ handoff: draft() }, {}, neverSaved),
    act: async (page) => {
      await page.getByRole('textbox', { name: 'Where to test' }).fill('Staging, build 2318');
      await page.getByRole('button', { name: 'Try again' }).waitFor();
    },
  }),
  'handoff-conflict': () => ({
    ...one({ handoff: draft() }, {}, fasterOmar),
    act: async (page) => {
      await page.getByRole('textbox', { name: 'Where to test' }).fill('Staging, build 2318');
      await page.getByRole('button', { name: 'See both' }).click();
      await page.getByText('Test 2, build 2317').waitFor();
    },
  }),
  'handoff-unreachable': () => ({
    ...handoff(storyScreen([]), {
      'handoff.get': () => {
        throw new StoryRefusal('JIRA_UNAVAILABLE');
      },
    }),
    act: (page) => page.getByRole('button', { name: 'Try again' }).waitFor(),
  }),
};

import type { HandoffTimes, MyTime } from '../../../src/contract/times';
import type { TypeOptions } from '../../../src/domain/type/type-options';
import { fullItems, fullNote, minutesAgo, storyHandoff, storyOffer } from './handoff-samples';
import { asReceiver, asSender, draft, ended, one, sent, toOmarOffer } from './handoff-stories';
import { storyType } from './settings-stories';
import type { Story } from './story-page';

const options: Partial<TypeOptions> = {
  talk: 'required',
  due: { kind: 'nextWorkingDay' },
  readiness: 'blocks',
  overdueReminds: true,
  overdueEscalates: true,
  accountableId: 'u-me',
};
const handoffType = { ...storyType, options };
const talk = { pieces: 7, rule: 'pieces' } as const;
const dueAt = minutesAgo(-300);

/** The receiver works again in ten hours, and both work at once for two. */
const there: HandoffTimes = {
  receiver: { awayUntil: null, worksAgainAt: minutesAgo(-600) },
  shared: { minutes: 240, shiftMinutes: 0, slot: { from: minutesAgo(-60), to: minutesAgo(-180) } },
};
const away: HandoffTimes = {
  receiver: { awayUntil: minutesAgo(-3 * 1440), worksAgainAt: minutesAgo(-3 * 1440 - 500) },
  shared: { minutes: 0, shiftMinutes: 75, slot: null },
};
const holding = { ...storyType, options: { holdAllowed: true } };
const holdable: HandoffTimes = { receiver: null, shared: null, holdUntil: minutesAgo(-900) };
const mine: MyTime = {
  calendar: {
    zone: 'Europe/Berlin',
    week: [1, 2, 3, 4].map((day) => ({ day, from: 540, to: 1020 })),
    daysOff: ['2026-12-25'],
    version: 1,
  },
  awayUntil: null,
};

/** What the backend says about working times and the reader's own hours. */
export const timeAnswers = (times: HandoffTimes = there): Story['answers'] => ({ 'handoff.times': times, 'me.get': mine, 'me.save': mine });

/** What a type with times and talks switched on adds to the states of the Handoff screen; the viewer is Ana. */
export const timeStories: Readonly<Record<string, () => Story>> = {
  'handoff-time-ready-away': () => ({
    ...one({ handoffType, handoff: draft({ items: fullItems, note: fullNote }) }, {}, timeAnswers(away)),
    act: (page) => page.getByText('Hand off all the same').click(),
  }),
  'handoff-hold-form': () => ({
    ...one({ handoffType: holding, handoff: draft({ items: fullItems, note: fullNote }) }, {}, timeAnswers(holdable)),
    act: async (page) => {
      await page.getByText('Hold until…').click();
      await page.getByLabel('Hold until').waitFor();
    },
  }),
  'handoff-hold-held': () =>
    one(
      { handoffType: holding, handoff: draft({ items: fullItems, note: fullNote, hold: { until: minutesAgo(-900), by: 'u-me' } }) },
      {},
      timeAnswers(holdable),
    ),
  'handoff-hold-stuck': () =>
    one(
      {
        handoffType: holding,
        handoff: draft({ items: fullItems, note: fullNote, hold: { until: minutesAgo(40), by: 'u-me', stuck: 'away' } }),
      },
      {},
      timeAnswers(holdable),
    ),
  'handoff-hand-back': () =>
    one({
      ...asReceiver,
      viewerMayHandBack: true,
      handoff: storyHandoff('ACCEPTED', {
        offer: storyOffer({ takenBy: 'u-me', acknowledgedAt: minutesAgo(6) }),
        acceptance: { at: minutesAgo(5), by: 'u-me', nextStep: null, digest: 'd' },
      }),
    }),
  'handoff-ended-resolved': () =>
    one({
      ...asReceiver,
      handoff: null,
      ended: { ...ended, state: 'CANCELLED', endedBy: null, reason: 'ticketClosed', acceptedAt: null, receiverId: null, rating: null },
    }),
  'handoff-time-waiting-sender': () =>
    one(
      { ...asSender, handoffType, handoff: storyHandoff('OFFERED', { ...sent, offer: storyOffer({ ...toOmarOffer, dueAt, talk }) }) },
      {},
      timeAnswers(),
    ),
  'handoff-time-overdue': () =>
    one(
      {
        ...asSender,
        handoffType,
        handoff: storyHandoff('OFFERED', {
          ...sent,
          offer: storyOffer({
            ...toOmarOffer,
            dueAt: minutesAgo(5),
            overdueAt: minutesAgo(4),
            talk,
            readinessOverride: 'The release is tonight',
          }),
          talk: { loggedBy: 'u-omar', loggedAt: minutesAgo(10) },
        }),
      },
      {},
      timeAnswers(),
    ),
  'handoff-time-waiting-receiver': () =>
    one({ ...asReceiver, handoffType, handoff: storyHandoff('OFFERED', { offer: storyOffer({ dueAt, talk }) }) }, {}, timeAnswers()),
  'handoff-time-talked': () =>
    one(
      {
        ...asReceiver,
        handoffType,
        handoff: storyHandoff('IN_VERIFICATION', {
          offer: storyOffer({ dueAt, talk, takenBy: 'u-me', acknowledgedAt: minutesAgo(12) }),
          talk: { loggedBy: 'u-maya', loggedAt: minutesAgo(10), confirmedBy: 'u-me', confirmedAt: minutesAgo(9) },
          questions: [
            {
              questionId: 'q1',
              text: 'Which account has more than 10,000 invoices on staging?',
              askedBy: 'u-me',
              askedAt: minutesAgo(10),
              answer: null,
              duringTalk: true,
            },
          ],
        }),
      },
      {},
      timeAnswers(),
    ),
  'handoff-time-my-hours': () => ({
    ...one({ ...asReceiver, handoffType, handoff: storyHandoff('OFFERED', { offer: storyOffer({ dueAt }) }) }, {}, timeAnswers()),
    act: async (page) => {
      await page.getByText('My working hours').click();
      await page.getByLabel('Time zone').waitFor();
    },
  }),
  'handoff-alone-receiver': () =>
    one({
      viewerIsCandidate: true,
      startsHere: false,
      handoffType: { ...storyType, options: { selfAllowed: true } },
      handoff: storyHandoff('OFFERED', { sender: sent.sender!, offer: storyOffer({ self: true }) }),
    }),
};

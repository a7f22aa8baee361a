import type { Offer, Readback } from '../../../src/domain/handoff/handoff';
import { devToQa } from '../../../src/domain/type/starters/dev-to-qa';
import { entry, fullItems, fullNote, minutesAgo, storyHandoff, storyOffer } from './handoff-samples';
import { acceptance, asReceiver, asSender, draft, ended, mixedType, one, pool, poolType, sent, toOmarOffer } from './handoff-stories';
import { storyType } from './settings-stories';
import type { Story } from './story-page';

const riskType = { ...storyType, options: { riskAsked: true } } as const;
const checkedType = { ...storyType, items: devToQa.items } as const;
const quizType = { ...storyType, options: { verificationLevel: 2 } } as const;
const dualType = { ...storyType, options: { verificationLevel: 3, accountableId: 'u-omar' } } as const;

export const goodReadback: Readback = {
  at: minutesAgo(6),
  by: 'u-me',
  answers: [
    { questionId: 'recommendation', text: 'First I export the invoices of a really large customer', passed: true },
    { questionId: 'situation', text: 'The export used to load everything at once and timed out', passed: true },
    { questionId: 'where_to_test', text: 'I sign in on staging as the large customer', passed: true },
  ],
};
export const copiedReadback: Readback = {
  ...goodReadback,
  answers: goodReadback.answers.map((each, index) =>
    index === 2
      ? { ...each, text: 'Staging, build 2318, https://staging.shop.example/invoices\nLog in as invoices-test@shop.example', passed: false }
      : each,
  ),
};
export const correctedReadback: Readback = {
  ...goodReadback,
  answers: goodReadback.answers.map((each, index) => (index === 0 ? { ...each, correction: 'Northwind first, it is the largest' } : each)),
  heard: { by: 'u-maya', at: minutesAgo(3) },
};
export const readBackOffer = (readbacks: readonly Readback[]): Offer =>
  storyOffer({ acknowledgedAt: minutesAgo(14), takenBy: 'u-me', readbacks });

/** What accepting takes beyond a click, and what is found out after it; the viewer is Ana. */
export const verificationStories: Readonly<Record<string, () => Story>> = {
  'handoff-draft-high-risk': () =>
    one({ handoffType: riskType, handoff: draft({ items: fullItems, note: fullNote, risk: entry('high', 'u-me') }) }),
  'handoff-checks-marked': () => ({
    ...one({ ...asReceiver, handoffType: checkedType, handoff: storyHandoff('OFFERED', { offer: storyOffer() }) }),
    act: async (page) => {
      await page.getByRole('button', { name: 'Mark Build is stable as not right' }).click();
      await page.getByRole('checkbox', { name: 'Build is stable', checked: true }).waitFor();
    },
  }),
  'handoff-readback-first': () => one({ ...asReceiver, handoffType: quizType, handoff: storyHandoff('OFFERED', { offer: storyOffer() }) }),
  'handoff-readback-again': () =>
    one({ ...asReceiver, handoffType: quizType, handoff: storyHandoff('IN_VERIFICATION', { offer: readBackOffer([copiedReadback]) }) }),
  'handoff-readback-failed': () =>
    one({
      ...asReceiver,
      handoffType: quizType,
      handoff: storyHandoff('IN_VERIFICATION', { offer: readBackOffer([copiedReadback, correctedReadback]) }),
    }),
  'handoff-readback-passed': () =>
    one({ ...asReceiver, handoffType: quizType, handoff: storyHandoff('IN_VERIFICATION', { offer: readBackOffer([goodReadback]) }) }),
  'handoff-readback-heard-by-sender': () =>
    one({
      ...asSender,
      handoffType: quizType,
      handoff: storyHandoff('IN_VERIFICATION', {
        ...sent,
        offer: { ...readBackOffer([{ ...goodReadback, by: 'u-omar' }]), ...toOmarOffer, takenBy: 'u-omar' },
      }),
    }),
  'handoff-second-missing': () =>
    one({ ...asReceiver, handoffType: dualType, handoff: storyHandoff('IN_VERIFICATION', { offer: readBackOffer([goodReadback]) }) }),
  'handoff-second-signs': () =>
    one({
      ...asReceiver,
      handoffType: { ...poolType, options: { verificationLevel: 3, accountableId: 'u-me', waiversAllowed: true } },
      handoff: storyHandoff('IN_VERIFICATION', {
        receiver: null,
        risk: entry('high'),
        offer: storyOffer({ receiver: pool, acknowledgedAt: minutesAgo(14), takenBy: 'u-omar' }),
      }),
    }),
  'handoff-changed-after-sign-off': () =>
    one({
      ...asReceiver,
      handoffType: mixedType,
      handoff: storyHandoff('ACCEPTED', { offer: storyOffer({ takenBy: 'u-me' }), acceptance }),
      changedAfterSignOff: {
        digest: 'cd'.repeat(32),
        changes: [
          { itemId: 'fix_version', was: '4.2', is: '4.3' },
          { itemId: 'screenshots', was: '2', is: '3' },
        ],
      },
    }),
  'handoff-rework-recorded': () =>
    one({
      ...asReceiver,
      handoff: storyHandoff('ACCEPTED', {
        offer: storyOffer({ takenBy: 'u-me' }),
        acceptance,
        reworks: [
          {
            kind: 'receiver',
            at: minutesAgo(2),
            by: 'u-me',
            text: 'The account had no invoices in it.',
            itemIds: ['where_to_test'],
            sectionIds: [],
            movedAt: null,
          },
          { kind: 'status', at: minutesAgo(1), by: null, text: null, itemIds: [], sectionIds: [], movedAt: minutesAgo(1) },
        ],
      }),
    }),
  'handoff-rework-recording': () => ({
    ...one({ ended: { ...ended, acceptedAt: minutesAgo(9_000) } }),
    act: (page) => page.getByRole('button', { name: 'Something was missing' }).click(),
  }),
  'handoff-removing': () => ({
    ...one({ ended }, {}, { 'handoff.timeline': { entries: [], people: {}, isWhole: true, canVoid: true } }),
    act: async (page) => {
      await page.getByText('Timeline').click();
      await page.getByRole('button', { name: 'Remove: entered in error' }).click();
    },
  }),
};

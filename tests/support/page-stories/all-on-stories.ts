import type { HandoffScreen } from '../../../src/contract/handoff-screen';
import type { Handoff } from '../../../src/domain/handoff/handoff';
import { everyOption } from '../every-option';
import { entry, minutesAgo, storyHandoff, storyOffer } from './handoff-samples';
import { acceptance, asReceiver, asSender, handoffStories, one, sent, toOmarOffer, waiver } from './handoff-stories';
import { storyType } from './settings-stories';
import type { Story } from './story-page';
import { timeAnswers, timeStories } from './time-stories';
import { copiedReadback, correctedReadback, goodReadback, readBackOffer, verificationStories } from './verification-stories';

/** One state of experience.md 6 each, and what only an option brings, by the story that shows it alone. */
const STATES: readonly string[] = [
  'handoff-nothing-prepared',
  'handoff-draft-3-left',
  'handoff-ready-sender',
  'handoff-time-ready-away',
  'handoff-draft-others',
  'handoff-handing-off',
  'handoff-not-handed-off',
  'handoff-receiver-gone',
  'handoff-waiting-sender',
  'handoff-time-overdue',
  'handoff-waiting-receiver',
  'handoff-waiting-group',
  'handoff-checking-receiver',
  'handoff-checking-receiver-marked',
  'handoff-checking-sender',
  'handoff-checking-sender-question',
  'handoff-checking-other',
  'handoff-readback-again',
  'handoff-returned-sender',
  'handoff-returned-receiver',
  'handoff-accepted-receiver',
  'handoff-accepted-sender',
  'handoff-accepted-sender-question',
  'handoff-closed',
  'handoff-withdrawn',
  'handoff-two-routes',
];

/** Whoever answers for the type where the story names nobody. */
const ACCOUNTABLE = 'u-tom';

const checkedByOmar = { ...toOmarOffer, acknowledgedAt: minutesAgo(14), takenBy: 'u-omar' } as const;
const failedTwice = readBackOffer([copiedReadback, correctedReadback]);
const signed = { secondSignature: { by: ACCOUNTABLE, at: minutesAgo(4) } } as const;

const asAccountable = {
  startsHere: false,
  viewerStandsIn: true,
  viewerMayWaive: true,
  handoffType: { ...storyType, options: { accountableId: 'u-me' } },
} as const;

/** States that need several options at once; the viewer is Ana. */
const TOGETHER: Readonly<Record<string, () => Story>> = {
  'handoff-bypassed-read': () =>
    one(
      { startsHere: false, bypass: { typeId: 'dev-to-qa', at: minutesAgo(30), by: 'u-omar', path: 'move' } },
      { viewer: { accountId: 'u-me', canEdit: false } },
    ),
  'handoff-readback-talk-left': () =>
    one({ ...asReceiver, handoff: storyHandoff('IN_VERIFICATION', { offer: failedTwice, talk: undone('u-me') }) }),
  'handoff-readback-talk-to-confirm': () =>
    one({
      ...asSender,
      handoff: storyHandoff('IN_VERIFICATION', {
        ...sent,
        offer: { ...failedTwice, ...checkedByOmar, readbacks: failedTwice.readbacks?.map((each) => ({ ...each, by: 'u-omar' })) ?? [] },
        talk: undone('u-omar'),
      }),
    }),
  'handoff-hearback-correcting': () => ({
    ...one({
      ...asSender,
      handoff: storyHandoff('IN_VERIFICATION', {
        ...sent,
        offer: { ...readBackOffer([{ ...goodReadback, by: 'u-omar' }]), ...checkedByOmar },
      }),
    }),
    act: (page) => page.getByRole('button', { name: 'Correct Recommendation' }).click(),
  }),
  'handoff-second-signs-accountable': () =>
    one({ ...asAccountable, handoff: storyHandoff('IN_VERIFICATION', { offer: storyOffer(checkedByOmar), risk: entry('high') }) }),
  'handoff-letting-accept': () => ({
    ...one({ ...asAccountable, handoff: storyHandoff('IN_VERIFICATION', { offer: storyOffer(checkedByOmar) }) }),
    act: (page) => page.getByRole('button', { name: 'Let it be accepted without checking…' }).click(),
  }),
  'handoff-may-be-accepted': () =>
    one({
      ...asReceiver,
      handoff: storyHandoff('IN_VERIFICATION', {
        offer: storyOffer({ acknowledgedAt: minutesAgo(14), takenBy: 'u-me' }),
        waivers: [{ ...waiver, reason: 'The two built it together.', kinds: ['readback', 'talk'] }],
      }),
    }),
  'handoff-everything-done': () =>
    one({
      ...asReceiver,
      handoff: storyHandoff('IN_VERIFICATION', {
        offer: { ...readBackOffer([{ ...goodReadback, heard: { by: 'u-maya', at: minutesAgo(3) } }]), ...signed },
        talk: { ...undone('u-maya'), confirmedBy: 'u-me', confirmedAt: minutesAgo(7) },
      }),
    }),
  'handoff-asking-after-acceptance': () => ({
    ...one({ ...asReceiver, handoff: storyHandoff('ACCEPTED', { offer: storyOffer({ takenBy: 'u-me' }), acceptance }) }),
    act: (page) => page.getByRole('button', { name: 'Ask', exact: true }).click(),
  }),
};

/** One of the two said that they talked. */
function undone(loggedBy: string): NonNullable<Handoff['talk']> {
  return { loggedBy, loggedAt: minutesAgo(8) };
}

/** Every state of the Handoff screen for types that have every option on; `all-on-` and the state's own name. */
export const allOnStories: Readonly<Record<string, () => Story>> = Object.fromEntries(
  [...STATES, ...Object.keys(TOGETHER)].map((name) => [
    name.replace(/^handoff-/u, 'all-on-'),
    (): Story => {
      const story = { ...handoffStories, ...verificationStories, ...timeStories, ...TOGETHER }[name]?.();
      if (story === undefined) throw new Error(`there is no story ${name}`);
      return {
        ...story,
        answers: { ...timeAnswers(), ...story.answers, 'handoff.get': () => allOn(screenOf(story)) },
      };
    },
  ]),
);

function screenOf({ answers }: Story): HandoffScreen {
  const shown = answers['handoff.get'];
  if (shown === undefined) throw new Error('this story shows no screen');
  return typeof shown === 'function' ? shown({}) : shown;
}

/** The screen for types with every option on; an answer is due and much to talk about wherever somebody was asked. */
function allOn(screen: HandoffScreen): HandoffScreen {
  const tom = { accountId: ACCOUNTABLE, displayName: 'Tom Okafor', avatarUrl: null, active: true };
  return {
    ...screen,
    people: { ...screen.people, [ACCOUNTABLE]: tom },
    cards: screen.cards.map((card) => ({
      ...card,
      handoff: card.handoff === null ? null : withTerms(card.handoff),
      handoffType: { ...card.handoffType, options: everyOption(card.handoffType.options?.accountableId ?? ACCOUNTABLE) },
    })),
  };
}

function withTerms(handoff: Handoff): Handoff {
  const { offer } = handoff;
  return offer === null ? handoff : { ...handoff, offer: { dueAt: minutesAgo(-190), talk: { pieces: 7, rule: 'pieces' }, ...offer } };
}

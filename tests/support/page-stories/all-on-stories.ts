import type { HandoffScreen } from '../../../src/contract/handoff-screen';
import { everyOption } from '../every-option';
import { handoffStories } from './handoff-stories';
import type { Story } from './story-page';

/** One state of experience.md 6 each, by the story that shows it with everything off. */
const STATES: readonly string[] = [
  'handoff-nothing-prepared',
  'handoff-draft-3-left',
  'handoff-ready-sender',
  'handoff-draft-others',
  'handoff-handing-off',
  'handoff-not-handed-off',
  'handoff-waiting-sender',
  'handoff-waiting-receiver',
  'handoff-waiting-group',
  'handoff-checking-receiver',
  'handoff-checking-receiver-marked',
  'handoff-checking-sender',
  'handoff-checking-sender-question',
  'handoff-checking-other',
  'handoff-returned-sender',
  'handoff-returned-receiver',
  'handoff-accepted-receiver',
  'handoff-accepted-sender',
  'handoff-accepted-sender-question',
  'handoff-closed',
  'handoff-withdrawn',
  'handoff-two-routes',
];

const ACCOUNTABLE = 'u-tom';

/** Every state of the Handoff screen for types that have every option on; `all-on-` and the state's own name. */
export const allOnStories: Readonly<Record<string, () => Story>> = Object.fromEntries(
  STATES.map((name) => [
    name.replace(/^handoff-/u, 'all-on-'),
    (): Story => {
      const story = handoffStories[name]?.();
      if (story === undefined) throw new Error(`there is no story ${name}`);
      const shown = story.answers['handoff.get'];
      if (shown === undefined) throw new Error(`${name} shows no screen`);
      return {
        ...story,
        answers: { ...story.answers, 'handoff.get': (payload) => allOn(typeof shown === 'function' ? shown(payload) : shown) },
      };
    },
  ]),
);

function allOn(screen: HandoffScreen): HandoffScreen {
  const tom = { accountId: ACCOUNTABLE, displayName: 'Tom Okafor', avatarUrl: null, active: true };
  return {
    ...screen,
    people: { ...screen.people, [ACCOUNTABLE]: tom },
    cards: screen.cards.map((card) => ({ ...card, handoffType: { ...card.handoffType, options: everyOption(ACCOUNTABLE) } })),
  };
}

import type { DecisionContext } from '../../src/domain/handoff/command';
import type { ModelHandoff } from './model-handoff';
import { laterOf } from './model-text';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MOST_PIECES_WITHOUT_TALK = 5;

/** What belongs to one offer, before anybody did anything about it. */
const UNTOUCHED = {
  takenBy: null,
  isReminded: false,
  isReacted: false,
  isNotedOverdue: false,
  talk: null,
  isTalkWaived: false,
  readbacks: [],
  secondSigner: null,
  hold: null,
} as const;

/** What is there of an offer while there is none. */
export const NOT_OFFERED = { ...UNTOUCHED, asked: null, askedAt: '', dueAt: '', isTalkAdvised: false } as const;

/** Somebody is asked, from now on. */
export function offerTo(asked: string | null, handoff: ModelHandoff, context: DecisionContext): Partial<ModelHandoff> {
  const { due, talk = 'off' } = context.handoffType.options ?? {};
  const at = laterOf(context.now, handoff.changedAt);
  const isRisky = handoff.values['risk']?.value === 'high';
  return {
    ...UNTOUCHED,
    state: 'OFFERED',
    saysMovedIncomplete: false,
    asked,
    askedAt: at,
    dueAt: due?.kind === 'workingHours' ? afterWorkingHours(at, due.hours) : '',
    isTalkAdvised: talk !== 'off' && (isRisky || piecesOf(handoff, context) > MOST_PIECES_WITHOUT_TALK),
  };
}

/** The pull request, where and how to test it, when to meet, each special care, a fix version, and every open question (S-138). */
function piecesOf({ values, questions }: ModelHandoff, { issue }: DecisionContext): number {
  const said = ['item:pr', 'item:where', 'item:how', 'item:meeting'].filter((field) =>
    /^(?:text:|link:|when )/u.test(values[field]?.value ?? ''),
  );
  const [, ...cares] = values['item:care']?.value?.split(' ') ?? [];
  const open = questions.filter(({ isAnswered, isWithdrawn }) => !isAnswered && !isWithdrawn);
  const care = cares.filter((id) => id !== 'none').length;
  return said.length + care + open.length + (issue.filledFieldIds.includes('fixVersions') ? 1 : 0);
}

/** Monday to Friday, 9 to 17 UTC. */
function afterWorkingHours(at: string, hours: number): string {
  let left = hours * HOUR_MS;
  for (let midnight = Math.floor(Date.parse(at) / DAY_MS) * DAY_MS; ; midnight += DAY_MS) {
    const weekday = new Date(midnight).getUTCDay();
    if (weekday === 0 || weekday === 6) continue;
    const from = Math.max(Date.parse(at), midnight + 9 * HOUR_MS);
    const open = Math.max(0, midnight + 17 * HOUR_MS - from);
    if (left <= open) return new Date(from + left).toISOString();
    left -= open;
  }
}

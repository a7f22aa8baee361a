import { createWorkingClock, type WorkingClock } from '../calendar/working-clock';
import type { Instant } from '../handoff/handoff';
import { LONG_CHAIN_FROM } from '../handoff/limits';
import { inMonth, isAccepted, isMature, punctuality, returnsOf, wasOverdue, wasReworked, type MetricWindows } from './cohort';
import { PING_PONG_FROM } from './digest-counts';
import { calendarHoursOf, checksOf, cyclesOf, preparationOf, reactionsOf, worksOf } from './digest-times';
import { roundStored } from './durations';
import type { MeasuredHandoff } from './measured-handoff';
import { TO_AND_FRO_FROM } from './month-digest';

/** One handoff a number was made of. Nobody is named, and no rating is told (S-131, design decision 11). */
export interface HandoffBehind {
  readonly handoffId: string;
  readonly issueId: string;
  /** How often the number counts it, or for a time its hours; of several the longest. */
  readonly amount: number;
}

/** What a number is judged with: the moment it is known for, and how long a handoff may still change it. */
interface Judged {
  readonly asOf: Instant;
  readonly windows: MetricWindows;
}

/** How often a number counts a handoff; 0: not at all. The definitions are those of `sharesOf` and `countsOf`. */
const TIMES_COUNTED = {
  dropped: (handoff: MeasuredHandoff, judged: Judged) => Number(isDropped(handoff, judged)),
  /** What `firstPass` leaves of the decided. */
  notFirstTime: ({ offers }: MeasuredHandoff) => Number(offers.find(({ outcome }) => outcome !== 'undecided')?.outcome === 'returned'),
  returned: returnsOf,
  error: (handoff: MeasuredHandoff, judged: Judged) =>
    Number(isMatureNow(handoff, judged) && (returnsOf(handoff) > 0 || isReworked(handoff, judged))),
  rework: (handoff: MeasuredHandoff, judged: Judged) => Number(isMatureNow(handoff, judged) && isReworked(handoff, judged)),
  /** Moves past it (M13). */
  bypass: ({ bypasses = 0 }: MeasuredHandoff) => bypasses,
  questions: (handoff: MeasuredHandoff) => (isAccepted(handoff) ? handoff.questions.before + handoff.questions.after : 0),
  overdue: (handoff: MeasuredHandoff, { asOf }: Judged) =>
    handoff.offers.filter((_, index) => punctuality(handoff, index, asOf) === 'overdue').length,
  /** What `readback` leaves of those that gave one. */
  notReadBack: ({ readbackFirst }: MeasuredHandoff) => Number(readbackFirst === 'failed'),
  /** What `talk` leaves of the accepted that were advised to. */
  notTalked: (handoff: MeasuredHandoff) => Number(isAccepted(handoff) && handoff.talk !== undefined && handoff.talk !== 'confirmed'),
  pingPong: (handoff: MeasuredHandoff) => Number(handoff.handsBack === true || returnsOf(handoff) >= PING_PONG_FROM),
  /** Its questions that nobody answered. */
  unanswered: ({ openQuestions = 0 }: MeasuredHandoff) => openQuestions,
  readiness: ({ readinessOverridden }: MeasuredHandoff) => Number(readinessOverridden === true),
  /** Its place in a long chain; the number counts the work item once (S-128). */
  longChain: ({ acceptedAt, chainPosition = 1 }: MeasuredHandoff) =>
    acceptedAt !== null && chainPosition >= LONG_CHAIN_FROM ? chainPosition : 0,
  /** Its changes of direction, where there were so many; the number counts the work item once (M09). */
  toAndFro: ({ acceptedAt, reversals = 0 }: MeasuredHandoff) => (acceptedAt !== null && reversals >= TO_AND_FRO_FROM ? reversals : 0),
  /** Neither accepted nor ended. */
  open: ({ acceptedAt, ended }: MeasuredHandoff) => Number(acceptedAt === null && ended === null),
} satisfies Record<string, (handoff: MeasuredHandoff, judged: Judged) => number>;

/** The hours of a handoff that stand in a time, if any. */
const HOURS = {
  cycleWorking: cyclesOf,
  cycleCalendar: calendarHoursOf,
  firstWork: worksOf,
  acknowledge: reactionsOf,
  checking: checksOf,
  preparation: preparationOf,
} satisfies Record<string, (handoff: MeasuredHandoff, clock: WorkingClock) => readonly number[]>;

/** A time with handoffs behind it. */
export type TimeFigure = keyof typeof HOURS;

/** A number with handoffs behind it. Ratings are none. */
export type Figure = keyof typeof TIMES_COUNTED | TimeFigure;

/** Numbers that count a work item once, whichever of its handoffs came to it. */
const OF_WORK_ITEMS: readonly Figure[] = ['longChain', 'toAndFro'];

/**
 * The handoffs behind one number of a month: newest first, and for a time the slowest first. Of a number of work items the newest of each.
 *
 * @param handoffs In any order; those of other months and those to oneself (E2) are passed over, as in the number.
 * @param month `yyyy-mm`.
 */
export function behindNumber(
  handoffs: readonly MeasuredHandoff[],
  month: string,
  figure: Figure,
  judged: Judged,
): readonly HandoffBehind[] {
  const clock = createWorkingClock();
  const amountOf = (handoff: MeasuredHandoff): number | null =>
    isTime(figure) ? longestOf(HOURS[figure](handoff, clock)) : TIMES_COUNTED[figure](handoff, judged) || null;
  const behind = inMonth(handoffs, month)
    .flatMap((handoff) => {
      const amount = amountOf(handoff);
      return amount === null ? [] : [{ handoff, amount }];
    })
    .sort((one, other) => (isTime(figure) ? other.amount - one.amount : 0) || byNewest(one.handoff, other.handoff))
    .map(({ handoff: { handoffId, issueId }, amount }) => ({ handoffId, issueId, amount }));
  return OF_WORK_ITEMS.includes(figure) ? newestOfEach(behind) : behind;
}

/** @param behind Newest first. */
function newestOfEach(behind: readonly HandoffBehind[]): readonly HandoffBehind[] {
  const newest = new Map(behind.toReversed().map((each) => [each.issueId, each]));
  return behind.filter((each) => newest.get(each.issueId) === each);
}

/** Whether what stands behind it is told in hours. */
function isTime(figure: Figure): figure is TimeFigure {
  return figure in HOURS;
}

function longestOf(hours: readonly number[]): number | null {
  return hours.length === 0 ? null : roundStored(Math.max(...hours));
}

function isMatureNow(handoff: MeasuredHandoff, { asOf, windows }: Judged): boolean {
  return isAccepted(handoff) && isMature(handoff, asOf, windows);
}

function isReworked(handoff: MeasuredHandoff, { windows }: Judged): boolean {
  return isAccepted(handoff) && wasReworked(handoff, windows);
}

function isDropped(handoff: MeasuredHandoff, judged: Judged): boolean {
  const isLate = wasOverdue(handoff, judged.asOf);
  if (handoff.acceptedAt === null) return handoff.ended === null && isLate;
  return isMatureNow(handoff, judged) && (returnsOf(handoff) > 0 || isLate || isReworked(handoff, judged));
}

/** Latest first offer first; ids keep the order the same whatever order they arrive in. */
function byNewest(one: MeasuredHandoff, other: MeasuredHandoff): number {
  const [at = '', otherAt = ''] = [one.offers[0]?.at, other.offers[0]?.at];
  if (at !== otherAt) return at < otherAt ? 1 : -1;
  return one.handoffId < other.handoffId ? -1 : 1;
}

import { addDays, addMonths } from '../calendar/calendar-day';
import { fromDate, toWeekday } from '../calendar/wall-clock';
import type { TypeOptions } from '../type/type-options';
import type { Signed } from './review';

/** Working day of the next month on which a monthly review is due (S-126). */
const DUE_ON_WORKING_DAY = 5;

const FRIDAY = 5;

/** What is known of a type's reviews without reading them. */
export interface ReviewFacts {
  readonly option: TypeOptions['review'];
  /** Month of the review under way, `yyyy-mm`; null: none is. */
  readonly openMonth: string | null;
  /** The month before this one. */
  readonly lastMonth: string;
  /** Something was handed off in it. */
  readonly hadHandoffs: boolean;
  /** Who finished the review of it, and when; null: nobody. */
  readonly reviewed: Signed | null;
  /** The server's day, `yyyy-mm-dd`. */
  readonly today: string;
}

/** How a type stands with its reviews. */
export interface ReviewStanding {
  /** The month it is about, `yyyy-mm`. */
  readonly month: string;
  readonly state: 'open' | 'reviewed' | 'notYet';
  /** Only where a type is reviewed monthly and this month is not reviewed: the day, and whether it has passed. */
  readonly due: { readonly dueOn: string; readonly isOverdue: boolean } | null;
}

/** Day a month's review is due: Monday to Friday are working days, since a type has no calendar of its own. */
export function reviewDueOn(month: string): string {
  let day = addDays(addMonths(`${month}-01`, 1), -1);
  for (let workingDays = 0; workingDays < DUE_ON_WORKING_DAY;) {
    day = addDays(day, 1);
    if (toWeekday(fromDate(day)) <= FRIDAY) workingDays += 1;
  }
  return day;
}

/** What stands next for a type: the review under way, else that of the last month where it had handoffs, else of the month going on. */
export function reviewStanding(facts: ReviewFacts): ReviewStanding {
  const { openMonth, lastMonth, hadHandoffs, reviewed, today } = facts;
  if (openMonth !== null) return { month: openMonth, state: 'open', due: dueOf(facts, openMonth) };
  if (reviewed !== null) return { month: lastMonth, state: 'reviewed', due: null };
  if (hadHandoffs) return { month: lastMonth, state: 'notYet', due: dueOf(facts, lastMonth) };
  return { month: today.slice(0, 7), state: 'notYet', due: null };
}

/** Nothing is due unless the type says so, and never while the month still goes on. */
function dueOf({ option, today }: ReviewFacts, month: string): ReviewStanding['due'] {
  if (option !== 'monthly' || month >= today.slice(0, 7)) return null;
  const dueOn = reviewDueOn(month);
  return { dueOn, isOverdue: today > dueOn };
}

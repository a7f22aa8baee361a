import type { Instant } from '../handoff/handoff';
import type { DueRule } from '../type/type-options';
import { fromDate, fromWall, toInstant } from './wall-clock';
import { addDays, defaultCalendar, localDate, type WorkingCalendar } from './working-calendar';
import { addWorkingHours, endOfNextWorkingDay, nextOpen } from './working-time';

/** When one side of a handoff works, as it stands now. */
export interface SideTime {
  readonly calendar: WorkingCalendar;
  /** Local date `yyyy-mm-dd` on which the person is back; null while not away. */
  readonly awayUntil: string | null;
}

/** Both sides of one handoff. */
export interface Sides {
  readonly sender: SideTime;
  readonly receiver: SideTime;
}

/** A side nobody said anything about: Monday to Friday, 9 to 17 UTC. */
export const UNKNOWN_SIDE: SideTime = { calendar: defaultCalendar('UTC'), awayUntil: null };

/** Until when the person is away; null while they are not (S-050). */
export function awayUntil({ calendar, awayUntil: date }: SideTime, now: Instant): Instant | null {
  if (date === null) return null;
  const back = toInstant(fromWall(fromDate(date), calendar.zone));
  return back > now ? back : null;
}

/** When the person works next, absence counted in; null while they work now, or where their calendar never opens (E24). */
export function worksAgainAt(side: SideTime, now: Instant): Instant | null {
  const from = awayUntil(side, now) ?? now;
  const at = nextOpen(from, side.calendar);
  return at === null || at <= now ? null : at;
}

/** When the person's next working day begins, absence counted in; null where their calendar never opens (S-123). */
export function nextDayStart(side: SideTime, now: Instant): Instant | null {
  const { calendar } = side;
  const tomorrow = toInstant(fromWall(fromDate(addDays(localDate(now, calendar), 1)), calendar.zone));
  const back = awayUntil(side, now);
  return nextOpen(back !== null && back > tomorrow ? back : tomorrow, calendar);
}

/**
 * When an answer is due that was asked for at `from`, in the answering side's working time: nothing runs while they are away (E24), and
 * a calendar that never opens counts as Monday to Friday, 9 to 17.
 */
export function dueAt(rule: DueRule, side: SideTime, from: Instant): Instant {
  const back = awayUntil(side, from);
  return (
    dueIn(rule, side, { from, back }) ?? dueIn(rule, { ...side, calendar: defaultCalendar(side.calendar.zone) }, { from, back }) ?? from
  );
}

function dueIn(
  rule: DueRule,
  { calendar, awayUntil: date }: SideTime,
  { from, back }: { readonly from: Instant; readonly back: Instant | null },
): Instant | null {
  if (rule.kind === 'workingHours') return addWorkingHours(back ?? from, rule.hours, calendar);
  // The day of coming back is the next working day, if it is one.
  const lastDayAway = back === null || date === null ? from : toInstant(fromWall(fromDate(addDays(date, -1)), calendar.zone));
  return localDate(from, calendar) > localDate(lastDayAway, calendar)
    ? endOfNextWorkingDay(from, calendar)
    : endOfNextWorkingDay(lastDayAway, calendar);
}

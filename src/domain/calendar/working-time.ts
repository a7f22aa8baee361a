import type { Instant } from '../handoff/handoff';
import { toInstant, toMs } from './wall-clock';
import { addDays, localDate, openFrom, openOn, type WorkingCalendar } from './working-calendar';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

/** A calendar that does not open within this many days never does. */
const NEVER_AFTER_DAYS = 400;

/** Working hours in [from, to): the `W(a, b, cal)` of domain.md 3.1 rule 3; 0 where `to` is not after `from`. */
export function workingHours(from: Instant, to: Instant, calendar: WorkingCalendar): number {
  const [fromMs, toMsExclusive] = [toMs(from), toMs(to)];
  if (fromMs >= toMsExclusive) return 0;
  let openMs = 0;
  for (const stretch of openFrom(fromMs, calendar, Math.ceil((toMsExclusive - fromMs) / DAY_MS) + 2)) {
    if (stretch.from >= toMsExclusive) break;
    openMs += Math.min(stretch.to, toMsExclusive) - stretch.from;
  }
  return openMs / HOUR_MS;
}

/** The instant by which `hours` of working time have passed since `from`; null where the calendar does not open that long. */
export function addWorkingHours(from: Instant, hours: number, calendar: WorkingCalendar): Instant | null {
  let leftMs = hours * HOUR_MS;
  if (leftMs <= 0) return from;
  for (const stretch of openFrom(toMs(from), calendar, NEVER_AFTER_DAYS)) {
    const lengthMs = stretch.to - stretch.from;
    if (leftMs <= lengthMs) return toInstant(stretch.from + leftMs);
    leftMs -= lengthMs;
  }
  return null;
}

/** The end of the first working day after the local day of `from`; null where there is none. */
export function endOfNextWorkingDay(from: Instant, calendar: WorkingCalendar): Instant | null {
  const today = localDate(from, calendar);
  for (let day = 1; day <= NEVER_AFTER_DAYS; day += 1) {
    const end = openOn(addDays(today, day), calendar).at(-1)?.to;
    if (end !== undefined && end > toMs(from)) return toInstant(end);
  }
  return null;
}

/** When it is open next: `from` itself while it is open; null where it never is again. */
export function nextOpen(from: Instant, calendar: WorkingCalendar): Instant | null {
  for (const stretch of openFrom(toMs(from), calendar, NEVER_AFTER_DAYS)) return toInstant(stretch.from);
  return null;
}

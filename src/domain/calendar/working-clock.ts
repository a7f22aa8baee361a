import type { Instant } from '../handoff/handoff';
import { toDate, toMs } from './wall-clock';
import { openOn, type OpenStretch, type WorkingCalendar } from './working-calendar';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

/** A local date may begin this long before the same date of UTC, and a shift of the evening before reaches into it. */
const DAYS_BEFORE = 2;

/** Stretches by the day they begin on, counted from 1970-01-01. */
type KnownDays = Map<number, readonly OpenStretch[]>;

/** Working hours in [from, to), 0 where `to` is not after `from`; the same as `workingHours`. */
export type WorkingClock = (from: Instant, to: Instant, calendar: WorkingCalendar) => number;

/**
 * A clock that looks every date of a calendar up once, for thousands of durations over the same few months: reading what a wall clock
 * shows is what working time costs. It remembers as long as it is held, so hold it for one computation.
 */
export function createWorkingClock(): WorkingClock {
  const byContent = new Map<string, KnownDays>();
  return (from, to, calendar) => {
    const [fromMs, untilMs] = [toMs(from), toMs(to)];
    if (fromMs >= untilMs) return 0;
    const known = daysOf(calendar, byContent);
    let openMs = 0;
    let reachedMs = fromMs;
    for (let day = Math.floor(fromMs / DAY_MS) - DAYS_BEFORE; (day - 1) * DAY_MS < untilMs; day += 1) {
      const stretches = known.get(day) ?? openOn(toDate(day * DAY_MS), calendar);
      known.set(day, stretches);
      for (const stretch of stretches) {
        const end = Math.min(stretch.to, untilMs);
        openMs += Math.max(0, end - Math.max(stretch.from, reachedMs));
        reachedMs = Math.max(reachedMs, end);
      }
    }
    return openMs / HOUR_MS;
  };
}

/** Calendars of equal content share their dates: each handoff carries a copy of its own. */
function daysOf({ zone, week, daysOff }: WorkingCalendar, byContent: Map<string, KnownDays>): KnownDays {
  const content = JSON.stringify([zone, week, daysOff]);
  const known = byContent.get(content) ?? new Map<number, readonly OpenStretch[]>();
  byContent.set(content, known);
  return known;
}

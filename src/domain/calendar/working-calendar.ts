import { fromDate, fromWall, isZone, toDate, toMs, toWall, toWeekday } from './wall-clock';
import type { Instant } from '../handoff/handoff';

/** Working time that begins on one day of the week, in minutes after local midnight. */
export interface OpenHours {
  /** 1 Monday to 7 Sunday. */
  readonly day: number;
  /** 0 to 1,439. */
  readonly from: number;
  /** 1 to 1,440; not after `from` it ends on the next day, so a night shift is one entry. */
  readonly to: number;
}

/** When somebody works: local wall-clock times in their zone, whatever its clock does (domain.md 3.1 rule 3). */
export interface WorkingCalendar {
  /** IANA name, for example `Europe/London`. */
  readonly zone: string;
  readonly week: readonly OpenHours[];
  /** Local dates `yyyy-mm-dd` on which nothing begins. */
  readonly daysOff: readonly string[];
  /** 0 for one nobody set; grows by one whenever its owner changes it, so that an offer can name the one it was made with (E27). */
  readonly version: number;
}

const DAY_MS = 24 * 60 * 60_000;
const MINUTE_MS = 60_000;
const MINUTES_PER_DAY = 24 * 60;

/** Monday to Friday, 9 to 17, where somebody said nothing else. */
export function defaultCalendar(zone: string): WorkingCalendar {
  return {
    zone: isZone(zone) ? zone : 'UTC',
    week: [1, 2, 3, 4, 5].map((day) => ({ day, from: 9 * 60, to: 17 * 60 })),
    daysOff: [],
    version: 0,
  };
}

/** One stretch of working time, ms since the epoch; `from` belongs to it, `to` does not. */
export interface OpenStretch {
  readonly from: number;
  readonly to: number;
}

/** Working time that begins on one local date, earliest first, without overlaps. */
export function openOn(date: string, calendar: WorkingCalendar): OpenStretch[] {
  if (calendar.daysOff.includes(date)) return [];
  const midnight = fromDate(date);
  const weekday = toWeekday(midnight);
  const stretches = calendar.week
    .filter(({ day }) => day === weekday)
    .map(({ from, to }) => ({
      from: fromWall(midnight + from * MINUTE_MS, calendar.zone),
      to: fromWall(midnight + (to > from ? to : to + MINUTES_PER_DAY) * MINUTE_MS, calendar.zone),
    }));
  return merge(stretches);
}

/** The local date it is at an instant. */
export function localDate(at: Instant, { zone }: WorkingCalendar): string {
  return toDate(toWall(toMs(at), zone));
}

/** The date so many days after another. */
export function addDays(date: string, days: number): string {
  return toDate(fromDate(date) + days * DAY_MS);
}

/**
 * Working time from the local date of `fromMs` on, earliest first, without overlaps. A shift that began the evening before is in it.
 *
 * @param days How many local dates are looked at.
 */
export function* openFrom(fromMs: number, calendar: WorkingCalendar, days: number): Generator<OpenStretch> {
  const first = addDays(toDate(toWall(fromMs, calendar.zone)), -1);
  let reachedMs = fromMs;
  for (let index = 0; index < days + 1; index += 1) {
    for (const { from, to } of openOn(addDays(first, index), calendar)) {
      if (to <= reachedMs) continue;
      yield { from: Math.max(from, reachedMs), to };
      reachedMs = to;
    }
  }
}

function merge(stretches: readonly OpenStretch[]): OpenStretch[] {
  const sorted = stretches.filter(({ from, to }) => to > from).sort((one, other) => one.from - other.from);
  return sorted.reduce<OpenStretch[]>((merged, next) => {
    const last = merged.at(-1);
    if (last === undefined || next.from > last.to) return [...merged, next];
    return [...merged.slice(0, -1), { from: last.from, to: Math.max(last.to, next.to) }];
  }, []);
}

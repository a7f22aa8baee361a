import type { Instant } from '../handoff/handoff';
import { fromDate, fromWall, toInstant, toMs } from './wall-clock';
import { addDays, openFrom, openOn, type OpenStretch, type WorkingCalendar } from './working-calendar';

const MINUTE_MS = 60_000;

/** Minutes two people must share to talk (domain.md 0, `overlap.min_minutes`). */
export const TALK_MINUTES = 15;

/** No two places of the world differ by more dates, a night shift included. */
const DAYS_AROUND = 2;

/** Days within which a common slot is looked for: two weeks. */
const SLOT_DAYS = 14;

/**
 * Minutes of the working day that begins for `one` on the local date `date` in which `other` works too, whatever date `other` has
 * by then (S-143).
 */
export function overlapMinutes(one: WorkingCalendar, other: WorkingCalendar, date: string): number {
  const theirs = around(date, other);
  const sharedMs = openOn(date, one).reduce(
    (total, own) => total + theirs.reduce((sum, their) => sum + Math.max(0, sharedBy(own, their)), 0),
    0,
  );
  return Math.floor(sharedMs / MINUTE_MS);
}

/**
 * By how many minutes one of the two must begin earlier or stay longer that day to share `minutes` in one go; 0 where they do.
 *
 * @returns Null when one of them does not work around that day.
 */
export function smallestShift(one: WorkingCalendar, other: WorkingCalendar, date: string, minutes: number = TALK_MINUTES): number | null {
  const theirs = around(date, other);
  const shared = openOn(date, one).flatMap((own) => theirs.map((their) => sharedBy(own, their)));
  return shared.length === 0 ? null : Math.max(0, minutes - Math.floor(Math.max(...shared) / MINUTE_MS));
}

/** The first stretch from `from` on in which both work for `minutes` in one go; null within two weeks. */
export function nearestCommonSlot(
  one: WorkingCalendar,
  other: WorkingCalendar,
  from: Instant,
  minutes: number = TALK_MINUTES,
): { readonly from: Instant; readonly to: Instant } | null {
  const theirs = [...openFrom(toMs(from), other, SLOT_DAYS)];
  for (const own of openFrom(toMs(from), one, SLOT_DAYS)) {
    for (const their of theirs) {
      if (sharedBy(own, their) < minutes * MINUTE_MS) continue;
      return { from: toInstant(Math.max(own.from, their.from)), to: toInstant(Math.min(own.to, their.to)) };
    }
  }
  return null;
}

/** Shared time in ms; negative for the gap between the two. */
function sharedBy(one: OpenStretch, other: OpenStretch): number {
  return Math.min(one.to, other.to) - Math.max(one.from, other.from);
}

/** Working time of the dates on either side too: across the date line it is another date already. */
function around(date: string, calendar: WorkingCalendar): OpenStretch[] {
  return [...openFrom(fromWall(fromDate(addDays(date, -DAYS_AROUND)), calendar.zone), calendar, 2 * DAYS_AROUND + 1)];
}

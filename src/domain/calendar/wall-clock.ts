/* eslint-disable no-restricted-globals -- only reads the fields of a given moment in a zone; the clock is never read. */
import type { Instant } from '../handoff/handoff';

/** A moment as a zone's wall clock shows it, in ms since 1970-01-01T00:00 on that same clock. */
export type WallMs = number;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Farther apart than any two clocks of the world and than any single change of one, in ms. */
const MORE_THAN_A_SHIFT_MS = 26 * HOUR_MS;

/** Formatters are costly to make and hold nothing but their zone. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(zone, made);
  return made;
}

/** Whether the platform knows this IANA zone. */
export function isZone(zone: string): boolean {
  // What is asked while the code is loaded: the first formatter alone takes longer than loading all of the rest.
  if (zone === 'UTC') return true;
  try {
    return formatterOf(zone).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/**
 * What the wall clock of `zone` shows at a moment, to the second.
 *
 * @param atMs ms since the epoch, UTC.
 * @throws {RangeError} For a zone the platform does not know.
 */
export function toWall(atMs: number, zone: string): WallMs {
  const fields: Record<string, number> = {};
  for (const { type, value } of formatterOf(zone).formatToParts(atMs)) fields[type] = Number(value);
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = fields;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/**
 * The moment at which the wall clock of `zone` shows `wallMs` (E26): of an hour that comes twice the first one, and for a time the
 * clock leaves out the first moment after the gap.
 *
 * @returns ms since the epoch, UTC.
 */
export function fromWall(wallMs: WallMs, zone: string): number {
  const offsets = [-MORE_THAN_A_SHIFT_MS, MORE_THAN_A_SHIFT_MS].map((away) => toWall(wallMs + away, zone) - (wallMs + away));
  const moments = offsets.map((offset) => wallMs - offset).sort((one, other) => one - other);
  const exact = moments.find((atMs) => toWall(atMs, zone) === wallMs);
  if (exact !== undefined) return exact;
  let [before = wallMs, after = wallMs] = moments;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (toWall(middle, zone) >= wallMs) after = middle;
    else before = middle;
  }
  return after;
}

/** ms since the epoch of an instant. */
export function toMs(instant: Instant): number {
  return Date.parse(instant);
}

/** The instant of ms since the epoch. */
export function toInstant(ms: number): Instant {
  return new Date(ms).toISOString();
}

/** `yyyy-mm-dd` of a wall-clock moment. */
export function toDate(wallMs: WallMs): string {
  return new Date(wallMs).toISOString().slice(0, 10);
}

/** Midnight of `yyyy-mm-dd` on the wall clock. */
export function fromDate(date: string): WallMs {
  return Date.parse(`${date}T00:00:00.000Z`);
}

/** Day of the week of a wall-clock moment: 1 Monday to 7 Sunday, as ISO 8601 counts. */
export function toWeekday(wallMs: WallMs): number {
  return ((new Date(wallMs).getUTCDay() + 6) % 7) + 1;
}

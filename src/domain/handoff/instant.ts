/* eslint-disable no-restricted-globals -- only turns instants into milliseconds and back; the clock is never read. */
import type { Instant } from './handoff';

/** The moment `durationMs` milliseconds after `instant`. */
export function addMs(instant: Instant, durationMs: number): Instant {
  return new Date(Date.parse(instant) + durationMs).toISOString();
}

/** Milliseconds from `earlier` to `later`; negative when they are the other way round. */
export function msBetween(earlier: Instant, later: Instant): number {
  return Date.parse(later) - Date.parse(earlier);
}

/** The later of two moments. */
export function laterOf(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}

/** Whether a text is a moment that exists, in the one form instants have. */
export function isInstant(text: string): boolean {
  return /^\d{4}-.*Z$/u.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text;
}

/** Whether a text is a day that exists, as `YYYY-MM-DD`. */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text) || Number.isNaN(Date.parse(text))) return false;
  return new Date(text).toISOString().startsWith(text);
}

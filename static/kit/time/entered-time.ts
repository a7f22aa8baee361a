import { fromWall, toInstant, toMs, toWall } from '../../../src/domain/calendar/wall-clock';
import type { Instant } from '../../../src/domain/handoff/handoff';

/** Characters of `yyyy-mm-ddThh:mm`, which is how a date and time is entered. */
const TO_THE_MINUTE = 16;

/** An instant as it is entered in a zone, to the minute. */
export function toEntered(instant: Instant, timeZone: string): string {
  return toInstant(toWall(toMs(instant), timeZone)).slice(0, TO_THE_MINUTE);
}

/**
 * The instant of what was entered in a zone. A time the clock leaves out is the first moment after the gap, of one that comes twice the
 * first (E26).
 *
 * @returns Null for what is no date and time.
 */
export function fromEntered(entered: string, timeZone: string): Instant | null {
  const wallMs = toMs(`${entered}:00.000Z`);
  return Number.isNaN(wallMs) ? null : toInstant(fromWall(wallMs, timeZone));
}

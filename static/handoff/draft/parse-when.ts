import { fromWall, toInstant, toMs, toWall } from '../../../src/domain/calendar/wall-clock';
import type { WhenAnswer } from '../../../src/domain/handoff/when-answer';

/** Characters of `yyyy-mm-ddThh:mm`, which is how a date and time is entered. */
const TO_THE_MINUTE = 16;

/** While a year is typed it reads 0002, 0020, 0202: anything before this is not finished. */
const EARLIEST = '1970';

/** Between start and end in the one text that an editor of a time holds. */
const BETWEEN = '/';

/** What was entered amounts to: an answer, nothing, or why it cannot be saved as it stands. */
export type ParsedWhen =
  | { readonly ok: true; readonly answer: WhenAnswer | null }
  | { readonly ok: false; readonly problem: 'endsFirst' | 'startMissing' | 'year' };

/**
 * Reads start and end as a zone's wall clock shows them, each empty while it is not complete. A time the clock leaves out is the first
 * moment after the gap, of one that comes twice the first (E26).
 */
export function parseWhen(entered: string, timeZone: string): ParsedWhen {
  const [start, end] = splitWhen(entered);
  if ([start, end].some((wall) => wall !== '' && wall < EARLIEST)) return { ok: false, problem: 'year' };
  if (start === '') return end === '' ? { ok: true, answer: null } : { ok: false, problem: 'startMissing' };
  const toMoment = (wall: string): string => toInstant(fromWall(toMs(`${wall}:00.000Z`), timeZone));
  const at = toMoment(start);
  if (end === '') return { ok: true, answer: { kind: 'when', at } };
  const endsAt = toMoment(end);
  return at < endsAt ? { ok: true, answer: { kind: 'when', at, endsAt } } : { ok: false, problem: 'endsFirst' };
}

/** An answer as it is entered; without one both parts are empty. */
export function enteredWhen(answer: WhenAnswer | null, timeZone: string): string {
  const toText = (instant: string | undefined): string =>
    instant === undefined ? '' : toInstant(toWall(toMs(instant), timeZone)).slice(0, TO_THE_MINUTE);
  return joinWhen(toText(answer?.at), toText(answer?.endsAt));
}

/** Start and end of what was entered. */
export function splitWhen(entered: string): readonly [start: string, end: string] {
  const [start = '', end = ''] = entered.split(BETWEEN);
  return [start, end];
}

/** Start and end as one text. */
export function joinWhen(start: string, end: string): string {
  return `${start}${BETWEEN}${end}`;
}

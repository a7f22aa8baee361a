import type { WhenAnswer } from '../../../src/domain/handoff/when-answer';
import { fromEntered, toEntered } from '../../kit/time/entered-time';

/** While a year is typed it reads 0002, 0020, 0202: anything before this is not finished. */
const EARLIEST = '1970';

/** Between start and end in the one text that an editor of a time holds. */
const BETWEEN = '/';

/** What was entered amounts to: an answer, nothing, or why it cannot be saved as it stands. */
export type ParsedWhen =
  | { readonly ok: true; readonly answer: WhenAnswer | null }
  | { readonly ok: false; readonly problem: 'endsFirst' | 'startMissing' | 'year' };

/** Reads start and end as a zone's wall clock shows them, each empty while it is not complete. */
export function parseWhen(entered: string, timeZone: string): ParsedWhen {
  const [start, end] = splitWhen(entered);
  if ([start, end].some((wall) => wall !== '' && wall < EARLIEST)) return { ok: false, problem: 'year' };
  const [at, endsAt] = [fromEntered(start, timeZone), fromEntered(end, timeZone)];
  if (at === null) return endsAt === null ? { ok: true, answer: null } : { ok: false, problem: 'startMissing' };
  if (endsAt === null) return { ok: true, answer: { kind: 'when', at } };
  return at < endsAt ? { ok: true, answer: { kind: 'when', at, endsAt } } : { ok: false, problem: 'endsFirst' };
}

/** An answer as it is entered; without one both parts are empty. */
export function enteredWhen(answer: WhenAnswer | null, timeZone: string): string {
  const toText = (instant: string | undefined): string => (instant === undefined ? '' : toEntered(instant, timeZone));
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

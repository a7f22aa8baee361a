import * as v from 'valibot';
import { id, instant } from './payload-parts';

/** Most months asked about at once. */
const MAX_MONTHS = 100;

const month = v.strictObject({ typeId: id, month: v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/u)) });

/** One step of making all numbers of a project anew; both null begin. */
export const rebuildNumbers = v.strictObject({
  since: v.nullable(instant),
  cursor: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(4_096))),
});

/** Which of these months are still to be made anew. */
export const numbersLeft = v.strictObject({ since: instant, months: v.pipe(v.array(month), v.maxLength(MAX_MONTHS)) });

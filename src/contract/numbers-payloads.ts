import * as v from 'valibot';
import { MAX_LIMITS_REASON } from './chart-limits';
import { day } from './day-payload';
import { id, instant, month, storable, version } from './payload-parts';

/** Most months asked about at once. */
const MAX_MONTHS = 100;

/** One step of making all numbers of a project anew; both null begin. */
export const rebuildNumbers = v.strictObject({
  since: v.nullable(instant),
  cursor: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(4_096))),
});

/** Which of these months are still to be made anew. */
export const numbersLeft = v.strictObject({
  since: instant,
  months: v.pipe(v.array(v.strictObject({ typeId: id, month })), v.maxLength(MAX_MONTHS)),
});

const reason = v.pipe(v.string(), v.maxLength(MAX_LIMITS_REASON), storable, v.trim(), v.minLength(1));

/** Begins the limits of a type's charts anew from a day, or takes that back. */
export const changeLimits = v.strictObject({
  typeId: id,
  version,
  change: v.variant('kind', [
    v.strictObject({ kind: v.literal('start'), from: day, reason }),
    v.strictObject({ kind: v.literal('takeBack'), from: day }),
  ]),
});

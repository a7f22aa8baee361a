import * as v from 'valibot';
import { id } from './payload-parts';
import { OPEN_STATES } from './waiting';

/** A page of what waits in the project; a null cursor begins, a null type or state is any. */
export const waiting = v.strictObject({
  cursor: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(4_096))),
  typeId: v.nullable(id),
  state: v.nullable(v.picklist(OPEN_STATES)),
});

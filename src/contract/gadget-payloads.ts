import * as v from 'valibot';
import { id } from './payload-parts';

/** Most types one gadget names. */
const MAX_TYPES = 50;

/** A dashboard stands in no project, so the gadget names one; who may see it is asked of Jira. No types: all of them. */
export const gadgetHealth = v.strictObject({
  projectId: v.pipe(v.string(), v.regex(/^[1-9]\d{0,14}$/u)),
  typeIds: v.pipe(v.array(id), v.maxLength(MAX_TYPES)),
});

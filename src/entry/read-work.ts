import * as v from 'valibot';

import type { Log } from '../app/ports/log';

/** An id of Jira, which is part of keys. */
export const numericId = v.pipe(v.string(), v.regex(/^\d{1,19}$/u));

/** An id of Baton. */
export const id = v.pipe(v.string(), v.regex(/^[\w.:-]{1,120}$/u));

/** What an event of a queue says; null, and logged, for what cannot be read: it would be no better the next time. */
export function readWork<Schema extends v.GenericSchema>(work: Schema, given: unknown, log: Log): v.InferOutput<Schema> | null {
  const parsed = v.safeParse(v.object({ body: work }), given);
  if (parsed.success) return parsed.output.body;
  log.warn('work.unreadable', { path: v.getDotPath(parsed.issues[0]) ?? '' });
  return null;
}

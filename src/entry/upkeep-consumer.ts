import * as v from 'valibot';

import { erasePeople } from '../app/erase-people';
import type { MonthSummaries } from '../app/ports/month-summaries';
import type { reportPersonalData } from '../app/report-personal-data';
import { summariseMonth } from '../app/summarise-month';
import { id, numericId, readWork } from './read-work';

/** What upkeep needs: nothing that decides about a handoff. */
export type UpkeepPorts = Parameters<typeof erasePeople>[0] &
  Parameters<typeof reportPersonalData>[0] & { readonly summaries: MonthSummaries };

const month = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/u));
/** Accepted handoffs of one work item: its record keeps at most a hundred that ended. */
const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200));

const upkeep = v.variant('kind', [
  v.object({ kind: v.literal('countPassage'), projectId: numericId, passage: v.picklist(['paused', 'wouldBlock', 'bypassed']) }),
  v.object({
    kind: v.literal('countClosed'),
    projectId: numericId,
    month,
    handoffs: count,
    was: v.nullable(count),
    mark: id,
  }),
  v.object({
    kind: v.literal('erasePeople'),
    accountIds: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[\w.:#-]{1,128}$/u))), v.maxLength(90)),
    pass: v.pipe(v.number(), v.integer(), v.minValue(0)),
    cursor: v.nullable(v.pipe(v.string(), v.maxLength(4_096))),
  }),
  v.object({
    kind: v.literal('summarise'),
    projectId: numericId,
    typeId: id,
    month,
    handoffId: v.exactOptional(id),
    since: v.exactOptional(v.pipe(v.string(), v.isoTimestamp())),
  }),
]);

/** One event of the queue of upkeep. A fault is thrown on, so that the platform tries again; every kind of it is idempotent or best effort. */
export async function runUpkeep(ports: UpkeepPorts, given: unknown): Promise<void> {
  const body = readWork(upkeep, given, ports.log);
  switch (body?.kind) {
    case undefined:
      return;
    case 'erasePeople':
      return erasePeople(ports, body);
    case 'countPassage':
      return ports.summaries.countPassage(body.projectId, ports.machine.now().slice(0, 7), body.passage);
    case 'countClosed':
      return ports.summaries.countClosed(body.projectId, body);
    case 'summarise':
      return summariseMonth(ports, body);
  }
}

import * as v from 'valibot';

import { deliverOutbox } from '../app/deliver-outbox';
import { forgetIssue } from '../app/forget-issue';
import { observeIssue } from '../app/observe-issue';
import { erasePeople } from '../app/erase-people';
import type { WorkPorts } from '../app/ports/app-ports';
import { recordRefusal } from '../app/record-refusal';
import { repairRecord, repairRoutes } from '../app/repair-projections';
import { summariseMonth } from '../app/summarise-month';
import { eraseVoided } from '../app/void-handoff';
import { BACKEND_TEXTS } from './backend-texts';

const numericId = v.pipe(v.string(), v.regex(/^\d{1,19}$/u));
const id = v.pipe(v.string(), v.regex(/^[\w.:-]{1,120}$/u));
const ids = v.pipe(v.array(id), v.maxLength(100));
const projectKey = v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9_]{0,99}$/u));

const work = v.variant('kind', [
  v.object({ kind: v.literal('deliver'), issueId: numericId }),
  v.object({ kind: v.literal('observe'), issueId: numericId }),
  v.object({ kind: v.literal('forget'), issueId: numericId }),
  v.object({ kind: v.literal('eraseVoided'), issueId: numericId }),
  v.object({ kind: v.literal('repairRecord'), issueId: numericId }),
  v.object({ kind: v.literal('repairRoutes'), projectId: numericId, projectKey }),
  v.object({ kind: v.literal('recordRefusal'), issueId: numericId, handoffIds: ids, missedIds: ids, observed: v.boolean() }),
  v.object({ kind: v.literal('countPassage'), projectId: numericId, passage: v.picklist(['paused', 'wouldBlock', 'bypassed']) }),
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
    month: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/u)),
    handoffId: v.exactOptional(id),
    since: v.exactOptional(v.pipe(v.string(), v.isoTimestamp())),
  }),
]);

/** One event of the queue. A fault is thrown on, so that the platform tries again; every kind of work is idempotent. */
export async function runWork(ports: WorkPorts, given: unknown): Promise<void> {
  const parsed = v.safeParse(v.object({ body: work }), given);
  if (!parsed.success) {
    ports.log.warn('work.unreadable', { path: v.getDotPath(parsed.issues[0]) ?? '' });
    return;
  }
  const { body } = parsed.output;
  switch (body.kind) {
    case 'deliver':
      return deliverOutbox(ports, body.issueId, BACKEND_TEXTS);
    case 'observe':
      return observeIssue(ports, body.issueId, null);
    case 'forget':
      return forgetIssue(ports, body.issueId);
    case 'eraseVoided':
      return eraseVoided(ports, body.issueId);
    case 'repairRecord':
      return repairRecord(ports, body.issueId);
    case 'repairRoutes':
      return repairRoutes(ports, body.projectId, body.projectKey);
    case 'recordRefusal':
      for (const handoffId of body.handoffIds)
        await recordRefusal(ports, { issueId: body.issueId, handoffId, missedIds: body.missedIds, observed: body.observed });
      return;
    case 'erasePeople':
      return erasePeople(ports, body);
    case 'countPassage':
      return ports.summaries.countPassage(body.projectId, ports.machine.now().slice(0, 7), body.passage);
    case 'summarise':
      return summariseMonth(ports, body);
  }
}

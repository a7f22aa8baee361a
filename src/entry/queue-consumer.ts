import * as v from 'valibot';

import { deliverOutbox } from '../app/deliver-outbox';
import { observeIssue } from '../app/observe-issue';
import type { AppPorts } from '../app/ports/app-ports';
import { recordRefusal } from '../app/record-refusal';
import { repairRecord, repairRoutes } from '../app/repair-projections';
import { summariseMonth } from '../app/summarise-month';
import { BACKEND_TEXTS } from './backend-texts';

const work = v.variant('kind', [
  v.object({ kind: v.literal('deliver'), issueId: v.string() }),
  v.object({ kind: v.literal('observe'), issueId: v.string() }),
  v.object({ kind: v.literal('repairRecord'), issueId: v.string() }),
  v.object({ kind: v.literal('repairRoutes'), projectId: v.string(), projectKey: v.string() }),
  v.object({ kind: v.literal('recordRefusal'), issueId: v.string(), handoffIds: v.array(v.string()), missedIds: v.array(v.string()), observed: v.boolean() }),
  v.object({ kind: v.literal('countPassage'), projectId: v.string(), passage: v.picklist(['paused', 'wouldBlock']) }),
  v.object({ kind: v.literal('summarise'), projectId: v.string(), typeId: v.string(), month: v.string(), handoffId: v.string() }),
]);

/** One event of the queue. A fault is thrown on, so that the platform tries again; every kind of work is idempotent. */
export async function runWork(ports: AppPorts, given: unknown): Promise<void> {
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
    case 'repairRecord':
      return repairRecord(ports, body.issueId);
    case 'repairRoutes':
      return repairRoutes(ports, body.projectId, body.projectKey);
    case 'recordRefusal':
      for (const handoffId of body.handoffIds) await recordRefusal(ports, { issueId: body.issueId, handoffId, missedIds: body.missedIds, observed: body.observed });
      return;
    case 'countPassage':
      return ports.summaries.countPassage(body.projectId, ports.machine.now().slice(0, 7), body.passage);
    case 'summarise':
      return summariseMonth(ports, body);
  }
}

import * as v from 'valibot';

import { deliverOutbox } from '../app/deliver-outbox';
import { forgetIssue } from '../app/forget-issue';
import { observeIssue } from '../app/observe-issue';
import { recordRefusal } from '../app/record-refusal';
import { repairRecord, repairRoutes } from '../app/repair-projections';
import type { SweepPorts } from '../app/sweep';
import { eraseVoided } from '../app/void-handoff';
import { BACKEND_TEXTS } from './backend-texts';
import { id, numericId, readWork } from './read-work';

/** What the queue of work, product events and the schedule beside them need. */
export type WorkPorts = SweepPorts & Parameters<typeof repairRoutes>[0] & Parameters<typeof forgetIssue>[0];

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
]);

/** One event of the queue of work on work items and gates. A fault is thrown on, so that the platform tries again; every kind of work is idempotent. */
export async function runWork(ports: WorkPorts, given: unknown): Promise<void> {
  const body = readWork(work, given, ports.log);
  switch (body?.kind) {
    case undefined:
      return;
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
  }
}

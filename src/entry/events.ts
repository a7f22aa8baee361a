import * as v from 'valibot';

import { forgetIssue } from '../app/forget-issue';
import { observeIssue } from '../app/observe-issue';
import { repairRoutes } from '../app/repair-projections';
import type { WorkPorts } from './queue-consumer';

const id = v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.maxLength(120));
/** Part of keys: what is no id of Jira can never be stored or found, so it is not tried again either. */
const numericId = v.pipe(id, v.regex(/^\d{1,19}$/u));

const change = v.object({
  field: v.optional(v.string(), ''),
  fieldId: v.optional(v.string(), ''),
  from: v.nullish(id, null),
  to: v.nullish(id, null),
});

/** The parts of product events Baton uses (Atlassian's page "Jira events"); `timestamp` is epoch milliseconds as text. */
const productEvent = v.variant('eventType', [
  v.object({
    eventType: v.literal('avi:jira:updated:issue'),
    issue: v.object({
      id: numericId,
      fields: v.optional(v.object({ project: v.optional(v.object({ id: numericId })) })),
    }),
    atlassianId: v.nullish(v.string(), null),
    changelog: v.optional(v.object({ items: v.optional(v.array(change), []) }), { items: [] }),
    timestamp: v.optional(v.union([v.string(), v.number()])),
  }),
  v.object({ eventType: v.literal('avi:jira:deleted:issue'), issue: v.object({ id: numericId }) }),
  v.object({
    eventType: v.literal('avi:jira:updated:project'),
    project: v.object({ id: numericId, key: v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9_]{0,99}$/u)) }),
  }),
  v.object({ eventType: v.literal('avi:jira:deleted:project') }),
]);

/** Fields whose change concerns a record: status, place, kind and title. */
const RELEVANT: readonly string[] = ['status', 'key', 'project', 'issuetype', 'summary'];

/**
 * Product events. What cannot be taken over now is handed to the queue, which tries again; a lost event is made up for by the panel and
 * the schedule (design decision 6).
 */
export async function handleProductEvent(ports: WorkPorts, given: unknown): Promise<void> {
  const parsed = v.safeParse(productEvent, given);
  if (!parsed.success) {
    ports.log.warn('event.unreadable', { path: v.getDotPath(parsed.issues[0]) ?? '' });
    return;
  }
  const event = parsed.output;
  switch (event.eventType) {
    case 'avi:jira:updated:issue':
      return handleIssueUpdate(ports, event);
    case 'avi:jira:deleted:issue':
      return handleIssueDeletion(ports, event.issue.id);
    case 'avi:jira:updated:project':
      return handleProjectUpdate(ports, event.project);
    case 'avi:jira:deleted:project':
      return;
  }
}

async function handleIssueDeletion(ports: WorkPorts, issueId: string): Promise<void> {
  try {
    await forgetIssue(ports, issueId);
  } catch (error) {
    ports.log.fault('event.postponed', error);
    await ports.queue.push([{ kind: 'forget', issueId }]);
  }
}

async function handleProjectUpdate(
  ports: WorkPorts,
  { id: projectId, key: projectKey }: { readonly id: string; readonly key: string },
): Promise<void> {
  try {
    await repairRoutes(ports, projectId, projectKey);
  } catch (error) {
    ports.log.fault('event.postponed', error);
    await ports.queue.push([{ kind: 'repairRoutes', projectId, projectKey }]);
  }
}

type IssueUpdate = Extract<v.InferOutput<typeof productEvent>, { eventType: 'avi:jira:updated:issue' }>;

async function handleIssueUpdate(ports: WorkPorts, { issue, atlassianId, changelog, timestamp }: IssueUpdate): Promise<void> {
  const { items } = changelog;
  if (
    !items.some(
      ({ field, fieldId }) => RELEVANT.includes(fieldId === '' ? field.toLowerCase() : fieldId) || RELEVANT.includes(field.toLowerCase()),
    )
  )
    return;
  const status = items.find(({ field, fieldId }) => fieldId === 'status' || field === 'status');
  const move =
    status === undefined || status.from === null || status.to === null
      ? null
      : {
          fromStatusId: status.from,
          toStatusId: status.to,
          at: toInstant(timestamp, ports.machine.now()),
          actor:
            atlassianId === null ? ({ kind: 'automation', accountId: null } as const) : ({ kind: 'user', accountId: atlassianId } as const),
        };
  try {
    await observeIssue(ports, issue.id, move, issue.fields?.project?.id ?? null);
  } catch (error) {
    ports.log.fault('event.postponed', error);
    await ports.queue.push([{ kind: 'observe', issueId: issue.id }]);
  }
}

function toInstant(timestamp: string | number | undefined, now: string): string {
  const epochMs = Number(timestamp);
  return timestamp === undefined || !Number.isFinite(epochMs) || epochMs <= 0 ? now : new Date(epochMs).toISOString();
}

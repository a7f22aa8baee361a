import type { IssueFacts } from '../../domain/handoff/command';
import type { SeenStatus } from '../../domain/gate/projection';
import type { HandoffType } from '../../domain/type/handoff-type';
import type { JiraIssue } from '../ports/issues';
import type { SeenIssue } from './stored-record';

/** What a decision may know of a work item that was just looked up. */
export function toFacts(issue: JiraIssue, type: HandoffType): IssueFacts {
  return {
    issueKey: issue.key,
    summary: issue.summary,
    statusId: issue.statusId,
    assigneeId: issue.assignee?.accountId ?? null,
    hasDescription: issue.hasDescription,
    filledFieldIds: issue.filledFieldIds,
    attachments: issue.attachments,
    fieldValues: issue.fieldTexts,
    fieldMarks: issue.fieldMarks,
    receiverFieldAccountId: type.receiver.kind === 'userField' ? (issue.userFields[type.receiver.fieldId] ?? null) : null,
  };
}

/**
 * What a save of fields may know without asking Jira: it decides nothing from the parts that are unknown here. A save that claims
 * something about the work item itself is decided with fresh facts instead.
 */
export function toFactsSeen(seen: SeenIssue): IssueFacts {
  return {
    issueKey: seen.issueKey,
    summary: seen.summary,
    statusId: seen.status?.id ?? '',
    assigneeId: null,
    hasDescription: true,
    filledFieldIds: [],
    attachments: [],
    receiverFieldAccountId: null,
  };
}

/** How the work item stands, after it was looked up at `now`; a status seen before keeps the instant it was entered. */
export function toSeen(issue: JiraIssue, before: SeenIssue | null, now: string): SeenIssue {
  const entered = before?.status?.id === issue.statusId ? before.status : { id: issue.statusId, enteredAt: now };
  const status = withResolution(entered, issue, before?.status ?? null);
  return { issueKey: issue.key, projectId: issue.projectId, issueTypeId: issue.issueTypeId, summary: issue.summary, status };
}

/** The status with since when the work item is resolved, which lasts over moves between such statuses; of one it left nothing is known. */
export function withResolution(entered: SeenStatus, issue: JiraIssue, before: SeenStatus | null): SeenStatus {
  if (entered.id !== issue.statusId) return entered;
  const { id, enteredAt } = entered;
  return issue.isDone ? { id, enteredAt, doneSince: before?.doneSince ?? enteredAt } : { id, enteredAt };
}

/** Whether the work item has changed place, kind, title or status since it was last seen. */
export function isSeenStale(seen: SeenIssue, issue: JiraIssue): boolean {
  return (
    seen.issueKey !== issue.key ||
    seen.projectId !== issue.projectId ||
    seen.issueTypeId !== issue.issueTypeId ||
    seen.summary !== issue.summary ||
    seen.status?.id !== issue.statusId
  );
}

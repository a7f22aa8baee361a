import type { HandoffRecord } from './handoff';

/** The record of a work item on which nothing was ever decided: where replay starts. */
export function emptyRecord(issueId: string, projectId: string): HandoffRecord {
  return { issueId, projectId, handoffs: [], ended: [], counts: {} };
}

import type { Instant } from '../../domain/handoff/handoff';
import type { JiraIssue } from '../ports/issues';
import type { StoredRecord } from '../record/stored-record';
import type { Move } from './find-bypass';

/**
 * The move that must have happened since the work item was last seen, when no event told of it; null when there was none.
 *
 * @param issue Looked up after `stored` was read: an older look would take a move the record knows of for one back.
 */
export function findMissedMove(stored: StoredRecord, issue: JiraIssue, now: Instant): Move | null {
  const { status } = stored.seen;
  if (status === null || status.id === issue.statusId) return null;
  return { fromStatusId: status.id, toStatusId: issue.statusId, at: now, actor: { kind: 'system' } };
}

import type { Caller } from '../state/caller';
import type { ContentDocument } from '../state/content-document';
import type { JiraState } from '../state/jira-state';
import type { CommentRecord, IssueRecord } from '../state/records';
import type { IssueWriter } from './issue-writer';

/** Writes a comment; the right to do so is the route's business. */
export function addComment(
  { state, writer }: { state: JiraState; writer: IssueWriter },
  caller: Caller,
  issue: IssueRecord,
  body: ContentDocument,
): CommentRecord {
  const now = state.clock.now();
  const id = state.ids.next('comment');
  const comment: CommentRecord = { id, issueId: issue.id, authorId: caller.accountId, body, created: now, updated: now };
  state.database.inTransaction(() => {
    state.comments.put(id, comment, issue.id);
    state.putIssue({ ...issue, updated: now });
    writer.announceComment(caller, issue, comment);
  });
  return comment;
}

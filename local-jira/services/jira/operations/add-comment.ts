import type { Caller } from '../state/caller';
import type { ContentDocument } from '../state/content-document';
import type { JiraState } from '../state/jira-state';
import type { CommentRecord, IssueRecord } from '../state/records';

/** Writes a comment; the right to do so is the route's business. */
export function addComment(state: JiraState, caller: Caller, issue: IssueRecord, body: ContentDocument): CommentRecord {
  const now = state.clock.now();
  const id = state.ids.next('comment');
  const comment: CommentRecord = { id, issueId: issue.id, authorId: caller.accountId, body, created: now, updated: now };
  state.database.inTransaction(() => {
    state.comments.put(id, comment, issue.id);
    state.putIssue({ ...issue, updated: now });
  });
  return comment;
}

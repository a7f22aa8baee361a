import type { JiraParts } from '../jira-service';
import { forbidden, JiraError, issueNotFound } from '../jira-error';
import { addComment } from '../operations/add-comment';
import type { RestRequest, RestRoute } from '../rest-router';
import { isContentDocument } from '../state/content-document';
import type { CommentRecord, IssueRecord } from '../state/records';
import { readPage } from './paging';

/** Comments of an issue. */
export function commentRoutes({ state, permissions, shapes, writer }: JiraParts): RestRoute[] {
  const getIssue = ({ caller }: RestRequest, idOrKey: string): IssueRecord => {
    const issue = permissions.findIssue(caller, idOrKey);
    if (issue === null) throw issueNotFound();
    return issue;
  };
  const getComment = (request: RestRequest, idOrKey: string, id: string): CommentRecord => {
    const comment = state.comments.find(id);
    if (comment === null || comment.issueId !== getIssue(request, idOrKey).id)
      throw new JiraError(404, [`Can not find a comment for the id: ${id}.`]);
    return comment;
  };
  const requireRight = ({ caller }: RestRequest, { issueId, authorId }: CommentRecord, act: 'EDIT' | 'DELETE'): void => {
    const issue = state.issues.get(issueId);
    const mayOwn = authorId === caller.accountId && permissions.hasOnIssue(caller, issue, `${act}_OWN_COMMENTS`);
    if (!mayOwn && !permissions.hasOnIssue(caller, issue, `${act}_ALL_COMMENTS`))
      throw forbidden('You do not have permission to change this comment.');
  };
  return [
    {
      method: 'GET',
      path: '/issue/{idOrKey}/comment',
      scope: 'read:jira-work',
      handle: (request, { idOrKey = '' }) => {
        const { startAt, maxResults } = readPage(request.query, 100, 5000);
        const comments = state.comments.listOf(getIssue(request, idOrKey).id);
        if (request.query.get('orderBy')?.startsWith('-') === true) comments.reverse();
        const page = comments.slice(startAt, startAt + maxResults).map((comment) => shapes.comment(comment));
        return { status: 200, body: { startAt, maxResults, total: comments.length, comments: page } };
      },
    },
    {
      method: 'POST',
      path: '/issue/{idOrKey}/comment',
      scope: 'write:jira-work',
      handle: (request, { idOrKey = '' }) => {
        const issue = getIssue(request, idOrKey);
        if (!permissions.hasOnIssue(request.caller, issue, 'ADD_COMMENTS'))
          throw forbidden('You do not have permission to comment on this issue.');
        const { body } = (request.body ?? {}) as { body?: unknown };
        if (!isContentDocument(body)) throw new JiraError(400, [], { comment: 'Comment body is not valid!' });
        return { status: 201, body: shapes.comment(addComment({ state, writer }, request.caller, issue, body)) };
      },
    },
    {
      method: 'GET',
      path: '/issue/{idOrKey}/comment/{id}',
      scope: 'read:jira-work',
      handle: (request, { idOrKey = '', id = '' }) => ({ status: 200, body: shapes.comment(getComment(request, idOrKey, id)) }),
    },
    {
      method: 'PUT',
      path: '/issue/{idOrKey}/comment/{id}',
      scope: 'write:jira-work',
      handle: (request, { idOrKey = '', id = '' }) => {
        const comment = getComment(request, idOrKey, id);
        requireRight(request, comment, 'EDIT');
        const { body } = (request.body ?? {}) as { body?: unknown };
        if (!isContentDocument(body)) throw new JiraError(400, [], { comment: 'Comment body is not valid!' });
        const changed = { ...comment, body, updated: state.clock.now() };
        state.comments.put(id, changed, comment.issueId);
        return { status: 200, body: shapes.comment(changed) };
      },
    },
    {
      method: 'DELETE',
      path: '/issue/{idOrKey}/comment/{id}',
      scope: 'write:jira-work',
      handle: (request, { idOrKey = '', id = '' }) => {
        requireRight(request, getComment(request, idOrKey, id), 'DELETE');
        state.comments.delete(id);
        return { status: 204 };
      },
    },
  ];
}

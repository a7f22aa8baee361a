import type { JiraParts } from '../jira-service';
import { forbidden, JiraError, issueNotFound } from '../jira-error';
import { addComment } from '../operations/add-comment';
import type { RestRequest, RestRoute } from '../rest-router';
import { isContentDocument } from '../state/content-document';
import type { IssueRecord } from '../state/records';
import { readPage } from './paging';

/** Comments of an issue. */
export function commentRoutes({ state, permissions, shapes }: JiraParts): RestRoute[] {
  const getIssue = ({ caller }: RestRequest, idOrKey: string): IssueRecord => {
    const issue = permissions.findIssue(caller, idOrKey);
    if (issue === null) throw issueNotFound();
    return issue;
  };
  return [
    {
      method: 'GET', path: '/issue/{idOrKey}/comment', scope: 'read:jira-work',
      handle: (request, { idOrKey = '' }) => {
        const { startAt, maxResults } = readPage(request.query, 100, 5000);
        const comments = state.comments.listOf(getIssue(request, idOrKey).id);
        if (request.query.get('orderBy')?.startsWith('-') === true) comments.reverse();
        const page = comments.slice(startAt, startAt + maxResults).map((comment) => shapes.comment(comment));
        return { status: 200, body: { startAt, maxResults, total: comments.length, comments: page } };
      },
    },
    {
      method: 'POST', path: '/issue/{idOrKey}/comment', scope: 'write:jira-work',
      handle: (request, { idOrKey = '' }) => {
        const issue = getIssue(request, idOrKey);
        if (!permissions.hasOnIssue(request.caller, issue, 'ADD_COMMENTS')) throw forbidden('You do not have permission to comment on this issue.');
        const { body } = (request.body ?? {}) as { body?: unknown };
        if (!isContentDocument(body)) throw new JiraError(400, [], { comment: 'Comment body is not valid!' });
        return { status: 201, body: shapes.comment(addComment(state, request.caller, issue, body)) };
      },
    },
  ];
}

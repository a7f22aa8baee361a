import type { JiraParts } from '../jira-service';
import { invalid } from '../jira-error';
import { searchIssues } from '../jql/jql-search';
import { DEFAULT_SEARCH_PAGE, MAX_SEARCH_PAGE } from '../limits';
import type { RestAnswer, RestRequest, RestRoute } from '../rest-router';
import { readList } from './paging';

interface SearchBody {
  jql?: unknown;
  fields?: string[];
  maxResults?: number;
  nextPageToken?: string;
}

/** JQL search by page token; without `fields` the answer holds ids only, as Jira's newer search does. */
export function searchRoutes({ state, permissions, shapes }: JiraParts): RestRoute[] {
  const search = (
    { caller }: RestRequest,
    { jql, fields = ['id'], maxResults = DEFAULT_SEARCH_PAGE, nextPageToken }: SearchBody,
  ): RestAnswer => {
    if (typeof jql !== 'string' || jql.trim() === '')
      throw invalid('Unbounded JQL queries are not allowed here. Please add a search restriction to your query.');
    const found = searchIssues(state, permissions, caller, jql);
    const startAt = nextPageToken === undefined ? 0 : Number(Buffer.from(nextPageToken, 'base64url').toString('utf8'));
    if (!Number.isInteger(startAt)) throw invalid('The nextPageToken is not one of this search.');
    const endAt = startAt + Math.max(1, Math.min(maxResults, MAX_SEARCH_PAGE));
    const isLast = endAt >= found.length;
    const issues = found.slice(startAt, endAt).map((issue) => {
      if (fields.length === 1 && fields[0] === 'id') return { id: issue.id };
      return shapes.issue(issue, fields);
    });
    return {
      status: 200,
      body: { issues, isLast, ...(isLast ? {} : { nextPageToken: Buffer.from(String(endAt)).toString('base64url') }) },
    };
  };
  return [
    {
      method: 'POST',
      path: '/search/jql',
      scope: 'read:jira-work',
      handle: (request) => search(request, request.body ?? {}),
    },
    {
      method: 'GET',
      path: '/search/jql',
      scope: 'read:jira-work',
      handle: (request) => {
        const { query } = request;
        const fields = readList(query, 'fields');
        const token = query.get('nextPageToken');
        return search(request, {
          jql: query.get('jql') ?? '',
          maxResults: Number(query.get('maxResults') ?? DEFAULT_SEARCH_PAGE),
          ...(fields.length === 0 ? {} : { fields }),
          ...(token === null ? {} : { nextPageToken: token }),
        });
      },
    },
    {
      method: 'POST',
      path: '/search/approximate-count',
      scope: 'read:jira-work',
      handle: ({ caller, body }) => {
        const { jql } = (body ?? {}) as SearchBody;
        return { status: 200, body: { count: searchIssues(state, permissions, caller, typeof jql === 'string' ? jql : '').length } };
      },
    },
  ];
}

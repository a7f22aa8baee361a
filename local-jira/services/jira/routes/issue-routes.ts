import type { JiraParts } from '../jira-service';
import { forbidden, invalid, issueNotFound } from '../jira-error';
import { MAX_BULK_FETCH_ISSUES } from '../limits';
import { notifyPeople } from '../operations/notify-people';
import type { RestRequest, RestRoute } from '../rest-router';
import type { IssueRecord } from '../state/records';
import { readList, readPage, toPage } from './paging';

interface TransitionBody {
  transition?: { id?: unknown };
  fields?: Record<string, unknown>;
}

interface BulkFetchBody {
  issueIdsOrKeys?: unknown[];
  fields?: string[];
  expand?: string[];
}

/** Issues: read, create, edit, assign, move, delete, history, notification. */
export function issueRoutes(parts: JiraParts): RestRoute[] {
  const { state, permissions, shapes, writer, editor, creator, mover } = parts;
  const getIssue = ({ caller }: RestRequest, idOrKey: string): IssueRecord => {
    const issue = permissions.findIssue(caller, idOrKey);
    if (issue === null) throw issueNotFound();
    return issue;
  };
  const toIssue = (request: RestRequest, issue: IssueRecord, fields: string[] | null, expand: string[]) => ({
    expand: 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations',
    ...shapes.issue(issue, fields),
    ...(expand.includes('names') ? { names: fieldNames(parts) } : {}),
    ...(expand.includes('transitions')
      ? { transitions: mover.list(request.caller, issue).map((transition) => shapes.transition(transition, false)) }
      : {}),
    ...(expand.includes('changelog') ? { changelog: toHistoryBean(parts, issue.id) } : {}),
  });
  return [
    {
      method: 'POST',
      path: '/issue/bulkfetch',
      scope: 'read:jira-work',
      handle: (request) => {
        const { issueIdsOrKeys = [], fields = null, expand = [] } = (request.body ?? {}) as BulkFetchBody;
        if (issueIdsOrKeys.length > MAX_BULK_FETCH_ISSUES) throw invalid(`At most ${MAX_BULK_FETCH_ISSUES} issues can be fetched at once.`);
        const wanted = [...new Set(issueIdsOrKeys.map(String))].map((name) => ({
          name,
          issue: permissions.findIssue(request.caller, name),
        }));
        return {
          status: 200,
          body: {
            issues: wanted.flatMap(({ issue }) => (issue === null ? [] : [toIssue(request, issue, fields, expand)])),
            issueErrors: wanted.flatMap(({ name, issue }) =>
              issue === null ? [{ id: name, errorMessage: 'Issue does not exist or you do not have permission to see it.' }] : [],
            ),
          },
        };
      },
    },
    {
      method: 'POST',
      path: '/issue',
      scope: 'write:jira-work',
      handle: ({ caller, body }) => {
        const issue = creator.run(caller, ((body ?? {}) as { fields?: Record<string, unknown> }).fields ?? {});
        return { status: 201, body: { id: issue.id, key: issue.key, self: shapes.self(`/issue/${issue.id}`) } };
      },
    },
    {
      method: 'GET',
      path: '/issue/{idOrKey}',
      scope: 'read:jira-work',
      handle: (request, { idOrKey = '' }) => {
        const fields = readList(request.query, 'fields');
        const issue = getIssue(request, idOrKey);
        const properties = readList(request.query, 'properties');
        return {
          status: 200,
          body: {
            ...toIssue(request, issue, fields.length === 0 ? null : fields, readList(request.query, 'expand')),
            ...(properties.length === 0 ? {} : { properties: pickProperties(issue, properties) }),
          },
        };
      },
    },
    {
      method: 'PUT',
      path: '/issue/{idOrKey}',
      scope: 'write:jira-work',
      handle: ({ caller, body }, { idOrKey = '' }) => {
        editor.run(caller, idOrKey, ((body ?? {}) as { fields?: Record<string, unknown> }).fields ?? {});
        return { status: 204 };
      },
    },
    {
      method: 'DELETE',
      path: '/issue/{idOrKey}',
      scope: 'write:jira-work',
      handle: (request, { idOrKey = '' }) => {
        const issue = getIssue(request, idOrKey);
        if (!permissions.hasOnIssue(request.caller, issue, 'DELETE_ISSUES'))
          throw forbidden('You do not have permission to delete issues in this project.');
        writer.delete(request.caller, issue);
        return { status: 204 };
      },
    },
    {
      method: 'PUT',
      path: '/issue/{idOrKey}/assignee',
      scope: 'write:jira-work',
      handle: ({ caller, body }, { idOrKey = '' }) => {
        const { accountId } = (body ?? {}) as { accountId?: unknown };
        if (typeof accountId !== 'string' && accountId !== null) throw invalid('accountId must be an account id or null.');
        editor.assign(caller, idOrKey, accountId);
        return { status: 204 };
      },
    },
    {
      method: 'GET',
      path: '/issue/{idOrKey}/changelog',
      scope: 'read:jira-work',
      handle: (request, { idOrKey = '' }) => {
        const issue = getIssue(request, idOrKey);
        const rows = state.histories.listOf(issue.id).map((history) => shapes.history(history));
        return { status: 200, body: { self: shapes.self(`/issue/${issue.id}/changelog`), ...toPage(rows, readPage(request.query, 100)) } };
      },
    },
    {
      method: 'GET',
      path: '/issue/{idOrKey}/transitions',
      scope: 'read:jira-work',
      handle: (request, { idOrKey = '' }) => {
        const withFields = readList(request.query, 'expand').includes('transitions.fields');
        const only = request.query.get('transitionId');
        const transitions = mover.list(request.caller, getIssue(request, idOrKey)).filter(({ id }) => only === null || id === only);
        return {
          status: 200,
          body: { expand: 'transitions', transitions: transitions.map((transition) => shapes.transition(transition, withFields)) },
        };
      },
    },
    {
      method: 'POST',
      path: '/issue/{idOrKey}/transitions',
      scope: 'write:jira-work',
      handle: async ({ caller, body }, { idOrKey = '' }) => {
        const { transition, fields = {} } = (body ?? {}) as TransitionBody;
        const id = transition?.id;
        if (typeof id !== 'string' && typeof id !== 'number') throw invalid('Missing transition identifier.');
        await mover.run(caller, { issueIdOrKey: idOrKey, transitionId: String(id), fields });
        return { status: 204 };
      },
    },
    {
      method: 'POST',
      path: '/issue/{idOrKey}/notify',
      scope: 'write:jira-work',
      handle: ({ caller, body }, { idOrKey = '' }) => {
        notifyPeople(parts, caller, idOrKey, body ?? {});
        return { status: 204 };
      },
    },
  ];
}

function fieldNames({ state }: JiraParts): Record<string, string> {
  const custom = state.fields.list().map(({ id, name }) => [id, name] as const);
  return { summary: 'Summary', status: 'Status', assignee: 'Assignee', description: 'Description', ...Object.fromEntries(custom) };
}

function toHistoryBean({ state, shapes }: JiraParts, issueId: string) {
  const histories = state.histories
    .listOf(issueId)
    .reverse()
    .map((history) => shapes.history(history));
  return { startAt: 0, maxResults: histories.length, total: histories.length, histories };
}

function pickProperties(issue: IssueRecord, keys: string[]): Record<string, unknown> {
  const wanted = Object.entries(issue.properties).filter(([key]) => keys.includes('*all') || keys.includes(key));
  return Object.fromEntries(wanted);
}

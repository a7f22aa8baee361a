import type { JiraParts } from '../jira-service';
import { forbidden, invalid, issueNotFound, JiraError, projectNotFound } from '../jira-error';
import type { RestRequest, RestRoute } from '../rest-router';
import { asPerson } from '../state/caller';
import type { ProjectRecord, UserRecord } from '../state/records';
import { readList, readPage, toPage } from './paging';

/** `myself`, users and groups. */
export function userRoutes({ state, permissions, shapes }: JiraParts): RestRoute[] {
  const matching = (users: UserRecord[], query: URLSearchParams): UserRecord[] => {
    const text = (query.get('query') ?? '').toLowerCase();
    const accountId = query.get('accountId');
    return users.filter(
      (user) => user.active && (accountId === null ? user.displayName.toLowerCase().includes(text) : user.accountId === accountId),
    );
  };
  const page = (users: UserRecord[], query: URLSearchParams) => {
    const { startAt, maxResults } = readPage(query, 50, 1000);
    return { status: 200, body: users.slice(startAt, startAt + maxResults).map((user) => shapes.user(user)) };
  };
  const projectOf = ({ caller, query }: RestRequest): ProjectRecord => {
    const issueKey = query.get('issueKey');
    if (issueKey !== null) {
      const issue = permissions.findIssue(caller, issueKey);
      if (issue === null) throw issueNotFound();
      return state.projects.get(issue.projectId);
    }
    const key = query.get('projectKey') ?? query.get('project');
    if (key === null) throw invalid('Either an issue key or a project key must be given.');
    const project = permissions.findProject(caller, key);
    if (project === null) throw projectNotFound(key);
    return project;
  };
  const holdersOf = (request: RestRequest, permission: string): UserRecord[] => {
    const project = projectOf(request);
    return state.listPeople().filter(({ accountId }) => permissions.has(asPerson(accountId), project, permission));
  };
  return [
    {
      method: 'GET',
      path: '/myself',
      scope: 'read:jira-user',
      handle: ({ caller, query }) => {
        const user = state.users.get(caller.accountId);
        const groups = state.groupsOf(user.accountId).map((group) => shapes.group(group));
        const expand = readList(query, 'expand');
        return {
          status: 200,
          body: {
            ...shapes.user(user),
            emailAddress: user.email,
            locale: 'en_US',
            ...(expand.includes('groups') ? { groups: { size: groups.length, items: groups } } : {}),
          },
        };
      },
    },
    {
      method: 'GET',
      path: '/user',
      scope: 'read:jira-user',
      handle: ({ query }) => {
        const user = state.users.find(query.get('accountId') ?? '');
        if (user === null) throw new JiraError(404, ['Specified user does not exist or you do not have required permissions']);
        return { status: 200, body: shapes.user(user) };
      },
    },
    {
      method: 'GET',
      path: '/user/bulk',
      scope: 'read:jira-user',
      handle: ({ query }) => {
        const ids = query.getAll('accountId');
        if (ids.length === 0) throw invalid('At least one accountId must be given.');
        const users = ids.flatMap((id) => state.users.find(id) ?? []).map((user) => shapes.user(user));
        return { status: 200, body: { self: shapes.self('/user/bulk'), ...toPage(users, readPage(query, 10, 200)) } };
      },
    },
    {
      method: 'GET',
      path: '/user/search',
      scope: 'read:jira-user',
      handle: ({ query }) => page(matching(state.listPeople(), query), query),
    },
    {
      method: 'GET',
      path: '/user/viewissue/search',
      scope: 'read:jira-user',
      handle: (request) => page(matching(holdersOf(request, 'BROWSE_PROJECTS'), request.query), request.query),
    },
    {
      method: 'GET',
      path: '/user/assignable/search',
      scope: 'read:jira-user',
      handle: (request) => page(matching(holdersOf(request, 'ASSIGNABLE_USER'), request.query), request.query),
    },
    {
      method: 'GET',
      path: '/user/groups',
      scope: 'read:jira-user',
      handle: ({ query, caller }) => {
        const accountId = query.get('accountId') ?? '';
        if (caller.kind === 'user' && accountId !== caller.accountId && !permissions.isJiraAdmin(caller)) {
          throw forbidden('Browse users and groups is needed to see the groups of others.');
        }
        if (state.users.find(accountId) === null) throw new JiraError(404, ['The user does not exist.']);
        return { status: 200, body: state.groupsOf(accountId).map((group) => shapes.group(group)) };
      },
    },
    {
      method: 'GET',
      path: '/groups/picker',
      scope: 'read:jira-user',
      handle: ({ query }) => {
        const text = (query.get('query') ?? '').toLowerCase();
        const found = state.groups.list().filter(({ name }) => name.toLowerCase().includes(text));
        const groups = found.map(({ name, groupId }) => ({ name, html: name, groupId, labels: [] }));
        return {
          status: 200,
          body: { header: `Showing ${groups.length} of ${groups.length} matching groups`, total: groups.length, groups },
        };
      },
    },
    {
      method: 'GET',
      path: '/group/bulk',
      scope: 'read:jira-user',
      handle: ({ query }) => {
        const ids = query.getAll('groupId');
        const names = query.getAll('groupName');
        const groups = state.groups
          .list()
          .filter(({ groupId, name }) => (ids.length === 0 && names.length === 0) || ids.includes(groupId) || names.includes(name));
        return {
          status: 200,
          body: toPage(
            groups.map(({ name, groupId }) => ({ name, groupId })),
            readPage(query),
          ),
        };
      },
    },
  ];
}

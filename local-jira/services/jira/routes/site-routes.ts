import { WORKFLOW_CATEGORY } from '../state/records';
import type { JiraParts } from '../jira-service';
import type { RestRoute } from '../rest-router';
import { readList } from './paging';

/** Facts about the site, statuses and issue types. */
export function siteRoutes({ state, permissions, shapes }: JiraParts): RestRoute[] {
  return [
    {
      method: 'GET',
      path: '/serverInfo',
      scope: null,
      handle: () => ({
        status: 200,
        body: {
          baseUrl: shapes.self('').replace('/rest/api/3', ''),
          displayUrl: shapes.self('').replace('/rest/api/3', ''),
          version: '1001.0.0-SNAPSHOT',
          versionNumbers: [1001, 0, 0],
          deploymentType: 'Cloud',
          buildNumber: 100_000,
          buildDate: '2026-01-01T00:00:00.000+0000',
          serverTime: state.clock.now().replace('Z', '+0000'),
          scmInfo: '',
          serverTitle: 'Local Jira',
          serverTimeZone: { displayName: 'UTC', dstsavings: 0, id: 'Etc/UTC', rawOffset: 0 },
        },
      }),
    },
    {
      method: 'GET',
      path: '/status',
      scope: 'read:jira-work',
      handle: ({ caller }) => {
        const seen = permissions.listProjects(caller).flatMap((project) => state.workflowOf(project).statusIds);
        return { status: 200, body: [...new Set(seen)].map((id) => shapes.status(state.statuses.get(id))) };
      },
    },
    {
      method: 'GET',
      path: '/statuses',
      scope: 'read:jira-work',
      handle: ({ query }) => {
        const statuses = readList(query, 'id').flatMap((id) => state.statuses.find(id) ?? []);
        return {
          status: 200,
          body: statuses.map(({ id, name, category, projectId }) => ({
            id,
            name,
            statusCategory: WORKFLOW_CATEGORY[category],
            description: '',
            scope: projectId === null ? { type: 'GLOBAL' } : { type: 'PROJECT', project: { id: projectId } },
          })),
        };
      },
    },
    {
      method: 'GET',
      path: '/issuetype',
      scope: 'read:jira-work',
      handle: () => ({ status: 200, body: state.issueTypes.list().map((type) => shapes.issueType(type)) }),
    },
    {
      method: 'GET',
      path: '/issuetype/project',
      scope: 'read:jira-work',
      handle: ({ caller, query }) => {
        const project = permissions.findProject(caller, query.get('projectId') ?? '');
        const types = project === null ? [] : project.issueTypeIds.map((id) => shapes.issueType(state.issueTypes.get(id)));
        return project === null
          ? { status: 404, body: { errorMessages: ['The project was not found.'], errors: {} } }
          : { status: 200, body: types };
      },
    },
  ];
}

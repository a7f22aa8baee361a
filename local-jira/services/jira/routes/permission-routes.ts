import type { JiraParts } from '../jira-service';
import { forbidden, invalid, issueNotFound, projectNotFound } from '../jira-error';
import type { RestRequest, RestRoute } from '../rest-router';
import { asPerson, type Caller } from '../state/caller';
import { GLOBAL_PERMISSIONS, PROJECT_PERMISSIONS } from '../state/permissions';
import type { ProjectRecord } from '../state/records';
import { readList } from './paging';

interface CheckRequest {
  accountId?: string;
  globalPermissions?: string[];
  projectPermissions?: { permissions: string[]; projects?: (number | string)[]; issues?: (number | string)[] }[];
}

/** What somebody may do: `mypermissions`, `permissions/check` and `permissions/project`. */
export function permissionRoutes({ state, permissions }: JiraParts): RestRoute[] {
  const known = new Set<string>([...PROJECT_PERMISSIONS, ...GLOBAL_PERMISSIONS]);
  const requireKnown = (keys: string[]): void => {
    const unknown = keys.filter((key) => !known.has(key));
    if (unknown.length > 0) throw invalid(`Unrecognized permission ${unknown.join(', ')}.`);
  };
  const findScope = ({ caller, query }: RestRequest): ProjectRecord | null => {
    const issueName = query.get('issueKey') ?? query.get('issueId');
    if (issueName !== null) {
      const issue = permissions.findIssue(caller, issueName);
      if (issue === null) throw issueNotFound();
      return state.projects.get(issue.projectId);
    }
    const projectName = query.get('projectKey') ?? query.get('projectId');
    if (projectName === null) return null;
    const project = permissions.findProject(caller, projectName);
    if (project === null) throw projectNotFound(projectName);
    return project;
  };
  const isGranted = (caller: Caller, permission: string, project: ProjectRecord | null): boolean => {
    const isGlobal = (GLOBAL_PERMISSIONS as readonly string[]).includes(permission);
    if (isGlobal) return permissions.hasGlobal(caller, permission);
    // Without a project Jira answers whether the caller has the permission anywhere.
    const projects = project === null ? state.projects.list() : [project];
    return projects.some((candidate) => permissions.has(caller, candidate, permission));
  };
  return [
    {
      method: 'GET',
      path: '/mypermissions',
      scope: 'read:jira-work',
      handle: (request) => {
        const keys = readList(request.query, 'permissions');
        if (keys.length === 0) throw invalid('The permissions parameter is required.');
        requireKnown(keys);
        const project = findScope(request);
        const rows = keys.map((key, index) => [
          key,
          {
            id: String(index),
            key,
            name: key,
            description: '',
            type: (GLOBAL_PERMISSIONS as readonly string[]).includes(key) ? 'GLOBAL' : 'PROJECT',
            havePermission: isGranted(request.caller, key, project),
          },
        ]);
        return { status: 200, body: { permissions: Object.fromEntries(rows) as Record<string, unknown> } };
      },
    },
    {
      method: 'POST',
      path: '/permissions/check',
      scope: 'read:jira-work',
      handle: ({ caller, body }) => {
        const { accountId, globalPermissions = [], projectPermissions = [] } = (body ?? {}) as CheckRequest;
        const isOther = accountId !== undefined && accountId !== caller.accountId;
        if (isOther && !permissions.isJiraAdmin(caller)) throw forbidden('Administer Jira is needed to check the permissions of others.');
        const subject = accountId === undefined ? caller : asPerson(accountId);
        requireKnown([...globalPermissions, ...projectPermissions.flatMap((group) => group.permissions)]);
        return {
          status: 200,
          body: {
            globalPermissions: globalPermissions.filter((key) => permissions.hasGlobal(subject, key)),
            projectPermissions: projectPermissions.flatMap(({ permissions: keys, projects = [], issues = [] }) =>
              keys.map((permission) => ({
                permission,
                issues: issues
                  .filter((id) => {
                    const issue = state.issues.find(String(id));
                    return issue !== null && permissions.hasOnIssue(subject, issue, permission);
                  })
                  .map(Number),
                projects: projects
                  .filter((id) => {
                    const project = state.projects.find(String(id));
                    return project !== null && permissions.has(subject, project, permission);
                  })
                  .map(Number),
              })),
            ),
          },
        };
      },
    },
    {
      method: 'POST',
      path: '/permissions/project',
      scope: 'read:jira-work',
      handle: ({ caller, body }) => {
        const { permissions: keys = [] } = (body ?? {}) as { permissions?: string[] };
        requireKnown(keys);
        const projects = state.projects.list().filter((project) => keys.every((key) => permissions.has(caller, project, key)));
        return { status: 200, body: { projects: projects.map(({ id, key }) => ({ id: Number(id), key })) } };
      },
    },
  ];
}

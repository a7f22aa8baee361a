import type { JiraParts } from '../jira-service';
import { JiraError, projectNotFound } from '../jira-error';
import type { RestRequest, RestRoute } from '../rest-router';
import type { ProjectRecord, RoleRecord } from '../state/records';
import { readList, readPage, toPage } from './paging';

/** Projects with their statuses and roles. */
export function projectRoutes({ state, permissions, shapes, projectChanger }: JiraParts): RestRoute[] {
  const getProject = ({ caller }: RestRequest, idOrKey: string): ProjectRecord => {
    const project = permissions.findProject(caller, idOrKey);
    if (project === null) throw projectNotFound(idOrKey);
    return project;
  };
  const toRole = (project: ProjectRecord, role: RoleRecord) => {
    const actors = project.roleActors[role.id] ?? { userIds: [], groupIds: [] };
    return {
      self: shapes.self(`/project/${project.id}/role/${role.id}`),
      name: role.name,
      id: Number(role.id),
      description: role.description,
      actors: [
        ...actors.userIds.map((accountId, index) => ({
          id: 10_000 + index,
          displayName: state.users.find(accountId)?.displayName ?? accountId,
          type: 'atlassian-user-role-actor',
          actorUser: { accountId },
        })),
        ...actors.groupIds.map((groupId, index) => ({
          id: 20_000 + index,
          displayName: state.groups.get(groupId).name,
          type: 'atlassian-group-role-actor',
          name: state.groups.get(groupId).name,
          actorGroup: { name: state.groups.get(groupId).name, displayName: state.groups.get(groupId).name, groupId },
        })),
      ],
    };
  };
  return [
    {
      method: 'GET',
      path: '/project',
      scope: 'read:jira-work',
      handle: ({ caller }) => ({ status: 200, body: permissions.listProjects(caller).map((project) => shapes.project(project)) }),
    },
    {
      method: 'GET',
      path: '/project/search',
      scope: 'read:jira-work',
      handle: ({ caller, query }) => {
        const ids = readList(query, 'id');
        const keys = readList(query, 'keys');
        const text = (query.get('query') ?? '').toLowerCase();
        const permission = ACTION_PERMISSION[query.get('action') ?? 'view'] ?? 'BROWSE_PROJECTS';
        const projects = permissions
          .listProjects(caller)
          .filter(
            (project) =>
              (ids.length === 0 || ids.includes(project.id)) &&
              (keys.length === 0 || keys.includes(project.key)) &&
              `${project.key} ${project.name}`.toLowerCase().includes(text) &&
              permissions.has(caller, project, permission),
          );
        return {
          status: 200,
          body: {
            self: shapes.self('/project/search'),
            ...toPage(
              projects.map((project) => shapes.project(project)),
              readPage(query),
            ),
          },
        };
      },
    },
    {
      method: 'GET',
      path: '/project/{idOrKey}',
      scope: 'read:jira-work',
      handle: (request, { idOrKey = '' }) => ({ status: 200, body: shapes.projectDetails(getProject(request, idOrKey)) }),
    },
    {
      method: 'PUT',
      path: '/project/{idOrKey}',
      scope: 'manage:jira-configuration',
      handle: (request, { idOrKey = '' }) => {
        const { name, key } = (request.body ?? {}) as { name?: unknown; key?: unknown };
        const changed = projectChanger.update(request.caller, getProject(request, idOrKey), {
          ...(typeof name === 'string' ? { name } : {}),
          ...(typeof key === 'string' ? { key } : {}),
        });
        return { status: 200, body: shapes.projectDetails(changed) };
      },
    },
    {
      method: 'DELETE',
      path: '/project/{idOrKey}',
      scope: 'manage:jira-configuration',
      handle: (request, { idOrKey = '' }) => {
        projectChanger.delete(request.caller, getProject(request, idOrKey));
        return { status: 204 };
      },
    },
    {
      method: 'GET',
      path: '/project/{idOrKey}/statuses',
      scope: 'read:jira-work',
      handle: (request, { idOrKey = '' }) => {
        const project = getProject(request, idOrKey);
        const statuses = state.workflowOf(project).statusIds.map((id) => shapes.status(state.statuses.get(id)));
        const types = project.issueTypeIds.map((id) => state.issueTypes.get(id));
        return {
          status: 200,
          body: types.map(({ id, name, subtask }) => ({ self: shapes.self(`/issuetype/${id}`), id, name, subtask, statuses })),
        };
      },
    },
    {
      method: 'GET',
      path: '/project/{idOrKey}/securitylevel',
      scope: 'read:jira-work',
      handle: (request, { idOrKey = '' }) => {
        const levels = state.securityLevels.listOf(getProject(request, idOrKey).id);
        return { status: 200, body: { levels: levels.map((level) => shapes.securityLevel(level)) } };
      },
    },
    {
      method: 'GET',
      path: '/project/{idOrKey}/role',
      scope: 'read:jira-work',
      handle: (request, { idOrKey = '' }) => {
        const project = getProject(request, idOrKey);
        const roles = state.roles.list().map(({ id, name }) => [name, shapes.self(`/project/${project.id}/role/${id}`)]);
        return { status: 200, body: Object.fromEntries(roles) as Record<string, string> };
      },
    },
    {
      method: 'GET',
      path: '/project/{idOrKey}/roledetails',
      scope: 'read:jira-work',
      handle: (request, { idOrKey = '' }) => {
        const project = getProject(request, idOrKey);
        const mine = permissions.rolesOf(request.caller.accountId, project).map(({ id }) => id);
        const roles = state.roles.list().filter(({ id }) => request.query.get('currentMember') !== 'true' || mine.includes(id));
        return {
          status: 200,
          body: roles.map((role) => ({
            self: shapes.self(`/project/${project.id}/role/${role.id}`),
            name: role.name,
            id: Number(role.id),
            description: role.description,
          })),
        };
      },
    },
    {
      method: 'GET',
      path: '/project/{idOrKey}/role/{roleId}',
      scope: 'read:jira-work',
      handle: (request, { idOrKey = '', roleId = '' }) => {
        const project = getProject(request, idOrKey);
        const role = state.roles.find(roleId);
        const mayLook = permissions.has(request.caller, project, 'ADMINISTER_PROJECTS') || permissions.isJiraAdmin(request.caller);
        if (role === null || !mayLook) throw new JiraError(404, ['The project role was not found.']);
        return { status: 200, body: toRole(project, role) };
      },
    },
  ];
}

const ACTION_PERMISSION: Record<string, string> = {
  view: 'BROWSE_PROJECTS',
  browse: 'BROWSE_PROJECTS',
  edit: 'ADMINISTER_PROJECTS',
  create: 'CREATE_ISSUES',
};

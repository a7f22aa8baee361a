import { route } from '@forge/api';
import * as v from 'valibot';

import type { PeopleReader, PermissionChecker } from '../app/ports/issues';
import { isFormer } from '../domain/audit/former-person';
import { requestJson } from './jira-request';
import { jiraUser, toPerson } from './jira-shapes';

/** Most people a search answers. */
const MAX_FOUND = 20;

/** Most accounts one call may name. */
const MAX_BULK_USERS = 90;

/** Jira leaves the zone out where the person's privacy settings say so. */
const zonedUser = v.object({ accountId: v.string(), timeZone: v.nullish(v.string(), null) });

/** `PeopleReader` as the person of this invocation, who sees of others what Jira lets them see. */
export const jiraPeopleReader: PeopleReader = {
  async getMany(accountIds) {
    const known = accountIds.filter((accountId) => !isFormer(accountId));
    if (known.length === 0) return [];
    const query = new URLSearchParams({ maxResults: String(MAX_BULK_USERS) });
    for (const accountId of known.slice(0, MAX_BULK_USERS)) query.append('accountId', accountId);
    const answer = await requestJson('user', route`/rest/api/3/user/bulk?${query}`, v.object({ values: v.array(jiraUser) }));
    return answer.values.map(toPerson);
  },

  async findViewers(issueKey, query) {
    const parameters = new URLSearchParams({ issueKey, query, maxResults: String(MAX_FOUND) });
    const found = await requestJson('user', route`/rest/api/3/user/viewissue/search?${parameters}`, v.array(jiraUser));
    return found.map(toPerson);
  },

  async getZones(accountIds) {
    const known = accountIds.filter((accountId) => !isFormer(accountId));
    if (known.length === 0) return new Map();
    const query = new URLSearchParams({ maxResults: String(MAX_BULK_USERS) });
    for (const accountId of known.slice(0, MAX_BULK_USERS)) query.append('accountId', accountId);
    const answer = await requestJson('app', route`/rest/api/3/user/bulk?${query}`, v.object({ values: v.array(zonedUser) }));
    return new Map(answer.values.flatMap(({ accountId, timeZone }) => (timeZone === null ? [] : [[accountId, timeZone]])));
  },

  async getOwnZone() {
    return (await requestJson('user', route`/rest/api/3/myself`, zonedUser)).timeZone ?? 'UTC';
  },
};

const granted = v.object({
  globalPermissions: v.array(v.string()),
  projectPermissions: v.array(
    v.object({
      permission: v.string(),
      issues: v.optional(v.array(v.number()), []),
      projects: v.optional(v.array(v.number()), []),
    }),
  ),
});

const userGroups = v.array(v.object({ groupId: v.nullish(v.string(), null), name: v.string() }));

const roleActors = v.object({
  actors: v.optional(
    v.array(
      v.object({
        actorUser: v.optional(v.object({ accountId: v.string() })),
        actorGroup: v.optional(v.object({ groupId: v.nullish(v.string(), null), name: v.optional(v.string(), '') })),
      }),
    ),
    [],
  ),
});

/** `PermissionChecker`: what the person may do is asked as that person; membership is asked as the app, about that person only. */
export const jiraPermissionChecker: PermissionChecker = {
  async canEdit(issueId) {
    const permissions = ['BROWSE_PROJECTS', 'EDIT_ISSUES'];
    const answer = await check({ projectPermissions: [{ permissions, issues: [Number(issueId)], projects: [] }] });
    return permissions.every((permission) =>
      answer.projectPermissions.some((grant) => grant.permission === permission && grant.issues.includes(Number(issueId))),
    );
  },

  async isProjectAdmin(projectId) {
    const answer = await check({
      projectPermissions: [{ permissions: ['ADMINISTER_PROJECTS'], issues: [], projects: [Number(projectId)] }],
    });
    return answer.projectPermissions.some(
      (grant) => grant.permission === 'ADMINISTER_PROJECTS' && grant.projects.includes(Number(projectId)),
    );
  },

  async isJiraAdmin() {
    const answer = await check({ globalPermissions: ['ADMINISTER'] });
    return answer.globalPermissions.includes('ADMINISTER');
  },

  async belongsTo(accountId, projectId, pool) {
    if (pool.kind === 'group') return (await listGroups(accountId)).some((group) => group.groupId === pool.groupId);
    const { actors } = await requestJson('app', route`/rest/api/3/project/${projectId}/role/${pool.roleId}`, roleActors);
    if (actors.some((actor) => actor.actorUser?.accountId === accountId)) return true;
    const groups = actors.flatMap((actor) => actor.actorGroup ?? []);
    if (groups.length === 0) return false;
    const own = await listGroups(accountId);
    return groups.some((group) => own.some((each) => (group.groupId === null ? each.name === group.name : each.groupId === group.groupId)));
  },
};

function check(body: unknown): Promise<v.InferOutput<typeof granted>> {
  return requestJson('user', route`/rest/api/3/permissions/check`, granted, { method: 'POST', body, repeatable: true });
}

function listGroups(accountId: string): Promise<v.InferOutput<typeof userGroups>> {
  return requestJson('app', route`/rest/api/3/user/groups?${new URLSearchParams({ accountId })}`, userGroups);
}

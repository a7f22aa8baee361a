import { route } from '@forge/api';
import * as v from 'valibot';

import type { DirectoryReader } from '../app/ports/issues';
import { requestJson } from './jira-request';
import { jiraUser, toPerson } from './jira-shapes';

/** Most a search answers. */
const MAX_FOUND = 20;

const groupsFound = v.object({ groups: v.array(v.object({ groupId: v.string(), name: v.string() })) });

/** `DirectoryReader` over Jira's searches of people and groups. */
export const jiraDirectoryReader: DirectoryReader = {
  async findAssignable(projectKey, query) {
    const parameters = new URLSearchParams({ project: projectKey, query, maxResults: String(MAX_FOUND) });
    const found = await requestJson('user', route`/rest/api/3/user/assignable/search?${parameters}`, v.array(jiraUser));
    return found.map(toPerson);
  },

  async findGroups(query) {
    const parameters = new URLSearchParams({ query, maxResults: String(MAX_FOUND) });
    const { groups } = await requestJson('user', route`/rest/api/3/groups/picker?${parameters}`, groupsFound);
    return groups.map(({ groupId, name }) => ({ id: groupId, name }));
  },
};

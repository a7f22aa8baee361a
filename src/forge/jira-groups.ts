import { route } from '@forge/api';
import * as v from 'valibot';

import type { GroupReader } from '../app/ports/issues';
import { requestJson } from './jira-request';

/** Most groups one call names: a name can be 255 characters, and all of them stand in the address. */
const MAX_BULK_GROUPS = 20;

/** More than are asked for, since several groups may have one name. */
const MAX_FOUND = 50;

const groupsFound = v.object({ values: v.array(v.object({ groupId: v.string(), name: v.string() })) });

/** `GroupReader` over Jira's bulk look-up. */
export const jiraGroupReader: GroupReader = {
  findByIds: (ids) => findGroups('groupId', ids),
  findByNames: (names) => findGroups('groupName', names),
};

async function findGroups(by: 'groupId' | 'groupName', given: readonly string[]) {
  const found: { readonly id: string; readonly name: string }[] = [];
  for (let start = 0; start < given.length; start += MAX_BULK_GROUPS) {
    const query = new URLSearchParams({ maxResults: String(MAX_FOUND) });
    for (const each of given.slice(start, start + MAX_BULK_GROUPS)) query.append(by, each);
    const { values } = await requestJson('user', route`/rest/api/3/group/bulk?${query}`, groupsFound);
    found.push(...values.map(({ groupId, name }) => ({ id: groupId, name })));
  }
  return found;
}

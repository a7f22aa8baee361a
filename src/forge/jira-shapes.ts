import * as v from 'valibot';

import type { Person } from '../app/ports/issues';

/** A user as every Jira route shows one; Jira leaves the name out where the asker may not see it. */
export const jiraUser = v.object({
  accountId: v.string(),
  displayName: v.optional(v.string(), ''),
  active: v.optional(v.boolean(), true),
  avatarUrls: v.optional(v.record(v.string(), v.string()), {}),
});

/** A user as surfaces show one. */
export function toPerson(user: v.InferOutput<typeof jiraUser>): Person {
  const { accountId, displayName, active, avatarUrls } = user;
  return { accountId, displayName, active, avatarUrl: avatarUrls['48x48'] ?? avatarUrls['32x32'] ?? avatarUrls['24x24'] ?? null };
}

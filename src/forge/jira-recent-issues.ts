import { route } from '@forge/api';
import * as v from 'valibot';

import type { RecentIssueReader } from '../app/ports/issues';
import { requestJson } from './jira-request';

const found = v.object({
  issues: v.array(
    v.object({
      key: v.string(),
      fields: v.object({ summary: v.optional(v.string(), ''), status: v.object({ name: v.string() }) }),
    }),
  ),
});

/** `RecentIssueReader` over Jira's search, which finds only what the person may see. */
export const jiraRecentIssueReader: RecentIssueReader = {
  async listRecent(projectId, limit) {
    const body = { jql: `project = ${projectId} ORDER BY updated DESC`, fields: ['summary', 'status'], maxResults: limit };
    const { issues } = await requestJson('user', route`/rest/api/3/search/jql`, found, { method: 'POST', body, repeatable: true });
    return issues.map(({ key, fields }) => ({ key, summary: fields.summary, statusName: fields.status.name }));
  },
};

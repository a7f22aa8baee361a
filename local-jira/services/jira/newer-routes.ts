/**
 * Routes of the local Jira that the public OpenAPI file of Jira's REST API does not list yet, with where their shape comes
 * from: Atlassian's page of the group, and the type jira.js 5.4.0 gives to the answer (`null`: it has none).
 */
export const NEWER_ROUTES: readonly { route: string; source: string; answerType: string | null }[] = [
  { route: 'POST /issue/bulkfetch', source: 'Jira REST v3, Issues: Bulk fetch issues', answerType: 'BulkIssue' },
  {
    route: 'POST /search/jql',
    source: 'Jira REST v3, Issue search: Search for issues using JQL enhanced search (POST)',
    answerType: 'SearchAndReconcileResults',
  },
  {
    route: 'GET /search/jql',
    source: 'Jira REST v3, Issue search: Search for issues using JQL enhanced search (GET)',
    answerType: 'SearchAndReconcileResults',
  },
  { route: 'POST /search/approximate-count', source: 'Jira REST v3, Issue search: Count issues using JQL', answerType: 'JQLCount' },
  { route: 'GET /workflows/search', source: 'Jira REST v3, Workflows: Search workflows', answerType: 'WorkflowSearchResponse' },
  {
    route: 'GET /workflow/{id}/projectUsages',
    source: 'Jira REST v3, Workflows: Get projects using a given workflow',
    answerType: 'WorkflowProjectUsage',
  },
  {
    route: 'POST /bulk/issues/transition',
    source: 'Jira REST v3, Issue bulk operations: Bulk transition issue statuses',
    answerType: 'SubmittedBulkOperation',
  },
  {
    route: 'POST /bulk/issues/move',
    source: 'Jira REST v3, Issue bulk operations: Bulk move issues',
    answerType: 'SubmittedBulkOperation',
  },
  {
    route: 'GET /bulk/queue/{taskId}',
    source: 'Jira REST v3, Issue bulk operations: Get bulk issue operation progress',
    answerType: 'BulkOperationProgress',
  },
  { route: 'POST /forge/panel/action/bulk/async', source: 'Forge changelog 3102, 2026', answerType: null },
];

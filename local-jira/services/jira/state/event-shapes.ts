import type { JiraState } from './jira-state';
import type { IssueRecord, ProjectRecord } from './records';

/**
 * Issues and projects as product events carry them: ids and words of the issue, people by account id only, never by
 * name (Atlassian's page "Jira events").
 */
export function toEventIssue(state: JiraState, issue: IssueRecord): Record<string, unknown> {
  const type = state.issueTypes.get(issue.issueTypeId);
  return {
    id: issue.id,
    key: issue.key,
    fields: {
      summary: issue.summary,
      issuetype: { id: type.id, name: type.name, description: type.description, subtask: type.subtask },
      creator: { accountId: issue.creatorId },
      created: issue.created,
      project: toEventProject(state.projects.get(issue.projectId)),
      reporter: { accountId: issue.reporterId },
      assignee: issue.assigneeId === null ? null : { accountId: issue.assigneeId },
      updated: issue.updated,
      status: toEventStatus(state, issue.statusId),
    },
  };
}

export function toEventStatus(state: JiraState, statusId: string): Record<string, unknown> {
  const { id, name, category } = state.statuses.get(statusId);
  return { id, name, statusCategory: CATEGORY[category] };
}

export function toEventProject({ id, key, name, style }: ProjectRecord): Record<string, unknown> {
  return { id, key, name, projectTypeKey: 'software', simplified: style === 'team-managed' };
}

/** Jira's own fixed status categories. */
export const CATEGORY = {
  new: { id: 2, key: 'new', colorName: 'blue-gray', name: 'To Do' },
  indeterminate: { id: 4, key: 'indeterminate', colorName: 'yellow', name: 'In Progress' },
  done: { id: 3, key: 'done', colorName: 'green', name: 'Done' },
} as const;

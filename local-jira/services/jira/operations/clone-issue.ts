import { forbidden } from '../jira-error';
import { MAX_SUMMARY_CHARACTERS } from '../limits';
import type { Caller } from '../state/caller';
import type { JiraState } from '../state/jira-state';
import type { Permissions } from '../state/permissions';
import type { IssueRecord } from '../state/records';
import type { CreateIssue } from './create-issue';

interface CloneParts {
  state: JiraState;
  permissions: Permissions;
  creator: CreateIssue;
}

/**
 * Copies an issue as Jira's *Clone* does: a new issue at the start of its workflow with the same words, people and
 * fields; no history, comments, files or entity properties.
 *
 * @param copiesAppFields whether the app's read-only fields go along. Atlassian does not say, so both can be tried.
 * @throws {JiraError} 403 without Create issues.
 */
export function cloneIssue(
  { state, permissions, creator }: CloneParts,
  caller: Caller,
  issue: IssueRecord,
  copiesAppFields: boolean,
): IssueRecord {
  const project = state.projects.get(issue.projectId);
  if (!permissions.has(caller, project, 'CREATE_ISSUES')) throw forbidden('You do not have permission to create issues in this project.');
  return state.database.inTransaction(() =>
    creator.add(caller, project, {
      issueTypeId: issue.issueTypeId,
      summary: `CLONE - ${issue.summary}`.slice(0, MAX_SUMMARY_CHARACTERS),
      description: issue.description,
      assigneeId: issue.assigneeId,
      labels: issue.labels,
      priority: issue.priority,
      securityLevelId: issue.securityLevelId ?? null,
      fields: Object.fromEntries(
        Object.entries(issue.fields).filter(([id]) => copiesAppFields || state.fields.find(id)?.isReadOnly !== true),
      ),
    }),
  );
}

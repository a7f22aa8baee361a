import { forbidden, invalid } from '../jira-error';
import type { Caller } from '../state/caller';
import type { JiraState } from '../state/jira-state';
import type { Permissions } from '../state/permissions';
import type { ChangeItem, IssueRecord, ProjectRecord } from '../state/records';
import { issueTypeChange, statusChange, textChange } from './change-items';
import type { IssueWriter } from './issue-writer';

/** Where an issue is to go. */
export interface MoveTarget {
  project: ProjectRecord;
  issueTypeId: string;
}

interface MoveParts {
  state: JiraState;
  permissions: Permissions;
  writer: IssueWriter;
}

/**
 * Moves an issue to another project or type: new key, a status of that project's workflow, no validators asked, as in Jira.
 * Within its project it keeps its key.
 * The status keeps its name where the other workflow has it, else the workflow's first one is taken.
 *
 * @throws {JiraError} 403 without the right to move here or to create there, 400 for a type the project lacks.
 */
export function moveIssue({ state, permissions, writer }: MoveParts, caller: Caller, issue: IssueRecord, target: MoveTarget): void {
  const { project, issueTypeId } = target;
  if (!permissions.hasOnIssue(caller, issue, 'MOVE_ISSUES') || !permissions.has(caller, project, 'CREATE_ISSUES')) {
    throw forbidden('You do not have permission to move this issue.');
  }
  if (!project.issueTypeIds.includes(issueTypeId)) throw invalid(`Project ${project.key} has no issue type ${issueTypeId}.`);
  const from = state.projects.get(issue.projectId);
  const staysHere = from.id === project.id;
  const moved: IssueRecord = {
    ...issue,
    key: staysHere ? issue.key : `${project.key}-${project.lastIssueNumber + 1}`,
    projectId: project.id,
    issueTypeId,
    statusId: findStatusId(state, project, issue.statusId),
    securityLevelId: staysHere ? (issue.securityLevelId ?? null) : null,
  };
  state.database.inTransaction(() => {
    if (!staysHere) state.projects.put(project.id, { ...project, lastIssueNumber: project.lastIssueNumber + 1 });
    writer.update(caller, { issue: moved, items: listChanges(state, issue, moved, from), eventName: 'issue_moved' });
  });
}

function listChanges(state: JiraState, before: IssueRecord, after: IssueRecord, from: ProjectRecord): ChangeItem[] {
  const to = state.projects.get(after.projectId);
  const project: ChangeItem = {
    field: 'project',
    fieldtype: 'jira',
    fieldId: 'project',
    from: from.id,
    fromString: from.name,
    to: to.id,
    toString: to.name,
  };
  const key = { ...textChange('key', before.key, after.key), field: 'Key' };
  return [
    ...(from.id === to.id ? [] : [project, key]),
    ...(before.issueTypeId === after.issueTypeId ? [] : [issueTypeChange(state, before.issueTypeId, after.issueTypeId)]),
    ...(before.statusId === after.statusId ? [] : [statusChange(state, before.statusId, after.statusId)]),
  ];
}

function findStatusId(state: JiraState, project: ProjectRecord, statusId: string): string {
  const { name } = state.statuses.get(statusId);
  const { statusIds } = state.workflowOf(project);
  const found = statusIds.find((id) => id === statusId) ?? statusIds.find((id) => state.statuses.get(id).name === name) ?? statusIds[0];
  if (found === undefined) throw new Error(`The workflow of ${project.key} has no status.`);
  return found;
}

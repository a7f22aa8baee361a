import type { JiraState } from '../state/jira-state';
import type { IssueRecord } from '../state/records';

/** Shows a panel on every issue of a project, or takes that back. */
export function setPanelPin(state: JiraState, moduleKey: string, projectId: string, isPinned: boolean): void {
  const id = `${moduleKey}/project/${projectId}`;
  if (isPinned) state.panels.put(id, { moduleKey, projectId, issueId: null });
  else state.panels.delete(id);
}

/** Shows a panel on one issue from now on, as pressing its button does. */
export function pressPanel(state: JiraState, moduleKey: string, issueId: string): void {
  state.panels.put(`${moduleKey}/issue/${issueId}`, { moduleKey, projectId: null, issueId });
}

/** Whether the panel shows on this issue: pressed there before, or pinned in its project. */
export function showsPanel(state: JiraState, moduleKey: string, issue: IssueRecord): boolean {
  return (
    state.panels.find(`${moduleKey}/issue/${issue.id}`) !== null || state.panels.find(`${moduleKey}/project/${issue.projectId}`) !== null
  );
}

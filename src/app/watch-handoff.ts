import { readStore, requireInProject } from './command/load-case';
import { askJira } from './jira-trouble';
import type { AppPorts, IssueCaller } from './ports/app-ports';

/** The record's revision, for polling: only for who may see the work item. */
export async function watchHandoff(ports: Pick<AppPorts, 'records' | 'issues'>, caller: IssueCaller): Promise<{ readonly rev: number }> {
  const [stored, issue] = await Promise.all([readStore(ports.records.find(caller.issueId)), askJira(ports.issues.get('user', caller.issueId))]);
  requireInProject(caller, issue.projectId);
  return { rev: stored?.rev ?? 0 };
}

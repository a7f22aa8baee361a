import { requireInProject } from './command/load-case';
import { readStore } from './store-trouble';
import { askJira } from './jira-trouble';
import type { AppPorts, IssueCaller } from './ports/app-ports';
import { isEditCheckFresh } from './record/edit-checks';

/**
 * The record's revision, for polling: only for who may see the work item. Whose edit right was checked within ten minutes is known to see
 * it, so that polling while somebody edits asks nothing of Jira, whose limits all customers share (platform.md 6).
 */
export async function watchHandoff(
  ports: Pick<AppPorts, 'records' | 'issues' | 'machine'>,
  caller: IssueCaller,
): Promise<{ readonly rev: number }> {
  const stored = await readStore(ports.records.find(caller.issueId));
  const checkedAt = stored?.editChecks[caller.accountId];
  const isKnown = isEditCheckFresh(checkedAt, ports.machine.now());
  const projectId =
    stored !== null && isKnown ? stored.seen.projectId : (await askJira(ports.issues.get('user', caller.issueId))).projectId;
  requireInProject(caller, projectId);
  return { rev: stored?.rev ?? 0 };
}

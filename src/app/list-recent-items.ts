import type { RecentItem } from '../contract/coverage';
import { requireProjectAdmin } from './config/change-config';
import { askJira } from './jira-trouble';
import type { AppPorts, ProjectCaller } from './ports/app-ports';
import type { RecentIssueReader } from './ports/issues';

/** Most work items offered beside typing a key. */
const MAX_RECENT_ITEMS = 10;

/**
 * The work items of the project that changed last, as Jira shows them to the caller, to pick one for a test run.
 *
 * @throws {AppError} FORBIDDEN for who does not administer the project; JIRA_UNAVAILABLE.
 */
export async function listRecentItems(
  ports: Pick<AppPorts, 'permissions'> & { readonly recent: RecentIssueReader },
  caller: ProjectCaller,
): Promise<{ readonly items: readonly RecentItem[] }> {
  await requireProjectAdmin(ports, caller);
  return { items: await askJira(ports.recent.listRecent(caller.projectId, MAX_RECENT_ITEMS)) };
}

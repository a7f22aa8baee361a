import type { AdminOverview } from '../contract/admin';
import { requireLicence } from './command/run-command';
import { buildAdminOverview, requireJiraAdmin, type AdminPorts } from './config/build-admin-overview';
import { askJira } from './jira-trouble';
import type { Caller } from './ports/app-ports';

/** Shows the panel on every work item of these projects, or stops that; for Jira admins. Jira does it in the background. */
export async function pinPanel(
  ports: AdminPorts,
  caller: Caller,
  { projectIds, pinned }: { readonly projectIds: readonly string[]; readonly pinned: boolean },
): Promise<AdminOverview> {
  requireLicence(caller);
  await requireJiraAdmin(ports);
  await askJira(ports.siteAdmin.pinPanel(projectIds, pinned));
  const overview = await buildAdminOverview(ports);
  return { ...overview, projects: overview.projects.map((project) => (projectIds.includes(project.id) ? { ...project, panelPinned: pinned } : project)) };
}

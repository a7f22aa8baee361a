import type { AdminOverview } from '../contract/admin';
import { AppError } from './app-error';
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
  // Jira takes any id and does nothing later: what it does not have is refused here.
  const known = (await askJira(ports.site.listProjects())).map(({ id }) => id);
  if (!projectIds.every((projectId) => known.includes(projectId))) throw new AppError('NOT_FOUND');
  await askJira(ports.siteAdmin.pinPanel(projectIds, pinned));
  const overview = await buildAdminOverview(ports);
  return {
    ...overview,
    projects: overview.projects.map((project) => (projectIds.includes(project.id) ? { ...project, panelPinned: pinned } : project)),
  };
}

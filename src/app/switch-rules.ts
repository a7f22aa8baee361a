import type { AdminOverview } from '../contract/admin';
import { buildAdminOverview, requireJiraAdmin, type AdminPorts } from './config/build-admin-overview';
import { askJira } from './jira-trouble';

/** Switches every Baton rule of the site off or on, for Jira admins: off before uninstalling, so that no workflow stands still. Also without a licence. */
export async function switchRules(ports: AdminPorts, enabled: boolean): Promise<AdminOverview> {
  await requireJiraAdmin(ports);
  const rules = await askJira(ports.siteAdmin.listRules());
  const other = rules.filter(({ disabled }) => disabled === enabled);
  if (other.length > 0) await askJira(ports.siteAdmin.switchRules(other, enabled));
  return buildAdminOverview(ports);
}

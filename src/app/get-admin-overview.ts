import type { AdminOverview } from '../contract/admin';
import { buildAdminOverview, requireJiraAdmin, type AdminPorts } from './config/build-admin-overview';

/** The get-started page of a Jira admin. */
export async function getAdminOverview(ports: AdminPorts): Promise<AdminOverview> {
  await requireJiraAdmin(ports);
  return buildAdminOverview(ports);
}

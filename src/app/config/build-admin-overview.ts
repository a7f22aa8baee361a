import type { AdminOverview } from '../../contract/admin';
import { AppError } from '../app-error';
import { readStore } from '../store-trouble';
import { askJira } from '../jira-trouble';
import type { AppPorts } from '../ports/app-ports';
import type { ConfigHistory } from '../ports/config-store';
import type { InstalledRule } from '../ports/site';
import { readMode, readRequires } from './read-rule';

export type AdminPorts = Pick<AppPorts, 'permissions' | 'site' | 'siteAdmin'> & { readonly configs: ConfigHistory };

/** Projects and Baton rules of the site, for Jira admins. */
export async function buildAdminOverview(ports: AdminPorts): Promise<AdminOverview> {
  const [projects, rules] = await Promise.all([askJira(ports.site.listProjects()), askJira(ports.siteAdmin.listRules())]);
  const configs = await readStore(ports.configs.findMany(projects.map(({ id }) => id)));
  return {
    projects: projects.map(({ id, key, name }) => ({ id, key, name, on: configs.get(id)?.on ?? false, panelPinned: null })),
    rules: rules.map(toRule),
  };
}

/** Site-wide switches are for Jira admins; asked live, every time. */
export async function requireJiraAdmin(ports: Pick<AppPorts, 'permissions'>): Promise<void> {
  if (!(await askJira(ports.permissions.isJiraAdmin()))) throw new AppError('FORBIDDEN');
}

function toRule(rule: InstalledRule): AdminOverview['rules'][number] {
  const { ruleId, workflowName, transition, disabled } = rule;
  return {
    ruleId,
    workflowName,
    transition: transition?.name ?? '',
    requires: readRequires(rule),
    mode: readMode(rule),
    enabled: !disabled,
  };
}

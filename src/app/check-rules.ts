import type { RuleStatus } from '../contract/settings';
import { requireProjectAdmin } from './config/change-config';
import { findRuleStatus } from './config/find-rule-status';
import { readStore } from './store-trouble';
import { askJira } from './jira-trouble';
import type { AppPorts, ProjectCaller } from './ports/app-ports';

/** Whether the Baton rule stands where the project's routes need it, asked anew. */
export async function checkRules(
  ports: Pick<AppPorts, 'configs' | 'permissions' | 'site' | 'siteAdmin' | 'log'>,
  caller: ProjectCaller,
): Promise<{ readonly ruleStatus: readonly RuleStatus[] }> {
  await requireProjectAdmin(ports, caller);
  const stored = await readStore(ports.configs.find(caller.projectId));
  if (stored?.config.on !== true) return { ruleStatus: [] };
  const [project, { statuses }] = await Promise.all([
    askJira(ports.site.getProject(caller.projectId)),
    askJira(ports.site.listStatuses(caller.projectId)),
  ]);
  return { ruleStatus: await findRuleStatus(ports, project, stored.config, statuses) };
}

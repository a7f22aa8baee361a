import type { BridgeContract } from '../contract/bridge-contract';
import { AppError } from './app-error';
import { readStore } from './store-trouble';
import { askJira } from './jira-trouble';
import type { AppPorts, Caller } from './ports/app-ports';
import type { ConfigHistory } from './ports/config-store';

/** A caller on a page of a workflow rule. */
export interface RuleCaller extends Caller {
  /** Project of a team-managed workflow; null for one of the site's. */
  readonly scopedProjectId: string | null;
}

/** Projects whose configuration is looked at for a workflow of the whole site. */
const MAX_PROJECTS = 200;

/**
 * Which handoff types a rule's transition touches, so that its page can say what the rule will do. For Jira admins, and for who
 * administers the project a team-managed workflow belongs to.
 */
export async function explainRule(
  ports: Pick<AppPorts, 'permissions' | 'site'> & { readonly configs: ConfigHistory },
  caller: RuleCaller,
  { fromStatusId, toStatusId }: { readonly fromStatusId: string | null; readonly toStatusId: string | null },
): Promise<BridgeContract['rule.explain']['result']> {
  const { scopedProjectId } = caller;
  const mayConfigure =
    (scopedProjectId !== null && (await askJira(ports.permissions.isProjectAdmin(scopedProjectId)))) ||
    (await askJira(ports.permissions.isJiraAdmin()));
  if (!mayConfigure) throw new AppError('FORBIDDEN');
  const projectIds =
    scopedProjectId === null ? (await askJira(ports.site.listProjects())).slice(0, MAX_PROJECTS).map(({ id }) => id) : [scopedProjectId];
  const configs = await readStore(ports.configs.findMany(projectIds));
  const active = [...configs.values()]
    .filter(({ on }) => on)
    .flatMap(({ types }) => types.filter(({ switches }) => switches.active).map(({ current }) => current));
  const touched = active.filter(({ route }) => {
    const goesAlong = route.toStatusId === toStatusId && (fromStatusId === null || route.fromStatusIds.includes(fromStatusId));
    return goesAlong || (fromStatusId !== null && route.toStatusId === fromStatusId);
  });
  return { typeNames: [...new Set(touched.map(({ name }) => name))], scoped: scopedProjectId !== null };
}

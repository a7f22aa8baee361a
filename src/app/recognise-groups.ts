import type { BridgeContract } from '../contract/bridge-contract';
import type { NamedRef } from '../domain/type/transfer/transfer-file';
import { requireProjectAdmin } from './config/change-config';
import { toJiraError } from './jira-trouble';
import type { AppPorts, ProjectCaller } from './ports/app-ports';
import type { GroupReader } from './ports/issues';
import { JiraFault } from './ports/jira-fault';

/**
 * Those groups a file of another site names that this site has, as the caller sees them: by id, and by name where the id is not known here.
 * Whoever may not see groups finds none.
 *
 * @throws {AppError} FORBIDDEN for who does not administer the project; JIRA_UNAVAILABLE.
 */
export async function recogniseGroups(
  ports: Pick<AppPorts, 'permissions'> & { readonly groups: GroupReader },
  caller: ProjectCaller,
  named: readonly NamedRef[],
): Promise<BridgeContract['settings.recogniseGroups']['result']> {
  await requireProjectAdmin(ports, caller);
  try {
    const byId = await ports.groups.findByIds([...new Set(named.flatMap(({ id }) => (id === undefined ? [] : [id])))]);
    const left = named.filter(({ id }) => !byId.some((group) => group.id === id));
    const byName = await ports.groups.findByNames([...new Set(left.flatMap(({ name }) => (name === '' ? [] : [name])))]);
    return { groups: [...new Map([...byId, ...byName].map((group) => [group.id, group])).values()] };
  } catch (error) {
    if (error instanceof JiraFault && error.kind === 'forbidden') return { groups: [] };
    throw toJiraError(error);
  }
}

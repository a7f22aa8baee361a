import type { BridgeContract } from '../contract/bridge-contract';
import { toTransferFile } from '../domain/type/transfer/transfer-file';
import { requireProjectAdmin } from './config/change-config';
import { askJira } from './jira-trouble';
import type { AppPorts, ProjectCaller } from './ports/app-ports';
import { readStore } from './store-trouble';

/**
 * The handoff types of another project as a file, for who administers both: asked live, that one too (S-091).
 *
 * @throws {AppError} FORBIDDEN; NOT_FOUND for a project the caller does not see.
 */
export async function readTypesElsewhere(
  ports: Pick<AppPorts, 'configs' | 'permissions' | 'site'>,
  caller: ProjectCaller,
  projectKey: string,
): Promise<BridgeContract['settings.typesElsewhere']['result']> {
  await requireProjectAdmin(ports, caller);
  const other = await askJira(ports.site.getProject(projectKey));
  await requireProjectAdmin(ports, { ...caller, projectId: other.id });
  const [stored, { statuses, workItemTypes }, roles, fields] = await Promise.all([
    readStore(ports.configs.find(other.id)),
    askJira(ports.site.listStatuses(other.id)),
    askJira(ports.site.listRoles(other.id)),
    askJira(ports.site.listFields()),
  ]);
  const types = (stored?.config.types ?? []).map(({ current }) => current);
  const userFields = fields.filter(({ holdsUser }) => holdsUser);
  return {
    project: { key: other.key, name: other.name },
    file: toTransferFile(types, { statuses, workItemTypes, roles, fields, userFields }),
  };
}

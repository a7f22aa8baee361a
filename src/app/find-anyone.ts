import type { BridgeContract } from '../contract/bridge-contract';
import { requireProjectAdmin } from './config/change-config';
import { askJira } from './jira-trouble';
import type { AppPorts, ProjectCaller } from './ports/app-ports';
import type { DirectoryReader } from './ports/issues';

/** People and groups a project admin can make the receiver of a type. */
export async function findAnyone(
  ports: Pick<AppPorts, 'permissions' | 'site'> & { readonly directory: DirectoryReader },
  caller: ProjectCaller,
  query: string,
): Promise<BridgeContract['settings.findPeople']['result']> {
  await requireProjectAdmin(ports, caller);
  const project = await askJira(ports.site.getProject(caller.projectId));
  const [people, groups] = await Promise.all([
    askJira(ports.directory.findAssignable(project.key, query)),
    askJira(ports.directory.findGroups(query)),
  ]);
  return { people: people.filter(({ active }) => active), groups };
}

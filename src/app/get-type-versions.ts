import type { TypeVersions } from '../contract/settings';
import { AppError } from './app-error';
import { requireProjectAdmin } from './config/change-config';
import { askJira } from './jira-trouble';
import type { AppPorts, ProjectCaller } from './ports/app-ports';
import type { ConfigHistory } from './ports/config-store';
import { listPeople } from './record/people-in-events';
import { readStore } from './store-trouble';

/** Versions shown at most: older ones are kept, and nobody compares with them. */
const NEWEST = 20;

/**
 * The newest versions of a type as they were published, for who administers the project.
 *
 * @throws {AppError} FORBIDDEN, NOT_FOUND when the project has no such type, STORAGE_BUSY, JIRA_UNAVAILABLE.
 */
export async function getTypeVersions(
  ports: Pick<AppPorts, 'permissions' | 'people'> & { readonly configs: ConfigHistory },
  caller: ProjectCaller,
  typeId: string,
): Promise<TypeVersions> {
  await requireProjectAdmin(ports, caller);
  const { projectId } = caller;
  const stored = await readStore(ports.configs.find(projectId));
  const version = stored?.config.types.find(({ current }) => current.typeId === typeId)?.current.version;
  if (version === undefined) throw new AppError('NOT_FOUND', { path: 'typeId' });
  const wanted = { typeId, version, from: Math.max(1, version - NEWEST + 1) };
  const versions = await readStore(ports.configs.listTypeVersions(projectId, [wanted]));
  const people = await askJira(ports.people.getMany(listPeople(versions)));
  return {
    versions: [...versions].reverse(),
    people: Object.fromEntries(people.map((person) => [person.accountId, person])),
  };
}

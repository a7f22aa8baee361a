import type { GuidesView } from '../../contract/guide';
import type { AppPorts, ProjectCaller } from '../ports/app-ports';
import { readStore } from '../store-trouble';
import { findNames, readGuides } from './read-guides';

export type GuidePorts = Pick<AppPorts, 'configs' | 'documents' | 'permissions' | 'people' | 'machine' | 'log'>;

/** What is written about every type of a project, as it stands. */
export async function buildGuides(ports: GuidePorts, { projectId }: ProjectCaller): Promise<GuidesView> {
  const stored = await readStore(ports.configs.find(projectId));
  const guides = await readGuides(
    ports,
    projectId,
    (stored?.config.types ?? []).map(({ current }) => current.typeId),
  );
  return { guides, people: await findNames(ports, guides), today: ports.machine.now().slice(0, 10) };
}

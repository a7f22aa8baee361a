import type { LimitsView } from '../../contract/chart-limits';
import { findNames } from '../guide/read-guides';
import type { AppPorts, ProjectCaller } from '../ports/app-ports';
import { readStore } from '../store-trouble';
import { readStarts } from './read-starts';

/** What showing where limits begin anew needs. */
export type LimitsPorts = Pick<AppPorts, 'configs' | 'documents' | 'permissions' | 'people' | 'machine' | 'log'>;

/** Where the limits of each type's charts begin anew, by whom and why. The caller's right was asked. */
export async function buildLimits(ports: LimitsPorts, { projectId }: ProjectCaller): Promise<LimitsView> {
  const config = await readStore(ports.configs.find(projectId));
  const typeIds = (config?.config.types ?? []).map(({ current }) => current.typeId);
  const stored = await readStarts(ports, projectId, typeIds);
  const types = typeIds.map((typeId) => ({ typeId, ...(stored.get(typeId) ?? NOTHING) }));
  return { today: ports.machine.now().slice(0, 10), types, people: await findNames(ports, types) };
}

const NOTHING = { version: 0, starts: [] };

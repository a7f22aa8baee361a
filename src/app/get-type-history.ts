import type { TypeHistory } from '../contract/guide';
import { openPage, type PagePorts } from './guide/open-page';
import { findNames } from './guide/read-guides';
import type { Caller } from './ports/app-ports';
import type { ConfigHistory } from './ports/config-store';
import { readStore } from './store-trouble';

/** Versions shown to readers at most. */
const NEWEST = 10;

/** Who changed what is asked for, when and why, for who may read the type's page; what else a version held is the admins'. Refusals as `openPage`. */
export async function getTypeHistory(
  ports: PagePorts & { readonly configs: ConfigHistory },
  asking: Caller,
  { projectKey, typeId }: { projectKey: string; typeId: string },
): Promise<TypeHistory> {
  const { caller, page } = await openPage(ports, asking, projectKey, typeId);
  const { version } = page.type;
  const wanted = { typeId, version, from: Math.max(1, version - NEWEST + 1) };
  const published = await readStore(ports.configs.listTypeVersions(caller.projectId, [wanted]));
  const versions = published.map((one) => ({ version: one.version, change: one.change ?? null })).reverse();
  return { versions, people: await findNames(ports, versions) };
}

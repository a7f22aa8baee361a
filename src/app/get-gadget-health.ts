import type { GadgetHealth, GadgetMonth } from '../contract/gadget';
import { monthBefore } from '../domain/calendar/calendar-day';
import { askJira } from './jira-trouble';
import { readDigests, type DigestPorts, type ReadDigest } from './months/read-digests';
import type { ConfigReader } from './ports/config-store';
import type { WaitingLists } from './ports/handoff-lists';
import type { ProjectReader } from './ports/site';
import { readStore } from './store-trouble';

type GadgetPorts = DigestPorts & {
  readonly configs: Pick<ConfigReader, 'find'>;
  readonly lists: WaitingLists;
  readonly site: ProjectReader;
};

/** Pages of what is open that are counted at most: a dashboard is looked at often, and beyond 500 the exact number says nothing more. */
const MAX_PAGES = 5;

/**
 * How chosen types of a project are: what waits now, and the last month that is over, from its closed numbers. The project comes from
 * the gadget's configuration, so Jira is asked whether the person sees it. Ratings stay out: they have rules of their own.
 *
 * @param typeIds None: all; those the project no longer has are passed over.
 * @throws {AppError} NOT_FOUND for a project that is hidden from the caller, STORAGE_BUSY, JIRA_UNAVAILABLE.
 */
export async function getGadgetHealth(
  ports: GadgetPorts,
  { projectId, typeIds }: { readonly projectId: string; readonly typeIds: readonly string[] },
): Promise<GadgetHealth> {
  const { id, key, name } = await askJira(ports.site.getProject(projectId));
  const config = await readStore(ports.configs.find(id));
  const all = (config?.config.types ?? []).map(({ current }) => current);
  const types = typeIds.length === 0 ? all : all.filter(({ typeId }) => typeIds.includes(typeId));
  const month = monthBefore(ports.machine.now().slice(0, 7), 1);
  const refs = types.map(({ typeId }) => ({ projectId: id, typeId, month }));
  const [digests, waiting] = await Promise.all([readDigests(ports, refs), countWaiting(ports, id)]);
  return {
    project: { id, key, name },
    on: config?.config.on ?? false,
    month,
    types: types.map((type) => {
      const found = digests.find(({ typeId }) => typeId === type.typeId);
      return { typeId: type.typeId, name: type.name, waiting: waiting.counts.get(type.typeId) ?? 0, month: toMonth(found) };
    }),
    isWaitingCut: waiting.isCut,
  };
}

function toMonth(found: ReadDigest | undefined): GadgetMonth | null {
  if (found === undefined || found.digest.offered === 0) return null;
  const { isProvisional, offered, dropped, firstPass, cycleWorking } = found.digest;
  return { isProvisional, ...(found.isCut === undefined ? {} : { isCut: found.isCut }), offered, dropped, firstPass, cycleWorking };
}

async function countWaiting(
  { lists }: GadgetPorts,
  projectId: string,
): Promise<{ readonly counts: ReadonlyMap<string, number>; readonly isCut: boolean }> {
  const counts = new Map<string, number>();
  let cursor: string | null = null;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const answer: Awaited<ReturnType<WaitingLists['listOpen']>> = await readStore(lists.listOpen(projectId, cursor));
    for (const { typeId, state } of answer.rows)
      if (state === 'OFFERED' || state === 'IN_VERIFICATION') counts.set(typeId, (counts.get(typeId) ?? 0) + 1);
    ({ cursor } = answer);
    if (cursor === null) return { counts, isCut: false };
  }
  return { counts, isCut: true };
}

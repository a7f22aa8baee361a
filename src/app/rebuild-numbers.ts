import type { RebuildStep, TypeMonth } from '../contract/numbers';
import { AppError } from './app-error';
import { requireLicence } from './command/run-command';
import { requireProjectAdmin } from './config/change-config';
import type { AppPorts, ProjectCaller } from './ports/app-ports';
import type { OpenLists } from './ports/handoff-lists';
import type { MonthSummaries } from './ports/month-summaries';
import { readStore } from './store-trouble';

/** Pages of 100 handoffs looked through in one step, which a person waits for. */
const PAGES_A_STEP = 10;

type RebuildPorts = Pick<AppPorts, 'permissions' | 'queue' | 'machine' | 'log'> & { readonly lists: Pick<OpenLists, 'listProject'> };

/**
 * Has the numbers of a project made anew from its handoffs, step by step, for who administers it: each step looks through up to 1,000 and
 * hands the months they are in to the queue. A month made since the beginning is left as it is, so any step can be repeated.
 *
 * @param given `since` and `cursor` of the step before; both null begin.
 * @throws {AppError} FORBIDDEN, LICENCE_LAPSED, STORAGE_BUSY when a page or the queue could not be reached: the same step can be taken again.
 */
export async function rebuildNumbers(
  ports: RebuildPorts,
  caller: ProjectCaller,
  given: { readonly since: string | null; readonly cursor: string | null },
): Promise<RebuildStep> {
  requireLicence(caller);
  await requireProjectAdmin(ports, caller);
  const { projectId } = caller;
  const since = given.since ?? ports.machine.now();
  const months = new Map<string, TypeMonth>();
  let { cursor } = given;
  let looked = 0;
  for (let page = 0; page < PAGES_A_STEP; page += 1) {
    const found = await readStore(ports.lists.listProject(projectId, cursor));
    looked += found.rows.length;
    for (const { typeId, cohortMonth: month } of found.rows) if (month !== 'none') months.set(`${typeId} ${month}`, { typeId, month });
    cursor = found.cursor;
    if (cursor === null) break;
  }
  try {
    await ports.queue.push([...months.values()].map((each) => ({ kind: 'summarise', projectId, ...each, since })));
  } catch (error) {
    ports.log.fault('queue.push_failed', error);
    throw new AppError('STORAGE_BUSY');
  }
  return { since, looked, months: [...months.values()], cursor };
}

/** How many of these months were not made anew since then, for who administers the project. */
export async function countNumbersLeft(
  ports: Pick<AppPorts, 'permissions'> & { readonly summaries: Pick<MonthSummaries, 'findDigests'> },
  caller: ProjectCaller,
  { since, months }: { readonly since: string; readonly months: readonly TypeMonth[] },
): Promise<{ readonly left: number }> {
  await requireProjectAdmin(ports, caller);
  const { projectId } = caller;
  const refs = months.map(({ typeId, month }) => ({ projectId, typeId, month }));
  const found = refs.length === 0 ? [] : await readStore(ports.summaries.findDigests(refs));
  return { left: refs.length - found.filter(({ digest, builtAt }) => digest !== null && builtAt >= since).length };
}

import type { PublishEffect } from '../contract/settings';
import { requireProjectAdmin } from './config/change-config';
import type { AppPorts, ProjectCaller } from './ports/app-ports';
import type { OpenLists } from './ports/handoff-lists';
import { readStore } from './store-trouble';

/** Counting ends here: beyond it the exact number tells nobody more. */
const ENOUGH = 100;

/** Pages of a project's open handoffs looked through at most, since other types' stand among them. */
const MAX_PAGES = 5;

/**
 * What publishing a next version of a type leaves as it is: its open handoffs, each on the version it began with (E15).
 *
 * A type that does not exist has none open.
 *
 * @throws {AppError} FORBIDDEN, STORAGE_BUSY, JIRA_UNAVAILABLE.
 */
export async function findPublishEffect(
  ports: Pick<AppPorts, 'permissions'> & { readonly lists: OpenLists },
  caller: ProjectCaller,
  typeId: string,
): Promise<PublishEffect> {
  await requireProjectAdmin(ports, caller);
  const versions: number[] = [];
  let cursor: string | null = null;
  let page = 0;
  do {
    const answer: Awaited<ReturnType<OpenLists['listOpen']>> = await readStore(ports.lists.listOpen(caller.projectId, cursor));
    versions.push(...answer.rows.filter((row) => row.typeId === typeId).map(({ facts }) => facts.typeVersion));
    ({ cursor } = answer);
    page += 1;
  } while (cursor !== null && versions.length < ENOUGH && page < MAX_PAGES);
  return { open: versions.length, orMore: cursor !== null, versions: [...new Set(versions)].sort((one, other) => one - other) };
}

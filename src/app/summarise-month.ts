import type { HandoffRow } from '../domain/handoff/handoff-row';
import type { AppPorts } from './ports/app-ports';

/** From this age on a summary is made anew from all rows instead of taking one over, in ms: what a lost event left out comes in then. */
const REBUILD_AFTER_MS = 60 * 60_000;

/**
 * Takes one handoff into its month's summary (design decision 8). The row is read by its key, since a query may not know it yet; an old
 * or missing summary is made from the query and that row.
 */
export async function summariseMonth(
  ports: Pick<AppPorts, 'lists' | 'summaries' | 'machine'>,
  {
    projectId,
    typeId,
    month,
    handoffId,
  }: { readonly projectId: string; readonly typeId: string; readonly month: string; readonly handoffId: string },
): Promise<void> {
  const ref = { projectId, typeId, month };
  const [row, [before]] = await Promise.all([ports.lists.find(handoffId), ports.summaries.findMany([ref])]);
  const now = ports.machine.now();
  const isFresh = before !== undefined && Date.parse(now) - Date.parse(before.builtAt) < REBUILD_AFTER_MS;
  const known = isFresh ? before.rows : await ports.lists.listCohort(projectId, typeId, month);
  const others = known.filter((each) => each.handoffId !== handoffId);
  const rows = row?.projectId === projectId && row.cohortMonth === month ? [...others, row] : others;
  await ports.summaries.save({ ...ref, rows: rows.map(withoutText), at: now, builtAt: isFresh ? before.builtAt : now });
}

/** Numbers need nothing anybody wrote, and what is not kept twice need not be erased twice. */
function withoutText(row: HandoffRow): HandoffRow {
  return { ...row, facts: { ...row.facts, recommendation: '' } };
}

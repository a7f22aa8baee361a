import type { HandoffRow } from '../domain/handoff/handoff-row';
import { digestMonth } from '../domain/metrics/month-digest';
import { METRIC_WINDOWS } from '../domain/metrics/metric-windows';
import { toMeasured } from '../domain/metrics/to-measured';
import { needsRefresh } from './months/needs-refresh';
import type { HandoffLists } from './ports/handoff-lists';
import type { Machine } from './ports/machine';
import type { MonthSummaries, StoredDigest, SummaryRef } from './ports/month-summaries';

/** From this age on a summary is made anew from all rows instead of taking one over, in ms: what a lost event left out comes in then. */
const REBUILD_AFTER_MS = 60 * 60_000;

type SummarisePorts = {
  readonly lists: Pick<HandoffLists, 'find' | 'listCohort'>;
  readonly summaries: Pick<MonthSummaries, 'findDigests' | 'findRows' | 'save'>;
  readonly machine: Pick<Machine, 'now'>;
};

/**
 * Takes one handoff into its month's numbers, or looks at a month again because time went by (design decision 8). The row is read by its key,
 * since a query may not know it yet; the others are those the month was last made of, or all there are. Once nothing can change any more the
 * month is closed: the digest stays, the rows go, and only a change of one of its handoffs makes it anew.
 *
 * @param handoffId The one that changed; absent for a look, which a month that is up to date takes without being written.
 * @param since With it the month is made anew from all rows, unless it was since then.
 */
export async function summariseMonth(
  ports: SummarisePorts,
  { handoffId, since, ...ref }: SummaryRef & { readonly handoffId?: string | undefined; readonly since?: string | undefined },
): Promise<void> {
  const [row, [before]] = await Promise.all([
    handoffId === undefined ? null : ports.lists.find(handoffId),
    ports.summaries.findDigests([ref]),
  ]);
  const now = ports.machine.now();
  if (handoffId === undefined && before !== undefined && !isAsked(before, since, now)) return;
  const known = await findKnown(ports, ref, { before: since === undefined ? before : undefined, now });
  const others = known.rows.filter((each) => each.handoffId !== handoffId);
  const rows = row?.projectId === ref.projectId && row.cohortMonth === ref.month ? [...others, row] : others;
  const measured = rows.flatMap((each) => toMeasured(each) ?? []);
  const digest = digestMonth(measured, ref.month, now, METRIC_WINDOWS);
  await ports.summaries.save(
    {
      projectId: ref.projectId,
      typeId: ref.typeId,
      month: ref.month,
      digest,
      builtAt: known.builtAt,
      isCut: known.isCut,
      rows: digest.isProvisional ? rows.map(withoutText) : [],
    },
    before ?? null,
  );
}

function isAsked(before: StoredDigest, since: string | undefined, now: string): boolean {
  return needsRefresh(before, now) || (since !== undefined && before.builtAt < since);
}

interface Known {
  readonly rows: readonly HandoffRow[];
  readonly builtAt: string;
  readonly isCut: boolean;
}

async function findKnown(
  { lists, summaries }: SummarisePorts,
  { projectId, typeId, month }: SummaryRef,
  { before, now }: { readonly before: StoredDigest | undefined; readonly now: string },
): Promise<Known> {
  const isFresh = before !== undefined && Date.parse(now) - Date.parse(before.builtAt) < REBUILD_AFTER_MS;
  // A closed month kept none.
  const kept = isFresh && before.rowChunks > 0 ? await summaries.findRows(before) : null;
  if (before !== undefined && kept !== null) return { rows: kept, builtAt: before.builtAt, isCut: before.isCut === true };
  return { ...(await lists.listCohort(projectId, typeId, month)), builtAt: now };
}

/** Numbers need nothing anybody wrote, and what is not kept twice need not be erased twice. */
function withoutText(row: HandoffRow): HandoffRow {
  return { ...row, facts: { ...row.facts, recommendation: '' } };
}

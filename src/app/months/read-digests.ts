import type { MonthDigest } from '../../domain/metrics/month-digest';
import type { AppPorts } from '../ports/app-ports';
import type { Machine } from '../ports/machine';
import type { MonthSummaries, StoredDigest, SummaryRef } from '../ports/month-summaries';
import { readStore } from '../store-trouble';
import { needsRefresh } from './needs-refresh';

/** What whoever shows numbers needs. */
export type DigestPorts = Pick<AppPorts, 'queue' | 'log'> & {
  readonly summaries: Pick<MonthSummaries, 'findDigests'>;
  readonly machine: Pick<Machine, 'now'>;
};

/** The numbers of one month of one type. */
export type ReadDigest = StoredDigest & { readonly digest: MonthDigest };

/**
 * The months that have numbers, in any order. Those that are due to be made anew are handed to the queue, and shown as they are; what that
 * comes to is seen at the next look (decision 19).
 *
 * @throws {AppError} STORAGE_BUSY.
 */
export async function readDigests(ports: DigestPorts, refs: readonly SummaryRef[]): Promise<readonly ReadDigest[]> {
  if (refs.length === 0) return [];
  const found = await readStore(ports.summaries.findDigests(refs));
  const now = ports.machine.now();
  const due = found.filter((stored) => needsRefresh(stored, now));
  if (due.length > 0) {
    try {
      await ports.queue.push(due.map(({ projectId, typeId, month }) => ({ kind: 'summarise', projectId, typeId, month })));
    } catch (error) {
      ports.log.fault('queue.push_failed', error);
    }
  }
  return found.flatMap(({ digest, ...stored }) => (digest === null ? [] : [{ ...stored, digest }]));
}

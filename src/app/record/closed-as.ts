import type { ClosedItem } from '../../domain/metrics/closed-items';
import { acceptedInTurn } from '../../domain/handoff/chain';
import type { StoredRecord } from './stored-record';

/** A work item that is to be counted among those closed in a month, or counted otherwise than before. */
export type Closing = ClosedItem & { readonly projectId: string; readonly month: string };

/**
 * As what a work item counts among those closed in a month (M18): while it is resolved, with the accepted handoffs it had so far. Reopened it
 * stays counted; resolved again in the same month it is the same one, in the project where it was counted. Without an accepted handoff it is none.
 */
export function toClosedAs(
  { record, seen }: Pick<StoredRecord, 'record' | 'seen'>,
  before: StoredRecord['closedAs'],
): Pick<StoredRecord, 'closedAs'> {
  const doneSince = seen.status?.doneSince;
  const handoffs = doneSince === undefined ? 0 : acceptedInTurn(record).length;
  if (doneSince === undefined || handoffs === 0) return before === undefined ? {} : { closedAs: before };
  const month = doneSince.slice(0, 7);
  return { closedAs: { projectId: before?.month === month ? before.projectId : seen.projectId, month, handoffs } };
}

/** What a change has to be counted as; null where it closed nothing. */
export function findClosing(before: StoredRecord, { closedAs }: StoredRecord): Closing | null {
  const was = before.closedAs?.month === closedAs?.month ? (before.closedAs?.handoffs ?? null) : null;
  return closedAs === undefined || closedAs.handoffs === was ? null : { ...closedAs, was };
}

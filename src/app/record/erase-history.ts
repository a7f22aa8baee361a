import { eraseFrom } from '../../domain/audit/event-chain';
import { readStore } from '../store-trouble';
import type { RecordHistory } from '../ports/record-store';
import { namesPerson } from './people-in-events';
import type { StoredRecord } from './stored-record';

/**
 * Erases what anybody wrote in the history of ended handoffs: tombstones take its place, the packages go, and who did what when stays, as
 * the chain does. Repeated, it changes nothing.
 */
export async function eraseHistory(records: RecordHistory, stored: StoredRecord, handoffIds: readonly string[]): Promise<void> {
  for (const handoffId of handoffIds) {
    const events = await readStore(records.listEvents(handoffId, stored.chains[handoffId]?.seq ?? 0));
    const erased = events.map((event) => eraseFrom(event, ({ pointer }) => !namesPerson(pointer)));
    const attempts = stored.record.ended.find((line) => line.handoffId === handoffId)?.attempts ?? 0;
    await records.eraseHistory(
      handoffId,
      erased.filter((event, index) => event !== events[index]),
      Array.from({ length: attempts }, (_, index) => index + 1),
    );
  }
}

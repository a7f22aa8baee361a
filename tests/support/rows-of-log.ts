import { emptyRecord } from '../../src/domain/handoff/empty-record';
import type { LoggedEvent } from '../../src/domain/handoff/event';
import { evolve } from '../../src/domain/handoff/evolve';
import type { HandoffRow } from '../../src/domain/handoff/handoff-row';
import { toHandoffRow } from '../../src/domain/handoff/to-handoff-row';

/** The row of every handoff of a log, made of nothing but the log, one event at a time. */
export function rowsOfLog(log: readonly LoggedEvent[]): ReadonlyMap<string, HandoffRow> {
  const rows = new Map<string, HandoffRow>();
  let record = emptyRecord('10001', '10');
  for (const event of log) {
    record = evolve(record, event);
    for (const { handoffId } of [...record.handoffs, ...record.ended])
      rows.set(handoffId, toHandoffRow(record, handoffId, rows.get(handoffId) ?? null));
  }
  return rows;
}

import type { HandoffRecord } from './handoff';

/** The record of a deleted work item: what anybody wrote in the lines of its ended handoffs goes, what is counted stays (E17). */
export function withoutTexts(record: HandoffRecord): HandoffRecord {
  return {
    ...record,
    ended: record.ended.map((line) => ({
      ...line,
      reason: line.state === 'CANCELLED' ? '' : line.reason,
      rating: line.rating === null ? null : { ...line.rating, comment: null },
    })),
  };
}

import type { OpenRow } from '../../src/contract/waiting';

/** Whether a first reaction is late. */
export function isOverdue({ dueAt }: Pick<OpenRow, 'dueAt'>, now: Date): boolean {
  return dueAt !== null && new Date(dueAt) < now;
}

/** What waits in the order to look after it: what is overdue longest first, then what waits longest. Never by person (S-131). */
export function inOpenOrder(rows: readonly OpenRow[], now: Date): readonly OpenRow[] {
  const key = (row: OpenRow): string => (isOverdue(row, now) ? `0 ${row.dueAt ?? ''}` : `1 ${row.since}`);
  return [...rows].sort((a, b) => compareText(key(a), key(b)) || compareText(a.handoffId, b.handoffId));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

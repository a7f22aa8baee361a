import type { HandoffListRow } from '../../src/contract/project-home';

/** *Waiting for me* in the order to take it: oldest due first, those without a due time after them, longest waiting first. */
export function inWaitingOrder(rows: readonly HandoffListRow[]): readonly HandoffListRow[] {
  return [...rows].sort(
    (a, b) => compareText(a.dueAt ?? '9999', b.dueAt ?? '9999') || compareText(a.since, b.since) || compareText(a.handoffId, b.handoffId),
  );
}

/**
 * Which row opens after one was accepted or returned: the one below it, else the first of those above; null when it was the last.
 */
export function nextToOpen(rows: readonly HandoffListRow[], handoffId: string): HandoffListRow | null {
  const place = rows.findIndex((row) => row.handoffId === handoffId);
  return rows[place + 1] ?? (place > 0 ? rows[0] : undefined) ?? null;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import type { HandoffListRow } from '../../src/contract/project-home';

/** *Waiting for me* in the order to take it: oldest due first, those without a due time after them, longest waiting first. */
export function inWaitingOrder(rows: readonly HandoffListRow[]): readonly HandoffListRow[] {
  return [...rows].sort((a, b) => compareText(a.dueAt ?? '9999', b.dueAt ?? '9999') || compareText(a.since, b.since) || compareText(a.handoffId, b.handoffId));
}

/**
 * Which row opens after one was accepted or returned: the one below it, else the first of those above; null when it was the
 * last. `decided` holds the ids already decided here, which a stale answer may still list.
 */
export function nextToOpen(rows: readonly HandoffListRow[], handoffId: string, decided: ReadonlySet<string>): string | null {
  const open = (row: HandoffListRow): boolean => row.handoffId !== handoffId && !decided.has(row.handoffId);
  const place = rows.findIndex((row) => row.handoffId === handoffId);
  return (rows.slice(place + 1).find(open) ?? rows.slice(0, Math.max(place, 0)).find(open))?.handoffId ?? null;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

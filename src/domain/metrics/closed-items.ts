import { meanOf, percentileFrom } from './durations';
import { nearestRank } from './nearest-rank';

/** How many work items were closed with so many accepted handoffs each, by that number as text. */
export type ClosedItems = Readonly<Record<string, number>>;

/** A work item that closed: how many accepted handoffs it had, and as how many it is counted already; null: not yet. */
export interface ClosedItem {
  readonly handoffs: number;
  readonly was: number | null;
}

/** Handoffs per work item closed in a month (M18). */
export interface HandoffsPerItem {
  readonly items: number;
  /** Null without work items, like `max`. */
  readonly mean: number | null;
  /** Null below 7 work items, where it would be `max`. */
  readonly p85: number | null;
  readonly max: number | null;
}

/** Takes one in. The order in which several arrive does not matter, so a count may be below 0 until the one before it has arrived. */
export function withClosed(items: ClosedItems, { handoffs, was }: ClosedItem): ClosedItems {
  const less: ClosedItems = was === null ? items : { ...items, [was]: (items[was] ?? 0) - 1 };
  const more: ClosedItems = { ...less, [handoffs]: (less[handoffs] ?? 0) + 1 };
  return Object.fromEntries(Object.entries(more).filter(([, count]) => count !== 0));
}

/** M18 of a month: only work items with an accepted handoff are counted, since Baton knows of no others. */
export function handoffsPerItem(items: ClosedItems): HandoffsPerItem {
  const each = Object.entries(items).flatMap(([handoffs, count]) => Array.from({ length: Math.max(count, 0) }, () => Number(handoffs)));
  return { items: each.length, mean: meanOf(each), p85: percentileFrom(each, 85), max: nearestRank(each, 100) };
}

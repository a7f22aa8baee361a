import type { AccountId, Instant } from '../handoff/handoff';
import type { ChartStart } from './chart-stretches';

/** A start as it is kept: who said so, and when. */
export interface LimitsStart extends ChartStart {
  readonly by: AccountId;
  readonly at: Instant;
}

/** What a type's document `limits` holds. */
export interface LimitsContent {
  /** Oldest day first, each day once. */
  readonly starts: readonly LimitsStart[];
}

/** No limits were ever begun anew. */
export const NO_STARTS: LimitsContent = { starts: [] };

/** With one more start; null where that day has one, and for a day that is still to come when it is said. */
export function addStart({ starts }: LimitsContent, start: LimitsStart): LimitsContent | null {
  if (start.from > start.at.slice(0, 10) || starts.some(({ from }) => from === start.from)) return null;
  return { starts: [...starts, start].sort((one, other) => (one.from < other.from ? -1 : 1)) };
}

/** Without the start of that day, as if it had never been; null where there is none. */
export function takeBackStart({ starts }: LimitsContent, from: string): LimitsContent | null {
  const left = starts.filter((start) => start.from !== from);
  return left.length === starts.length ? null : { starts: left };
}

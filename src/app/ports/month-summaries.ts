import type { HandoffRow } from '../../domain/handoff/handoff-row';
import type { Instant } from '../../domain/handoff/handoff';

/** Rows of one type and month, as they stood at `at`, in chunks below the size limit (entity `month-summary`). */
export interface MonthSummary {
  readonly projectId: string;
  readonly typeId: string;
  readonly month: string;
  readonly at: Instant;
  /** When it was last made from all rows, instead of taking single ones over. */
  readonly builtAt: Instant;
  readonly rows: readonly HandoffRow[];
}

/** Names one summary. */
export interface SummaryRef {
  readonly projectId: string;
  readonly typeId: string;
  readonly month: string;
}

/** How many moves passed while the gate was paused, how many observe mode would have stopped, how many went past the gate. */
export interface Passages {
  readonly paused: number;
  readonly wouldBlock: number;
  /** Moves without a handoff where the gate stands (S-027); absent: none were counted yet. */
  readonly bypassed?: number;
}

/** Closed and provisional months. Throws `StoreFault`. */
export interface MonthSummaries {
  /** Those that exist, in any order; one call per 25. */
  findMany(refs: readonly SummaryRef[]): Promise<readonly MonthSummary[]>;
  save(summary: MonthSummary): Promise<void>;
  /** Moves of a month that passed although a rule asked for something; zeros when none were counted. */
  readPassages(projectId: string, months: readonly string[]): Promise<ReadonlyMap<string, Passages>>;
  /** Counts one more. Best effort: two at the same instant may count as one. */
  countPassage(projectId: string, month: string, passage: keyof Passages): Promise<void>;
}

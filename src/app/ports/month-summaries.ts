import type { HandoffRow } from '../../domain/handoff/handoff-row';
import type { Instant } from '../../domain/handoff/handoff';
import type { ClosedItem, ClosedItems } from '../../domain/metrics/closed-items';
import type { MonthDigest } from '../../domain/metrics/month-digest';

/** Names one summary. */
export interface SummaryRef {
  readonly projectId: string;
  readonly typeId: string;
  readonly month: string;
}

/** What of a month is read to show it: one value, however many handoffs there were. */
export interface StoredDigest extends SummaryRef {
  /** Null in a summary that was stored before there were digests: it says nothing and is made anew. */
  readonly digest: MonthDigest | null;
  /** When it was last made from all rows, instead of taking single ones over. */
  readonly builtAt: Instant;
  /** Values beside this one; those of a provisional month hold its rows. */
  readonly rowChunks: number;
  /** There were more handoffs than are counted. */
  readonly isCut?: true;
}

/** One type's month as it is to stand (entity `month-summary`). */
export interface MonthSummary extends SummaryRef {
  readonly digest: MonthDigest;
  readonly builtAt: Instant;
  /** What the digest was made of, without texts; empty once the month is closed, and they are gone then. */
  readonly rows: readonly HandoffRow[];
  readonly isCut: boolean;
}

/** How many moves passed while the gate was paused, how many observe mode would have stopped, how many went past the gate. */
export interface Passages {
  readonly paused: number;
  readonly wouldBlock: number;
  /** Moves without a handoff where the gate stands (S-027); absent: none were counted yet. */
  readonly bypassed?: number;
}

/** What is counted of a month of a project beside its handoffs. */
export interface MonthCounters extends Passages {
  /** Work items closed in it (M18); absent: none were counted. */
  readonly closed?: ClosedItems;
}

/** A work item closed in a month. */
export interface ClosedInMonth extends ClosedItem {
  readonly month: string;
  /** Names what is told, so that it is counted once however often it arrives. */
  readonly mark: string;
}

/** Numbers of months, to be shown. Throws `StoreFault`. */
export interface DigestReader {
  /** Those that exist, in any order; one call per 25. */
  findDigests(refs: readonly SummaryRef[]): Promise<readonly StoredDigest[]>;
  /** Moves of a month that passed although a rule asked for something, zeros when none were counted; and work items closed. */
  readCounters(projectId: string, months: readonly string[]): Promise<ReadonlyMap<string, MonthCounters>>;
}

/** Closed and provisional months, to be made. Throws `StoreFault`. */
export interface MonthSummaries extends DigestReader {
  /** The rows a provisional month was made of; null where they are not all of the same making. */
  findRows(stored: StoredDigest): Promise<readonly HandoffRow[] | null>;
  /** @param before What stands there now, whose values beyond the new ones go; null where nothing does. */
  save(summary: MonthSummary, before: StoredDigest | null): Promise<void>;
  /** Counts one more. Best effort: two at the same instant may count as one. */
  countPassage(projectId: string, month: string, passage: keyof Passages): Promise<void>;
  /** Counts a work item closed in a month. Best effort: two at the same instant may count as one. */
  countClosed(projectId: string, closed: ClosedInMonth): Promise<void>;
}

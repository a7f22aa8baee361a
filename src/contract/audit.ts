import type { AccountId, Instant } from '../domain/handoff/handoff';
import type { FinishedRun } from '../domain/ten-questions/audit-content';
import type { AuditRun, ItemDefaults } from '../domain/ten-questions/audit-run';
import type { Proposal } from '../domain/ten-questions/prefill';
import type { Person } from './handoff-screen';

/** The ten questions about one handoff type, as far as they are answered, and what Baton knows about each. */
export interface AuditView {
  readonly typeId: string;
  /** Compare-and-set value for every write; 0 when nothing is stored. */
  readonly version: number;
  /** The server's day, `yyyy-mm-dd`. */
  readonly today: string;
  /** Months the numbers are over, `yyyy-mm`, both included. */
  readonly months: { readonly from: string; readonly to: string };
  /** One for each question, in their order. Nothing is answered by it. */
  readonly proposals: readonly Proposal[];
  /** Owner and day of an action item that is made now. */
  readonly defaults: ItemDefaults;
  /** Null: no audit is under way. */
  readonly current: AuditRun | null;
  /** Who saved last; null while nothing is stored. */
  readonly savedBy: AccountId | null;
  readonly savedAt: Instant | null;
  /** Finished ones, newest first, at most 12. */
  readonly runs: readonly FinishedRun[];
  readonly people: Readonly<Record<string, Person>>;
}

import type { Instant } from '../../domain/handoff/handoff';
import type { ClosedInMonth } from './month-summaries';

/** Work on a work item or a gate. */
export type HandoffWork =
  | { readonly kind: 'deliver'; readonly issueId: string }
  | { readonly kind: 'observe'; readonly issueId: string }
  /** Ends and erases what a deleted work item leaves behind. */
  | { readonly kind: 'forget'; readonly issueId: string }
  /** Erases what stands in the history of a work item's voided handoffs. */
  | { readonly kind: 'eraseVoided'; readonly issueId: string }
  | { readonly kind: 'repairRecord'; readonly issueId: string; readonly issueKey: string }
  | { readonly kind: 'repairRoutes'; readonly projectId: string; readonly projectKey: string }
  | {
      readonly kind: 'recordRefusal';
      readonly issueId: string;
      readonly issueKey: string;
      readonly handoffIds: readonly string[];
      readonly missedIds: readonly string[];
      readonly observed: boolean;
    };

/** Work that decides nothing about a handoff: numbers, and people who left. It has a queue and a bundle of its own (decision 13). */
export type Upkeep =
  | { readonly kind: 'countPassage'; readonly projectId: string; readonly passage: 'paused' | 'wouldBlock' | 'bypassed' }
  | ({ readonly kind: 'countClosed'; readonly projectId: string } & ClosedInMonth)
  | { readonly kind: 'erasePeople'; readonly accountIds: readonly string[]; readonly pass: number; readonly cursor: string | null }
  | {
      readonly kind: 'summarise';
      readonly projectId: string;
      readonly typeId: string;
      readonly month: string;
      /** The handoff that changed. Without it the month is only looked at, whether it has to be made anew. */
      readonly handoffId?: string;
      /** It has to be, unless it was since then. */
      readonly since?: Instant;
    };

/** Work that can wait a moment, done by a consumer of its queue. Every kind is idempotent: it may arrive twice or not at all. */
export type Work = HandoffWork | Upkeep;

/** Hands work over. Throws when the queue did not take it; whoever pushes decides whether that matters. */
export interface WorkQueue {
  push(work: readonly Work[]): Promise<void>;
}

import type { HandoffState, Instant, Rating } from '../domain/handoff/handoff';
import type { MonthInBrief } from '../domain/metrics/month-in-brief';
import type { Person } from './handoff-screen';
import type { ReviewLine } from './review';

/** One handoff in a list. Only of work items Jira shows the viewer. */
export interface HandoffListRow {
  readonly handoffId: string;
  readonly issueId: string;
  readonly issueKey: string;
  readonly summary: string;
  readonly typeId: string;
  readonly typeName: string;
  readonly state: HandoffState;
  readonly senderId: string;
  readonly receiverId: string | null;
  /** Since when it waits, or when it was accepted (To rate), or last changed (I sent). */
  readonly since: Instant;
  /** Null where no due time is switched on. */
  readonly dueAt: Instant | null;
  /** First line of the Recommendation, at most 200 characters; empty when there is none. */
  readonly recommendation: string;
  readonly openQuestions: number;
  /** Present where the sender marked it as high risk. */
  readonly highRisk?: true;
  /** Own rating in *To rate* rows that were just rated; else null. */
  readonly rating: Rating | null;
}

export type { MonthInBrief };

/** The project page. */
export interface ProjectHome {
  readonly project: { readonly id: string; readonly key: string };
  readonly on: boolean;
  readonly viewer: { readonly accountId: string; readonly isProjectAdmin: boolean };
  readonly waitingForMe: readonly HandoffListRow[];
  readonly toRate: readonly HandoffListRow[];
  readonly sent: readonly HandoffListRow[];
  /** Newest first: this month and the one before where it has handoffs. */
  readonly months: readonly MonthInBrief[];
  /** Types with reviews switched on, in their order; absent where none has. */
  readonly reviews?: readonly ReviewLine[];
  /** A type has enough handoffs for *Trends* in these two months already; absent: that takes `project.health` to say. */
  readonly hasTrends?: true;
  readonly people: Readonly<Record<string, Person>>;
  /** A JQL query giving "Waiting for me" over all projects. */
  readonly waitingJql: string;
}

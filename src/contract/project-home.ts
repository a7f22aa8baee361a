import type { HandoffState, Instant, Rating } from '../domain/handoff/handoff';
import type { Person } from './handoff-screen';

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
  /** Own rating in *To rate* rows that were just rated; else null. */
  readonly rating: Rating | null;
}

/**
 * This month in sentences' numbers, over all types of the project (experience.md 7).
 *
 * Ratings: `shown` false below 5 ratings, or from fewer than 3 receivers or about fewer than 3 senders; then only `count`
 * is filled (design decision 11). No number here is about a person.
 */
export interface MonthInBrief {
  /** `yyyy-mm` in the project's reporting zone (UTC until a calendar is set). */
  readonly month: string;
  readonly handoffs: number;
  readonly decided: number;
  readonly acceptedFirstTime: number;
  readonly returned: number;
  /** Most returned-for items, most frequent first, at most 3. */
  readonly returnedFor: readonly { readonly typeId: string; readonly itemId: string; readonly title: string; readonly times: number }[];
  /** Median hours from offer to acceptance, null below 3 accepted handoffs (domain.md 3.1 rule 5); calendar hours. */
  readonly medianWaitHours: number | null;
  readonly accepted: number;
  readonly ratings: { readonly count: number; readonly shown: boolean; readonly values: readonly number[] };
  /** Moves that passed because the gate was paused, and moves that observe mode would have stopped. */
  readonly passedWhilePaused: number;
  readonly wouldHaveBeenStopped: number;
  /** The item most often missing at a refusal or a return; null when nothing was missed. */
  readonly mostMissed: { readonly typeId: string; readonly typeName: string; readonly itemId: string; readonly title: string; readonly times: number } | null;
}

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
  readonly people: Readonly<Record<string, Person>>;
  /** A JQL query giving "Waiting for me" over all projects. */
  readonly waitingJql: string;
}

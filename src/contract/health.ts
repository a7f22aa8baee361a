import type { ClosedItems } from '../domain/metrics/closed-items';
import type { ChartStart } from '../domain/metrics/chart-stretches';
import type { Share } from '../domain/metrics/digest-counts';
import type { MonthDigest } from '../domain/metrics/month-digest';
import type { RatingBlock } from '../domain/metrics/rating-blocks';
import type { RatingVerdict } from '../domain/metrics/rating-flags';
import type { LookedAfter } from '../domain/type/looked-after';

/** One type's month without its ratings, which are shown only in stretches that may be shown (design decision 11). */
export type HealthMonth = Omit<MonthDigest, 'ratings'> & {
  /** There were more handoffs than are counted. */
  readonly isCut?: true;
};

/** What charts take of a month. */
export type ChartMonth = Pick<HealthMonth, 'month' | 'isProvisional' | 'error' | 'rework' | 'questions' | 'recent' | 'first' | 'works'>;

/** One handoff type over the last months. */
export interface TypeHealth {
  readonly typeId: string;
  readonly name: string;
  readonly team: string;
  /** Months with handoffs, oldest first. */
  readonly months: readonly HealthMonth[];
  /** Months before those, oldest first: the rest of what charts show, and what their limits were made of. Absent: there are none. */
  readonly earlier?: readonly ChartMonth[];
  /** Days from which limits are made anew, oldest first; absent: none. */
  readonly starts?: readonly ChartStart[];
  /** Oldest first; months after the last one are still too few to show. */
  readonly ratings: readonly RatingBlock[];
  /** Ratings given since the last block, which are not shown yet. */
  readonly ratingsHeld: number;
  /** What the ratings up to this month say, judged where they are stored. */
  readonly verdict: RatingVerdict;
  /** Titles of the items and sections that the months name, as the newest version calls them; those that are gone are left out. */
  readonly titles: Readonly<Record<string, string>>;
}

/** What passed a gate without a handoff in one month. */
export interface MonthPassages {
  readonly month: string;
  readonly paused: number;
  readonly wouldBlock: number;
  readonly bypassed: number;
}

/** Work items closed in one month, by how many accepted handoffs they had (M18). */
export interface MonthClosed {
  readonly month: string;
  readonly closed: ClosedItems;
}

/** The health of a project's handoffs (domain.md 3). No number in it is about a person. */
export interface HealthView {
  /** The last thirteen, `yyyy-mm` in UTC, oldest first; the last one is the present month. */
  readonly months: readonly string[];
  /** Types with handoffs in those months, in the order of the settings. */
  readonly types: readonly TypeHealth[];
  /** Months in which something passed, oldest first. */
  readonly passages: readonly MonthPassages[];
  /** How the types that are on are looked after; absent where nobody began to. */
  readonly lookedAfter?: readonly LookedAfter[];
  /** Of what audits of these types asked for until a day that has passed, what was done by then (M20); absent: nothing. */
  readonly auditsInTime?: Share;
  /** Months in which a work item with an accepted handoff closed, oldest first. */
  readonly closed: readonly MonthClosed[];
  /** When the oldest of the numbers was worked out; null without any. */
  readonly asOf: string | null;
}

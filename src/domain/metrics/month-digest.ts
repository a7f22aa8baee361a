import type { Instant } from '../handoff/handoff';
import { addMs } from '../handoff/instant';
import { LONG_CHAIN_FROM } from '../handoff/limits';
import { inMonth, isAccepted, isSettled, type MetricWindows } from './cohort';
import { countsOf, sharesOf, type Share } from './digest-counts';
import { byAcceptance, digestRatings, type DigestRatings } from './digest-ratings';
import { timesOf } from './digest-times';
import { meanOf, percentileFrom, roundStored, type Durations } from './durations';
import type { MeasuredHandoff } from './measured-handoff';
import { nearestRank } from './nearest-rank';

/**
 * The numbers of one type and month as they are stored: no person, no text, and bounded however many handoffs there were. Where a
 * definition is not repeated here it is the one of domain.md 3.2.
 */
export interface MonthDigest {
  readonly schema: 1;
  /** `yyyy-mm` of the first offers. */
  readonly month: string;
  /** When it was computed. */
  readonly asOf: Instant;
  /** Something about this month may still change (3.1 rule 1). */
  readonly isProvisional: boolean;
  /** All of the cohort, withdrawn ones included. */
  readonly offered: number;
  readonly withdrawn: number;
  readonly decided: number;
  readonly acceptedFirstTime: number;
  /** Handoffs returned at least once. */
  readonly returned: number;
  /** Returns, each on its own (S-006). */
  readonly returns: number;
  readonly accepted: number;
  readonly mature: number;
  readonly rateable: number;
  readonly rated: number;
  /** Accepted with their verification waived (S-058). */
  readonly acceptedUnchecked: number;
  /** Times a move or acceptance was let pass with a reason (T24). */
  readonly letPass: number;
  /** M06: first offers accepted, of the decided. */
  readonly firstPass: Share;
  /** M07: returned, overdue or reworked, of the mature and those open past their due time. */
  readonly dropped: Share;
  /** M08. */
  readonly rework: Share;
  /** M08b: returned or reworked, of the mature. */
  readonly error: Share;
  /** M10, of offers. */
  readonly overdue: Share;
  /** M13: moves past a handoff, of those and the handoffs. Moves of work items that never had one are counted elsewhere. */
  readonly bypass: Share;
  /** M14, of handoffs: whichever of its offers overrode it. */
  readonly readiness: Share;
  /** M15: talked, of the accepted that were advised to; those that waived it count as not talked. */
  readonly talk: Share & { readonly waived: number };
  /** M17, of handoffs with a readback. */
  readonly readback: Share;
  /** M12. */
  readonly response: Share;
  /** M09: handoffs returned twice or more, or that hand back what was just accepted (E23). */
  readonly pingPong: number;
  /** M09: work items that went the other way twice within 30 days, the last time with one of these; absent in months stored before this was counted. */
  readonly wentToAndFro?: number;
  /** M01 in working hours. */
  readonly cycleWorking: Durations;
  /** M01 in calendar hours. */
  readonly cycleCalendar: Durations;
  /** Median of `cycleWorking` with the open and withdrawn ones as lasting at least so long; null where half are not accepted. */
  readonly cycleCensoredMedian: number | null;
  /** M01a in the sending side's working hours. */
  readonly preparation: Durations;
  /** M02, per offer. */
  readonly acknowledge: Durations;
  /** M03, per offer. */
  readonly checking: Durations;
  /** M04; `early` began before acceptance and stand in no other number of it. Absent where no start was seen at all. */
  readonly firstWork?: Durations & { readonly early: number };
  /** M05, of accepted handoffs. */
  readonly questions: { readonly before: number; readonly after: number; readonly handoffs: number };
  /** Questions of all handoffs, withdrawn ones included, and how many of them nobody answered. */
  readonly asked: { readonly questions: number; readonly open: number };
  /** Handoffs a move went past at least once (M13). */
  readonly passedBy: number;
  /** S-128: work items of which one of these is the fourth accepted handoff or a later one, of whatever types; absent as above. */
  readonly longChains?: number;
  /** Over the work items of this month's accepted handoffs of this type alone; fatigued have four of them or more. */
  readonly handoffsPerTicket: {
    readonly tickets: number;
    readonly mean: number | null;
    readonly p85: number | null;
    readonly max: number | null;
    readonly fatigued: number;
  };
  readonly ratings: DigestRatings;
  /** In how many handoffs an item or section was missing, most frequent first, at most 40. */
  readonly missed: readonly { readonly id: string; readonly handoffs: number }[];
  /** In how many returns an item or section was named, most frequent first, at most 40. */
  readonly returnedFor: readonly { readonly id: string; readonly times: number }[];
  /** The last hundred by acceptance, oldest first, with their `cycleWorking`. */
  readonly recent: readonly TimePoint[];
  /** Of the first twenty by acceptance those that are not among `recent`; absent: all are. Limits of a chart are made of them. */
  readonly first?: readonly TimePoint[];
  /** The same of `firstWork`; absent like it. */
  readonly works?: TimeSeries;
  /** Calendar hours of all accepted, ascending; null above a thousand. */
  readonly waits: readonly number[] | null;
}

/** A handoff by when it was accepted, and how long something took. */
export interface TimePoint {
  readonly at: Instant;
  readonly hours: number;
}

/** Single times in the order of acceptance, as a chart takes them. */
export type TimeSeries = Pick<MonthDigest, 'recent' | 'first'>;

const DAY_MS = 24 * 60 * 60 * 1_000;
/** Changes of direction within 30 days from which a work item went to and fro (M09). */
export const TO_AND_FRO_FROM = 2;
const MOST_NAMED = 40;

/**
 * Sums up one month of one type.
 *
 * @param handoffs Of one type, in any order; those of other months and those to oneself (E2) are passed over.
 * @param month `yyyy-mm`.
 * @param asOf Now, or the moment up to which `handoffs` are known.
 */
export function digestMonth(handoffs: readonly MeasuredHandoff[], month: string, asOf: Instant, windows: MetricWindows): MonthDigest {
  const all = inMonth(handoffs, month);
  const accepted = all.filter(isAccepted).sort(byAcceptance);
  const cohort = { all, accepted, asOf, windows };
  return {
    schema: 1,
    month,
    asOf,
    isProvisional: !isOver(month, asOf) || all.some((handoff) => !isSettled(handoff, asOf, windows)),
    ...countsOf(cohort),
    ...sharesOf(cohort),
    ...timesOf(cohort),
    wentToAndFro: countItems(accepted.filter(({ reversals = 0 }) => reversals >= TO_AND_FRO_FROM)),
    longChains: countItems(accepted.filter(({ chainPosition = 1 }) => chainPosition >= LONG_CHAIN_FROM)),
    handoffsPerTicket: perTicket(accepted.map(({ issueId }) => issueId)),
    ratings: digestRatings(accepted),
    missed: mostNamed(all.map(({ missedIds }) => missedIds)).map(({ id, times }) => ({ id, handoffs: times })),
    returnedFor: mostNamed(all.flatMap(({ returnedFor }) => returnedFor)),
  };
}

/** A day later than by UTC, since the reporting zone may lie west of it. */
function isOver(month: string, asOf: Instant): boolean {
  return addMs(asOf, -DAY_MS).slice(0, 7) > month;
}

function countItems(handoffs: readonly MeasuredHandoff[]): number {
  return new Set(handoffs.map(({ issueId }) => issueId)).size;
}

function perTicket(issueIds: readonly string[]): MonthDigest['handoffsPerTicket'] {
  const handoffs = [...countEach(issueIds).values()];
  const mean = meanOf(handoffs);
  return {
    tickets: handoffs.length,
    mean: mean === null ? null : roundStored(mean),
    p85: percentileFrom(handoffs, 85),
    max: nearestRank(handoffs, 100),
    fatigued: handoffs.filter((each) => each >= LONG_CHAIN_FROM).length,
  };
}

/** Each list counts an id once; equally frequent ones by id, so that the order of arrival does not matter. */
function mostNamed(lists: readonly (readonly string[])[]): readonly { readonly id: string; readonly times: number }[] {
  return [...countEach(lists.flatMap((ids) => [...new Set(ids)]))]
    .map(([id, times]) => ({ id, times }))
    .sort((one, other) => other.times - one.times || (one.id < other.id ? -1 : 1))
    .slice(0, MOST_NAMED);
}

function countEach(ids: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

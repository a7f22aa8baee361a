import type { Instant } from '../handoff/handoff';
import { addMs } from '../handoff/instant';
import type { MeasuredHandoff, MeasuredOffer } from './measured-handoff';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** How long after its acceptance a handoff may still change the numbers, in days of 24 hours. */
export interface MetricWindows {
  readonly reworkWindowDays: number;
  readonly ratingWindowDays: number;
}

/** Accepted at some time, whatever came after. */
export type Accepted = MeasuredHandoff & { readonly acceptedAt: Instant };

/** The handoffs one digest is about. */
export interface Cohort {
  /** In any order. */
  readonly all: readonly MeasuredHandoff[];
  /** Oldest acceptance first. */
  readonly accepted: readonly Accepted[];
  readonly asOf: Instant;
  readonly windows: MetricWindows;
}

/** Those a month counts: offered first in it, and not to oneself (E2). */
export function inMonth(handoffs: readonly MeasuredHandoff[], month: string): readonly MeasuredHandoff[] {
  return handoffs.filter((handoff) => handoff.month === month && handoff.senderId !== handoff.receiverId);
}

/** Narrows to those with an acceptance. */
export function isAccepted(handoff: MeasuredHandoff): handoff is Accepted {
  return handoff.acceptedAt !== null;
}

/** How often it was returned before it was accepted. */
export function returnsOf({ offers }: MeasuredHandoff): number {
  return offers.filter(({ outcome }) => outcome === 'returned').length;
}

/** Taken back, replaced or voided before the receiving side decided anything (3.1 rule 2). */
export function isWithdrawn({ ended, offers }: MeasuredHandoff): boolean {
  return ended !== null && ended.kind !== 'closed' && offers.every(({ outcome }) => outcome === 'undecided');
}

/** Whether its rework can be told: the window is over, and the work item was there all the time (3.1 rule 2, 3.2). */
export function isMature({ acceptedAt, ended }: Accepted, asOf: Instant, { reworkWindowDays }: MetricWindows): boolean {
  const until = addMs(acceptedAt, reworkWindowDays * DAY_MS);
  return until <= asOf && !(ended?.kind === 'voided' && ended.at < until);
}

/** Something had to be done again within the window after acceptance (M08). */
export function wasReworked({ acceptedAt, reworkedAt }: Accepted, { reworkWindowDays }: MetricWindows): boolean {
  const until = addMs(acceptedAt, reworkWindowDays * DAY_MS);
  return reworkedAt.some((at) => at >= acceptedAt && at <= until);
}

/** Rated, or nobody can rate it any more (3.1 rule 2). */
export function isRateable({ rating, acceptedAt }: Accepted, asOf: Instant, { ratingWindowDays }: MetricWindows): boolean {
  return rating !== null || addMs(acceptedAt, ratingWindowDays * DAY_MS) <= asOf;
}

/**
 * Whether no number about it can change any more (3.1 rule 1). One that closed waits for its rework window all the same: work that
 * comes back after closing is rework (3.2), and a month that closed before would never hear of it.
 */
export function isSettled(handoff: MeasuredHandoff, asOf: Instant, windows: MetricWindows): boolean {
  const { acceptedAt, ended, offers } = handoff;
  if (ended !== null && ended.kind !== 'closed') return true;
  const since = acceptedAt ?? offers[0]?.at ?? asOf;
  const days = windows.reworkWindowDays + (ended === null ? windows.ratingWindowDays : 0);
  return addMs(since, days * DAY_MS) <= asOf;
}

/** When the receiving side first reacted to an offer; a decision is a reaction. */
export function reactedAt({ acknowledgedAt, decidedAt }: MeasuredOffer): Instant | null {
  return acknowledgedAt ?? decidedAt;
}

/**
 * How an offer kept its due time (M10); on the very moment is in time (E40).
 *
 * @returns `uncounted` where there was no due time, or it had not passed when the offer was taken back or replaced, or now.
 */
export function punctuality(handoff: MeasuredHandoff, index: number, asOf: Instant): 'inTime' | 'overdue' | 'uncounted' {
  const offer = handoff.offers[index];
  const dueAt = offer?.dueAt ?? null;
  if (offer === undefined || dueAt === null) return 'uncounted';
  const reacted = reactedAt(offer);
  if (reacted !== null) return reacted > dueAt ? 'overdue' : 'inTime';
  const waitedUntil = handoff.offers[index + 1]?.at ?? handoff.ended?.at ?? asOf;
  return waitedUntil > dueAt ? 'overdue' : 'uncounted';
}

/** Whether the receiving side was late at least once. */
export function wasOverdue(handoff: MeasuredHandoff, asOf: Instant): boolean {
  return handoff.offers.some((_, index) => punctuality(handoff, index, asOf) === 'overdue');
}

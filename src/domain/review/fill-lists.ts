import { msBetween } from '../handoff/instant';
import type { Instant } from '../handoff/handoff';
import type { HandoffRow } from '../handoff/handoff-row';
import { rankMissed } from '../metrics/rank-missed';
import type { HandoffType } from '../type/handoff-type';
import type { MissingItem, RedoneHandoff, Review, ReviewLists, SlowHandoff } from './review';
import type { ReviewedNumbers } from './reviewed-numbers';

/** Lines under one prompt. */
const MOST_LINES = 5;

const HOUR_MS = 3_600_000;

/** What the three prompts are filled from. */
export interface ListSources {
  /** Handoffs of the month, as many as one page holds. */
  readonly rows: readonly HandoffRow[];
  readonly numbers: ReviewedNumbers | null;
  readonly type: HandoffType;
  /** Finished reviews of the type: what they listed was discussed. */
  readonly past: readonly Review[];
  readonly now: Instant;
}

/**
 * The three prompts from data: what was slow, what was redone, what was missing (S-114). Handoffs an earlier review listed are kept apart
 * and marked (S-067). Handoffs to oneself count nowhere (E2), and withdrawn ones took nobody's time.
 */
export function fillLists({ rows, numbers, type, past, now }: ListSources): ReviewLists {
  const discussed = new Set(past.flatMap(({ lists }) => [...lists.slow, ...lists.redone].map(({ handoffId }) => handoffId)));
  const counted = rows.filter(({ facts, state }) => facts.self !== true && !GONE.includes(state));
  const slow = counted.flatMap((row) => toSlow(row, now) ?? []).sort((one, other) => other.hours - one.hours || byId(one, other));
  const redone = counted
    .flatMap((row) => toRedone(row) ?? [])
    .sort((one, other) => other.returns + other.reworks - one.returns - one.reworks || byId(one, other));
  return {
    slow: newFirst(slow, discussed),
    redone: newFirst(redone, discussed),
    missing: numbers === null ? [] : toMissing(numbers, type),
  };
}

const GONE: readonly HandoffRow['state'][] = ['CANCELLED', 'SUPERSEDED', 'VOIDED'];

function toSlow({ handoffId, facts, state }: HandoffRow, now: Instant): SlowHandoff | null {
  const { firstOfferedAt, acceptedAt } = facts;
  if (firstOfferedAt === null) return null;
  if (acceptedAt !== null) return { handoffId, hours: hoursBetween(firstOfferedAt, acceptedAt) };
  return state === 'OFFERED' || state === 'IN_VERIFICATION' || state === 'RETURNED'
    ? { handoffId, hours: hoursBetween(firstOfferedAt, now), waits: true }
    : null;
}

function toRedone({ handoffId, facts }: HandoffRow): RedoneHandoff | null {
  const returns = facts.returns.length;
  const reworks = facts.reworks?.length ?? 0;
  return returns + reworks === 0 ? null : { handoffId, returns, reworks };
}

function toMissing({ missed, returnedFor }: ReviewedNumbers, type: HandoffType): readonly MissingItem[] {
  const { typeId } = type;
  const returnsOf = new Map(returnedFor.map(({ id, times }) => [id, times]));
  const named = missed.map(({ id, handoffs }) => ({ typeId, itemId: id, times: handoffs }));
  return rankMissed(named, [type])
    .slice(0, MOST_LINES)
    .map(({ itemId, title, times }) => ({ itemId, title, handoffs: times, returns: returnsOf.get(itemId) ?? 0 }));
}

/** As many lines of what is new as there may be, and as many of what was discussed already. */
function newFirst<Line extends { readonly handoffId: string }>(
  lines: readonly Line[],
  discussed: ReadonlySet<string>,
): readonly (Line & { readonly before?: true })[] {
  const fresh = lines.filter(({ handoffId }) => !discussed.has(handoffId)).slice(0, MOST_LINES);
  const before = lines.filter(({ handoffId }) => discussed.has(handoffId)).slice(0, MOST_LINES);
  return [...fresh, ...before.map((line) => ({ ...line, before: true as const }))];
}

function hoursBetween(from: Instant, to: Instant): number {
  return Math.round((msBetween(from, to) / HOUR_MS) * 10) / 10;
}

function byId(one: { readonly handoffId: string }, other: { readonly handoffId: string }): number {
  return one.handoffId < other.handoffId ? -1 : 1;
}

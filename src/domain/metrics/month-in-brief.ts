import type { HandoffRow } from '../handoff/handoff-row';
import { msBetween } from '../handoff/instant';
import type { HandoffType } from '../type/handoff-type';
import { nearestRank } from './nearest-rank';

/** How often one item or section of a type was missing. */
interface MissedItem {
  readonly typeId: string;
  readonly typeName: string;
  readonly itemId: string;
  readonly title: string;
  readonly times: number;
}

/** Counts that are kept apart from the rows, since the moves they count belong to no handoff. */
export interface GateCounters {
  /** Moves that passed because the gate was paused. */
  readonly passedWhilePaused: number;
  /** Moves that observe mode would have stopped (S-079). */
  readonly wouldHaveBeenStopped: number;
}

/**
 * This month in sentences' numbers, over all types of the project (experience.md 7).
 *
 * Ratings: `shown` false below 5 ratings, or from fewer than 3 receivers or about fewer than 3 senders; then only `count`
 * is filled (design decision 11). No number here is about a person.
 */
export interface MonthInBrief extends GateCounters {
  /** `yyyy-mm` in the project's reporting zone (UTC until a calendar is set). */
  readonly month: string;
  /** First offered in this month, withdrawn ones included. */
  readonly handoffs: number;
  /** Those whose first offer was accepted or returned (domain.md 3.1 rule 2). */
  readonly decided: number;
  /** Of the decided, accepted without a return (M06). */
  readonly acceptedFirstTime: number;
  /** Of the decided, returned at least once. */
  readonly returned: number;
  /** Most returned-for items, most frequent first, at most 3. A return counts once for each item it names. */
  readonly returnedFor: readonly MissedItem[];
  /** Median hours from first offer to acceptance, null below 3 accepted handoffs (domain.md 3.1 rule 5); calendar hours. */
  readonly medianWaitHours: number | null;
  readonly accepted: number;
  /** Of the accepted, those let through without the questions their level asks for (S-058); absent: none. */
  readonly acceptedUnchecked?: number;
  /** Times one move or acceptance was let pass with a reason (T24); absent: none. */
  readonly letPass?: number;
  /** `values` from low to high, so that their order tells nothing. */
  readonly ratings: { readonly count: number; readonly shown: boolean; readonly values: readonly number[] };
  /** The item missing in most handoffs, at a stopped move or in a return; null when nothing was missed. */
  readonly mostMissed: MissedItem | null;
}

const MIN_ACCEPTED_FOR_MEDIAN = 3;
const MAX_RETURNED_FOR = 3;
const MIN_RATINGS = 5;
const MIN_PEOPLE_PER_SIDE = 3;
const MS_PER_HOUR = 60 * 60 * 1000;

/**
 * The numbers of one month of a project.
 *
 * @param rows Rows of the project; those of other months and handoffs to oneself are left out (domain.md 3.2, E2).
 * @param types Published versions that may be named; of several versions of one type the newest that knows an id gives its title, and
 *   ids that none knows are left out of `returnedFor` and `mostMissed`.
 * @param month `yyyy-mm`: the month of the first offer, which a handoff never leaves.
 */
export function monthInBrief(
  rows: readonly HandoffRow[],
  types: readonly HandoffType[],
  month: string,
  counters: GateCounters,
): MonthInBrief {
  const cohort = rows.filter((row) => row.cohortMonth === month && row.facts.self !== true && row.senderId !== row.facts.receiverId);
  const returned = cohort.filter(({ facts }) => facts.returns.length > 0);
  const accepted = cohort.filter(({ facts }) => facts.acceptedAt !== null);
  const acceptedFirstTime = accepted.filter(({ facts }) => facts.returns.length === 0);
  const unchecked = accepted.filter(({ facts }) => facts.waived === true).length;
  const letPass = cohort.reduce((sum, { facts }) => sum + (facts.waivers ?? 0), 0);
  const missedInReturns = returned.flatMap((row) => row.facts.returns.flatMap(({ itemIds }) => idsOnce(row.typeId, itemIds)));
  const missedInHandoffs = cohort.flatMap((row) => idsOnce(row.typeId, row.facts.missedIds));
  return {
    month,
    handoffs: cohort.length,
    decided: acceptedFirstTime.length + returned.length,
    acceptedFirstTime: acceptedFirstTime.length,
    returned: returned.length,
    returnedFor: rank(missedInReturns, types).slice(0, MAX_RETURNED_FOR),
    medianWaitHours: medianWaitHours(accepted),
    accepted: accepted.length,
    ...(unchecked === 0 ? {} : { acceptedUnchecked: unchecked }),
    ...(letPass === 0 ? {} : { letPass }),
    ratings: ratingsOf(accepted),
    mostMissed: rank(missedInHandoffs, types)[0] ?? null,
    passedWhilePaused: counters.passedWhilePaused,
    wouldHaveBeenStopped: counters.wouldHaveBeenStopped,
  };
}

function medianWaitHours(accepted: readonly HandoffRow[]): number | null {
  const hours = accepted.flatMap(({ facts: { firstOfferedAt, acceptedAt } }) =>
    firstOfferedAt === null || acceptedAt === null ? [] : [msBetween(firstOfferedAt, acceptedAt) / MS_PER_HOUR],
  );
  return hours.length < MIN_ACCEPTED_FOR_MEDIAN ? null : nearestRank(hours, 50);
}

function ratingsOf(accepted: readonly HandoffRow[]): MonthInBrief['ratings'] {
  const rated = accepted.filter(({ facts }) => facts.rating !== null);
  const receivers = new Set(rated.map(({ facts }) => facts.receiverId));
  const senders = new Set(rated.map((row) => row.senderId));
  const shown = rated.length >= MIN_RATINGS && receivers.size >= MIN_PEOPLE_PER_SIDE && senders.size >= MIN_PEOPLE_PER_SIDE;
  const values = shown ? rated.flatMap(({ facts }) => facts.rating ?? []).sort((a, b) => a - b) : [];
  return { count: rated.length, shown, values };
}

interface Missed {
  readonly typeId: string;
  readonly itemId: string;
}

function idsOnce(typeId: string, itemIds: readonly string[]): readonly Missed[] {
  return [...new Set(itemIds)].map((itemId) => ({ typeId, itemId }));
}

/** Most frequent first; equally frequent ones in the order of `types` and of the template, so that the answer is always the same. */
function rank(missed: readonly Missed[], types: readonly HandoffType[]): readonly MissedItem[] {
  const newestFirst = [...types].sort((a, b) => b.version - a.version);
  const ranked: MissedItem[] = [];
  for (const typeId of new Set(types.map((type) => type.typeId))) {
    const named = new Set<string>();
    const timesOf = countsOf(missed.filter((one) => one.typeId === typeId));
    for (const version of newestFirst.filter((type) => type.typeId === typeId)) {
      for (const { id, title } of partsOf(version)) {
        const times = timesOf.get(id);
        if (times === undefined || named.has(id)) continue;
        named.add(id);
        ranked.push({ typeId, typeName: newestNameOf(typeId, newestFirst), itemId: id, title, times });
      }
    }
  }
  return ranked.sort((a, b) => b.times - a.times);
}

function countsOf(missed: readonly Missed[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { itemId } of missed) counts.set(itemId, (counts.get(itemId) ?? 0) + 1);
  return counts;
}

function partsOf(type: HandoffType): readonly { readonly id: string; readonly title: string }[] {
  return [
    ...type.items.map((item) => ({ id: item.itemId, title: item.title })),
    ...type.notePrompts.map((prompt) => ({ id: prompt.sectionId, title: prompt.title })),
  ];
}

function newestNameOf(typeId: string, newestFirst: readonly HandoffType[]): string {
  return newestFirst.find((type) => type.typeId === typeId)?.name ?? '';
}

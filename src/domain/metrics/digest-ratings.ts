import type { Accepted } from './cohort';
import type { RatingCounts } from './rating-counts';

/** The ratings of a month without a person in them. Whether they may be shown is decided where they are read (design decision 11). */
export interface DigestRatings {
  /** How often 1, 2, … 5 was given; what was handed off in one go is rated once. */
  readonly counts: RatingCounts;
  /** The same with at most the latest three between the same two people, since those are not independent (domain.md 3.3). */
  readonly flagCounts: RatingCounts;
  /** The last ten, oldest first, by acceptance. */
  readonly latest: readonly number[];
  /** How many different people gave them. */
  readonly receivers: number;
  /** How many different people they are about. */
  readonly senders: number;
}

const MOST_PER_PAIR = 3;
const LATEST = 10;

type Rated = Accepted & { readonly rating: 1 | 2 | 3 | 4 | 5 };

/** @param accepted In any order; those without a rating are passed over. */
export function digestRatings(accepted: readonly Accepted[]): DigestRatings {
  const rated = onceEachBatch(accepted.filter((handoff): handoff is Rated => handoff.rating !== null).sort(byAcceptance));
  const receivers = new Set(rated.flatMap(({ receiverId }) => receiverId ?? []));
  return {
    counts: countRatings(rated),
    flagCounts: countRatings(latestOfEachPair(rated)),
    latest: rated.slice(-LATEST).map(({ rating }) => rating),
    receivers: receivers.size,
    senders: new Set(rated.map(({ senderId }) => senderId)).size,
  };
}

/** Oldest acceptance first; ids keep the order the same whatever order they arrive in. */
export function byAcceptance(one: Accepted, other: Accepted): number {
  if (one.acceptedAt !== other.acceptedAt) return one.acceptedAt < other.acceptedAt ? -1 : 1;
  return one.handoffId < other.handoffId ? -1 : 1;
}

/** Of one batch the rating of the handoff accepted last stays. */
function onceEachBatch(rated: readonly Rated[]): readonly Rated[] {
  const last = new Map(rated.flatMap((handoff) => (handoff.batchId === undefined ? [] : [[handoff.batchId, handoff] as const])));
  return rated.filter((handoff) => handoff.batchId === undefined || last.get(handoff.batchId) === handoff);
}

function latestOfEachPair(rated: readonly Rated[]): readonly Rated[] {
  const taken = new Map<string, number>();
  return rated.toReversed().filter(({ senderId, receiverId }) => {
    const pair = JSON.stringify([senderId, receiverId]);
    const before = taken.get(pair) ?? 0;
    taken.set(pair, before + 1);
    return before < MOST_PER_PAIR;
  });
}

function countRatings(rated: readonly Rated[]): RatingCounts {
  const given = (value: number): number => rated.filter(({ rating }) => rating === value).length;
  return [given(1), given(2), given(3), given(4), given(5)];
}

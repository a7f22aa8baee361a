import type { MonthDigest } from '../metrics/month-digest';
import type { ChecklistItem, HandoffType } from '../type/handoff-type';
import type { IdleItem } from './review';

/** Accepted handoffs it takes to say that an item catches nothing (domain.md 2.5). */
const LEAST_ACCEPTED = 30;

/** A digest names so many at most: where it is full, what it does not name may have been missing all the same. */
const MOST_NAMED = 40;

/** Proposals at once; after these are decided on there are others. */
const MOST_PROPOSALS = 5;

/**
 * Items no move was stopped for and no return named in these months: proposals, nothing else. Items asked for only now and then are left
 * out, since nobody knows how often they were.
 *
 * @param digests Of the type: the month and the two before it, as far as there are numbers.
 */
export function itemsToRetire(digests: readonly MonthDigest[], { items }: Pick<HandoffType, 'items'>): readonly IdleItem[] {
  const accepted = digests.reduce((sum, digest) => sum + digest.accepted, 0);
  const isFull = digests.some(({ missed, returnedFor }) => missed.length >= MOST_NAMED || returnedFor.length >= MOST_NAMED);
  if (accepted < LEAST_ACCEPTED || isFull || items.length < 2) return [];
  const caught = new Set(digests.flatMap(({ missed, returnedFor }) => [...missed, ...returnedFor].map(({ id }) => id)));
  return items
    .filter((item) => item.appliesIf === undefined && !caught.has(item.itemId) && !isReadBack(item))
    .slice(0, MOST_PROPOSALS)
    .map(({ itemId, title }) => ({ itemId, title, accepted }));
}

/** What the receiver says back is there to be understood, not to catch anything. */
function isReadBack({ readBack }: ChecklistItem): boolean {
  return readBack === true;
}

import type { Sha256 } from '../audit/event-chain';
import type { SpotCheckContent } from './spot-check';

/** Items looked at of one handoff (domain.md 2.5). */
const ITEMS_PER_CHECK = 3;

/** A handoff that can be drawn. */
interface Candidate {
  readonly handoffId: string;
  /** `yyyy-mm` in which it was first handed off. */
  readonly cohortMonth: string;
}

/** What a draw takes besides the handoffs. */
type Draw = Pick<SpotCheckContent, 'seed' | 'rate' | 'checks'>;

/**
 * Draws the handoffs still to be checked, in the order they come. Whether one is drawn hangs on the seed, the rate and its id alone, so that
 * no other handoff takes its place and the draw can be repeated; only where a month would have none at all, its first in line is drawn.
 */
export function drawHandoffs<Given extends Candidate>(
  given: readonly Given[],
  { seed, rate, checks }: Draw,
  sha256: Sha256,
): readonly Given[] {
  const checkedIds = new Set(checks.map(({ handoffId }) => handoffId));
  const checkedMonths = new Set(checks.map(({ month }) => month));
  const inLine = given
    .map((each) => ({ each, place: placeOf(`${seed}:${each.handoffId}`, sha256) }))
    .sort((one, other) => one.place - other.place);
  return [...new Set(given.map(({ cohortMonth }) => cohortMonth))]
    .sort()
    .reverse()
    .flatMap((month) => {
      const ofMonth = inLine.filter(({ each }) => each.cohortMonth === month);
      const drawn = ofMonth.filter(({ place }) => place * 100 < rate);
      return drawn.length === 0 && !checkedMonths.has(month) ? ofMonth.slice(0, 1) : drawn;
    })
    .map(({ each }) => each)
    .filter(({ handoffId }) => !checkedIds.has(handoffId));
}

/** Draws at most three items of a handoff, in the order they were given: the same ones every time. */
export function drawItems<Item extends { readonly itemId: string }>(
  items: readonly Item[],
  { seed, handoffId }: { readonly seed: string; readonly handoffId: string },
  sha256: Sha256,
): readonly Item[] {
  const placeOfItem = new Map(items.map(({ itemId }) => [itemId, placeOf(`${seed}:${handoffId}:${itemId}`, sha256)]));
  const drawn = [...placeOfItem].sort(([, one], [, other]) => one - other).slice(0, ITEMS_PER_CHECK);
  const drawnIds = new Set(drawn.map(([itemId]) => itemId));
  return items.filter(({ itemId }) => drawnIds.has(itemId));
}

/** Where a name stands between 0 and 1, by the first 32 bits of its hash. */
function placeOf(name: string, sha256: Sha256): number {
  return Number.parseInt(sha256(name).slice(0, 8), 16) / 2 ** 32;
}

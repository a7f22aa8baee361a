import type { ChecklistItem } from '../../src/domain/type/handoff-type';

/** One item in which two checklists differ; null: that side does not have it. */
interface ItemDifference {
  readonly id: string;
  /** As one's own side calls it, else as the other one does. */
  readonly title: string;
  readonly mine: ChecklistItem | null;
  readonly theirs: ChecklistItem | null;
  /** They differ in more than title, words and whether it is required. */
  readonly otherDetails: boolean;
}

/** In what two checklists differ: items in one's own order, then those only the other side has. */
export function compareChecklists(
  mine: readonly ChecklistItem[],
  theirs: readonly ChecklistItem[],
): { readonly items: readonly ItemDifference[]; readonly isReordered: boolean } {
  const find = (items: readonly ChecklistItem[], itemId: string) => items.find((item) => item.itemId === itemId) ?? null;
  const ids = [...new Set([...mine, ...theirs].map(({ itemId }) => itemId))];
  const items = ids.flatMap((id): ItemDifference[] => {
    const [own, other] = [find(mine, id), find(theirs, id)];
    const isSame = own !== null && other !== null && text(own) === text(other);
    if (isSame) return [];
    const otherDetails = own !== null && other !== null && text(withoutWords(own)) !== text(withoutWords(other));
    return [{ id, title: own?.title ?? other?.title ?? '', mine: own, theirs: other, otherDetails }];
  });
  const shared = (list: readonly ChecklistItem[], among: readonly ChecklistItem[]) =>
    list.map(({ itemId }) => itemId).filter((itemId) => find(among, itemId) !== null);
  return { items, isReordered: text(shared(mine, theirs)) !== text(shared(theirs, mine)) };
}

function withoutWords({ title: _title, hint: _hint, required: _required, ...rest }: ChecklistItem) {
  return rest;
}

/** Equal texts are equal values, in whatever order their entries came. */
function text(value: object): string {
  return JSON.stringify(Array.isArray(value) ? value : Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
}

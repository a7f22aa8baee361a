import type { HandoffType } from '../type/handoff-type';

/** How often one item or section of a type was missing. */
export interface MissedTimes {
  readonly typeId: string;
  readonly itemId: string;
  readonly times: number;
}

/** The same with the names people know it by. */
export interface MissedItem extends MissedTimes {
  readonly typeName: string;
  readonly title: string;
}

/**
 * Most frequent first; equally frequent ones in the order of `types` and of the template, so that the answer is always the same.
 *
 * @param missed Each item of a type once.
 * @param types Published versions that may be named; of several versions of one type the newest that knows an id gives its title, and
 *   ids that none knows are left out.
 */
export function rankMissed(missed: readonly MissedTimes[], types: readonly HandoffType[]): readonly MissedItem[] {
  const newestFirst = [...types].sort((a, b) => b.version - a.version);
  const ranked: MissedItem[] = [];
  for (const typeId of new Set(types.map((type) => type.typeId))) {
    const named = new Set<string>();
    const timesOf = new Map(missed.filter((one) => one.typeId === typeId).map(({ itemId, times }) => [itemId, times]));
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

function partsOf(type: HandoffType): readonly { readonly id: string; readonly title: string }[] {
  return [
    ...type.items.map((item) => ({ id: item.itemId, title: item.title })),
    ...type.notePrompts.map((prompt) => ({ id: prompt.sectionId, title: prompt.title })),
  ];
}

function newestNameOf(typeId: string, newestFirst: readonly HandoffType[]): string {
  return newestFirst.find((type) => type.typeId === typeId)?.name ?? '';
}

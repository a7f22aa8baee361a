import { normaliseDraft } from './check-draft';
import type { ChecklistItem, NotePrompt, TypeDraft } from './handoff-type';
import { inSameOrder } from './in-same-order';
import { NO_OPTIONS, type TypeOptions } from './type-options';

/** What of the type itself can differ; level 1 of accepting is the switch *next step required*. */
type TypeAspect = Exclude<keyof TypeDraft, 'items' | 'notePrompts' | 'options' | 'starterId'> | keyof TypeOptions;

/** What of an item can differ. */
type ItemAspect = Exclude<keyof ChecklistItem, 'itemId'>;

/** What of a section of the note can differ. */
type SectionAspect = Exclude<keyof NotePrompt, 'sectionId'>;

/** How one thing differs: `presence` was added or removed, `place` (1 for the first) was moved, else what is set of it. */
export type Aspect = 'presence' | 'place' | TypeAspect | ItemAspect | SectionAspect;

/** One thing in which two versions differ. */
export interface Difference {
  readonly part: 'type' | 'item' | 'section';
  /** Title in the newer version, in the older one where it was removed; empty for the type itself. */
  readonly title: string;
  readonly aspect: Aspect;
  /** As the two versions hold it; null: not there, or not set. For `presence` the item or section. */
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * Everything in which two versions of a type differ, in the order of the form: the type, its items, its note.
 *
 * Items and sections are the same while their ids are, whatever they are called. Of those that changed places the fewest are named, so that
 * one moved to the top is one difference. What means the same differs in nothing.
 */
export function compareVersions(older: TypeDraft, newer: TypeDraft): readonly Difference[] {
  const [before, after] = [normaliseDraft(older), normaliseDraft(newer)];
  return [
    ...compareTypes(before, after),
    ...compareLists('item', toParts(before.items, 'itemId'), toParts(after.items, 'itemId')),
    ...compareLists('section', toParts(before.notePrompts, 'sectionId'), toParts(after.notePrompts, 'sectionId')),
  ];
}

function compareTypes(older: TypeDraft, newer: TypeDraft): readonly Difference[] {
  const [before, after] = [older, newer].map(({ items: _items, notePrompts: _prompts, starterId: _starter, options, ...own }) => ({
    ...own,
    ...NO_OPTIONS,
    ...options,
  }));
  return compareValues(before ?? {}, after ?? {}).map((difference) => ({ part: 'type', title: '', ...difference }));
}

/** An item or a section with what is set of it. */
interface Part {
  readonly id: string;
  readonly title: string;
  readonly own: object;
}

function toParts<Key extends string>(
  entries: readonly ({ readonly [K in Key]: string } & { readonly title: string })[],
  key: Key,
): readonly Part[] {
  return entries.map((entry) => ({ id: entry[key], title: entry.title, own: { ...entry, [key]: undefined } }));
}

function compareLists(part: 'item' | 'section', before: readonly Part[], after: readonly Part[]): readonly Difference[] {
  const idsBefore = before.map(({ id }) => id);
  const idsAfter = after.map(({ id }) => id);
  const kept = idsAfter.filter((id) => idsBefore.includes(id));
  const still = inSameOrder(kept.map((id) => idsBefore.indexOf(id)));
  return [
    ...after.flatMap(({ id, title, own }): readonly Difference[] => {
      const former = before.find((each) => each.id === id);
      if (former === undefined) return [{ part, title, aspect: 'presence', before: null, after: own }];
      const [from, to] = [idsBefore.indexOf(id), idsAfter.indexOf(id)];
      const moved: readonly Difference[] = still.has(from) ? [] : [{ part, title, aspect: 'place', before: from + 1, after: to + 1 }];
      return [...moved, ...compareValues(former.own, own).map((difference) => ({ part, title, ...difference }))];
    }),
    ...before
      .filter(({ id }) => !idsAfter.includes(id))
      .map(({ title, own }): Difference => ({ part, title, aspect: 'presence', before: own, after: null })),
  ];
}

function compareValues(before: object, after: object): readonly Pick<Difference, 'aspect' | 'before' | 'after'>[] {
  const [one, other] = [before as Readonly<Record<string, unknown>>, after as Readonly<Record<string, unknown>>];
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return names
    .filter((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]))
    .map((name) => ({ aspect: name as Aspect, before: one[name] ?? null, after: other[name] ?? null }));
}

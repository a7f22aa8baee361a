import type { TypeDraft } from '../../src/contract/settings';
import { normaliseDraft } from '../../src/domain/type/check-draft';
import type { ChecklistItem, HandoffType, ItemKind, NotePrompt } from '../../src/domain/type/handoff-type';
import type { TypeOptions } from '../../src/domain/type/type-options';

/** Most items a type may have. */
export const MAX_ITEMS = 50;

/** Most sections a note may have. */
export const MAX_NOTE_PROMPTS = 10;

/** The editable part of a published type. */
export function draftOf(type: HandoffType): TypeDraft {
  const { typeId: _typeId, version: _version, ...draft } = type;
  return draft;
}

/** What a new type starts from: one blank item, a short note and the sender's choice of receiver; the rest is asked. */
export function blankDraft(titles: { readonly situation: string; readonly recommendation: string }, newId: () => string): TypeDraft {
  return {
    name: '',
    team: '',
    route: { fromStatusIds: [], toStatusId: '' },
    opensAt: 'offer',
    workItemTypeIds: [],
    items: [blankItem(newId())],
    notePrompts: [
      { sectionId: 'situation', title: titles.situation, hint: '', required: true },
      { sectionId: 'recommendation', title: titles.recommendation, hint: '', required: true },
    ],
    receiver: { kind: 'senderChooses' },
    nextStepRequired: false,
    acceptAssigns: true,
  };
}

/** A new checklist item; its id stays when the title changes, so that entries and counts survive. */
export function blankItem(itemId: string): ChecklistItem {
  return { itemId, title: '', hint: '', kind: 'tick', required: true, allowNoneKnown: false, allowInDescription: false, fieldId: null };
}

/** Whether an item of this kind can be answered with "None known" or "In the description". */
export function offersWords(kind: ItemKind): boolean {
  return kind === 'text' || kind === 'link';
}

/** An item with some of it set anew; options its kind does not offer are dropped. */
export function changeItem(item: ChecklistItem, change: Partial<Omit<ChecklistItem, 'itemId'>>): ChecklistItem {
  const changed = { ...item, ...change };
  const words = offersWords(changed.kind);
  return {
    ...changed,
    allowNoneKnown: words && changed.allowNoneKnown,
    allowInDescription: words && changed.allowInDescription,
    fieldId: changed.kind === 'field' ? changed.fieldId : null,
  };
}

/** The draft with one item replaced. */
export function withItem(draft: TypeDraft, item: ChecklistItem): TypeDraft {
  return { ...draft, items: draft.items.map((each) => (each.itemId === item.itemId ? item : each)) };
}

/** The draft without one item. */
export function withoutItem(draft: TypeDraft, itemId: string): TypeDraft {
  return { ...draft, items: draft.items.filter((each) => each.itemId !== itemId) };
}

/** The draft with one note section replaced. */
export function withPrompt(draft: TypeDraft, prompt: NotePrompt): TypeDraft {
  return { ...draft, notePrompts: draft.notePrompts.map((each) => (each.sectionId === prompt.sectionId ? prompt : each)) };
}

/** The draft without one note section. */
export function withoutPrompt(draft: TypeDraft, sectionId: string): TypeDraft {
  return { ...draft, notePrompts: draft.notePrompts.filter((each) => each.sectionId !== sectionId) };
}

/** The draft with some of its options set anew. */
export function withOptions(draft: TypeDraft, change: Partial<TypeOptions>): TypeDraft {
  return { ...draft, options: { ...draft.options, ...change } };
}

/** The draft with what accepting takes set anew; level 1 is the switch *next step required*, as it was before there were levels. */
export function withLevel(draft: TypeDraft, level: TypeOptions['verificationLevel']): TypeDraft {
  return { ...withOptions(draft, { verificationLevel: level === 1 ? 0 : level }), nextStepRequired: level === 1 };
}

/** A list with the entry at `from` moved to `to`; unchanged when either place does not exist. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const entry = list[from];
  if (entry === undefined || to < 0 || to >= list.length || from === to) return list;
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), entry, ...rest.slice(to)];
}

/**
 * Where a dragged entry lands: `edge` is the side of the entry it is dropped on, and everything after its old place has moved up
 * by one.
 */
export function dropIndex(from: number, onto: number, edge: 'top' | 'bottom'): number {
  const gap = edge === 'top' ? onto : onto + 1;
  return from < gap ? gap - 1 : gap;
}

/** Whether two drafts would be published as the same. */
export function sameDraft(a: TypeDraft, b: TypeDraft): boolean {
  return JSON.stringify(normaliseDraft(a)) === JSON.stringify(normaliseDraft(b));
}

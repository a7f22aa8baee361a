import { canonicalJson } from '../audit/canonical-json';
import type { HandoffType } from '../type/handoff-type';
import { optionsOf } from '../type/type-options';
import { checkAnswer, checkUnknown } from './check-answer';
import { inItemsWords } from './choice-answer';
import type { DraftChange, IssueFacts, Refusal, RefusalCode } from './command';
import type { AccountId, Entry, Handoff, Instant, ItemAnswer, Receiver, Unknown } from './handoff';
import type { SavedValue } from './event';
import { sameText } from './real-text';
import { sectionEntry } from './section-entry';

/**
 * A change in the form it is stored: blank text is "cleared", so that blank and never touched are the same, and what is attached is what
 * Jira says and what is chosen is called as the item calls it, whatever the writer claims.
 */
export function normalised(
  change: DraftChange,
  issue: Pick<IssueFacts, 'attachments'>,
  { items }: Pick<HandoffType, 'items'>,
): DraftChange {
  if (change.field === 'section') return change.value === '' ? { ...change, value: null } : change;
  if (change.field !== 'item' || change.value === null) return change;
  if (change.value.kind === 'attached') {
    return { ...change, value: { kind: 'attached', attachments: issue.attachments.map(({ id, sizeBytes }) => ({ id, sizeBytes })) } };
  }
  if (change.value.kind === 'choice') {
    const item = items.find(({ itemId }) => itemId === change.id);
    return { ...change, value: item === undefined || change.value.chosen.length === 0 ? null : inItemsWords(item, change.value) };
  }
  const isBlank = (change.value.kind === 'text' && change.value.text === '') || (change.value.kind === 'link' && change.value.url === '');
  return isBlank ? { ...change, value: null } : change;
}

/** Why a change cannot be made in any draft of this type; null when it can. */
export function checkChange(change: DraftChange, type: HandoffType, issue: IssueFacts): RefusalCode | null {
  const { unknownAllowed } = optionsOf(type);
  switch (change.field) {
    case 'item': {
      const item = type.items.find((candidate) => candidate.itemId === change.id);
      if (item === undefined) return 'UNKNOWN_FIELD';
      if (change.value === null) return item.kind === 'approval' ? 'FORBIDDEN' : null;
      return checkAnswer(item, change.value, { hasDescription: issue.hasDescription, unknownAllowed });
    }
    case 'section':
      if (!type.notePrompts.some((prompt) => prompt.sectionId === change.id)) return 'UNKNOWN_FIELD';
      return typeof change.value === 'object' && change.value !== null ? checkUnknown(change.value, unknownAllowed) : null;
    case 'risk':
      return optionsOf(type).riskAsked ? null : 'UNKNOWN_FIELD';
    case 'sender':
    case 'receiver':
      return null;
  }
}

/** How a change's field is named in a conflict: `item:{id}`, `section:{id}`, `sender`, `receiver` or `risk`. */
export function fieldName(change: DraftChange): string {
  return change.field === 'item' || change.field === 'section' ? `${change.field}:${change.id}` : change.field;
}

/** What stands in a change's field; null when nobody touched it, or there is no draft yet. */
function currentEntry(change: DraftChange, handoff: Handoff | null): Entry<ItemAnswer | string | Receiver | Unknown> | null {
  if (handoff === null) return null;
  switch (change.field) {
    case 'item':
      return handoff.items[change.id] ?? null;
    case 'section':
      return sectionEntry(handoff.note[change.id]);
    case 'sender':
      return handoff.sender;
    case 'receiver':
      return handoff.receiver;
    case 'risk':
      return handoff.risk ?? null;
  }
}

/** Whether a change would leave its field as it is. */
export function changesNothing(change: DraftChange, handoff: Handoff | null): boolean {
  const entry = currentEntry(change, handoff);
  return canonicalJson(entry?.unknown ?? entry?.value ?? null) === canonicalJson(change.value);
}

/**
 * The changes whose writer had not seen what stands there now (domain.md 4.7), unless both want the same.
 *
 * @returns Null when there are none.
 */
export function findConflicts(changes: readonly DraftChange[], seen: Handoff | null): NonNullable<Refusal['conflicts']> | null {
  const conflicts = changes
    .filter((change) => change.basedOn !== (currentEntry(change, seen)?.version ?? 0) && !changesNothing(change, seen))
    .map((change) => ({ field: fieldName(change), current: currentEntry(change, seen) }));
  return conflicts.length === 0 ? null : conflicts;
}

/** Who saves, when, and what the title of the work item then is. */
export interface Save {
  readonly by: AccountId;
  readonly at: Instant;
  readonly title: string;
}

/** A value as it is saved over an entry. */
export function toSavedValue<T extends ItemAnswer | string>(
  id: string,
  value: T | null,
  before: Entry<T> | undefined,
  save: Save,
): SavedValue<T> {
  const saved = { id, value, by: save.by, savedAt: save.at, version: (before?.version ?? 0) + 1 };
  const text = typeof value === 'string' ? value : value?.kind === 'text' ? value.text : null;
  return text !== null && sameText(text, save.title) ? { ...saved, repeatsTitle: true } : saved;
}

/** A section as it is saved over an entry: text, or "I don't know yet" in place of it. */
export function toSavedSection(
  id: string,
  value: string | Unknown | null,
  before: Entry<string> | undefined,
  save: Save,
): SavedValue<string> {
  const isUnknown = typeof value === 'object' && value !== null;
  const saved = toSavedValue(id, isUnknown ? null : value, before, save);
  return isUnknown ? { ...saved, unknown: value } : saved;
}

/** Whether a change of an item is typing, whose saves are gathered, rather than one deliberate choice. */
export function isTyping(value: ItemAnswer | null, before: ItemAnswer | null): boolean {
  const kind = (value ?? before)?.kind;
  return kind === 'text' || kind === 'link' || kind === 'when';
}

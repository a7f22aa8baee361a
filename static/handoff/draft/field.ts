import type { DraftChange } from '../../../src/domain/handoff/command';
import type { Entry, Handoff, ItemAnswer, Receiver } from '../../../src/domain/handoff/handoff';
import { sectionEntry } from '../../../src/domain/handoff/section-entry';

/** One thing of a draft that is saved by itself. Conflicts name fields the same way. */
export type FieldKey = `item:${string}` | `section:${string}` | 'sender' | 'receiver';

/** What a field holds: an answer for items, text or "I don't know yet" for sections, an account id for the sender. Null clears it. */
export type FieldValue = ItemAnswer | Receiver | string | null;

/** What is stored for a field; null when nobody has touched it. */
export function entryOf(handoff: Handoff | null, field: FieldKey): Entry<FieldValue> | null {
  if (handoff === null) return null;
  if (field === 'sender') return handoff.sender;
  if (field === 'receiver') return handoff.receiver;
  const id = field.slice(field.indexOf(':') + 1);
  return field.startsWith('item:') ? (handoff.items[id] ?? null) : sectionEntry(handoff.note[id]);
}

/** The version a writer saw, 0 for a field nobody has touched. */
export function versionOf(handoff: Handoff | null, field: FieldKey): number {
  return entryOf(handoff, field)?.version ?? 0;
}

function isAnswer(value: FieldValue): value is ItemAnswer {
  return typeof value === 'object' && value !== null && !isReceiver(value);
}

function isReceiver(value: FieldValue): value is Receiver {
  return typeof value === 'object' && value !== null && ['person', 'group', 'role'].includes(value.kind);
}

/** The change that a save sends for a field. Throws when the value is not of the field's kind: a bug of the caller. */
export function toChange(field: FieldKey, value: FieldValue, basedOn: number): DraftChange {
  if (field.startsWith('item:') && (value === null || isAnswer(value))) return { field: 'item', id: field.slice(5), value, basedOn };
  if (field.startsWith('section:') && (value === null || typeof value === 'string' || (isAnswer(value) && value.kind === 'unknown'))) {
    return { field: 'section', id: field.slice(8), value, basedOn };
  }
  if (field === 'sender' && typeof value === 'string') return { field, value, basedOn };
  if (field === 'receiver' && (value === null || isReceiver(value))) return { field, value, basedOn };
  throw new TypeError(`The value does not fit the field ${field}.`);
}

/** Whether two values are the same, whatever the order of their members. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const [mine, theirs] = [Object.entries(one), new Map(Object.entries(other))];
  return mine.length === theirs.size && mine.every(([name, value]) => sameValue(value, theirs.get(name)));
}

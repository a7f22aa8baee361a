import { isFormer } from '../../domain/audit/former-person';
import { PERSON_KEYS } from '../../domain/audit/person-keys';
import type { HandoffEvent } from '../../domain/handoff/event';
import type { AccountId, HandoffRecord } from '../../domain/handoff/handoff';

/** Maps whose property names are ids somebody chose, which name nobody; a type's list of items is no such map. */
const KEYED_BY_ID: readonly string[] = ['items', 'note'];

/**
 * People these events bring into a record that did not know them yet, each once: those whose accounts the weekly report must ask about
 * from now on (platform.md 4.4). Found by what names a person anywhere in an event, so that a new kind of event is never forgotten.
 */
export function listNewPeople(before: HandoffRecord, events: readonly HandoffEvent[]): AccountId[] {
  const known = new Set(listPeople(before));
  return listPeople(events).filter((accountId) => !known.has(accountId));
}

/** Everybody whose account id stands anywhere in this value, each once; former people have none. */
export function listPeople(value: unknown): AccountId[] {
  const people = new Set<AccountId>();
  collect(value, '', people);
  return [...people];
}

/** Whether the text at this JSON pointer of an event is an account id. */
export function namesPerson(pointer: string): boolean {
  return PERSON_KEYS.includes(pointer.split('/').at(-1) ?? '');
}

function collect(value: unknown, key: string, people: Set<AccountId>): void {
  if (typeof value === 'string') {
    if (PERSON_KEYS.includes(key) && !isFormer(value)) people.add(value);
  } else if (Array.isArray(value)) {
    for (const each of value) collect(each, KEYED_BY_ID.includes(key) ? '' : key, people);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) collect(inner, innerKey(key, name), people);
  }
}

function innerKey(key: string, name: string): string {
  if (KEYED_BY_ID.includes(key)) return '';
  return key === 'sender' && name === 'value' ? key : name;
}

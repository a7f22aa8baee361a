import type { HandoffEvent } from '../../domain/handoff/event';
import type { AccountId, HandoffRecord } from '../../domain/handoff/handoff';

/** Properties whose text is an account id, wherever they stand in an event or a record. */
const NAMES_A_PERSON: readonly string[] = [
  'by',
  'accountId',
  'sender',
  'createdBy',
  'askedBy',
  'takenBy',
  'senderId',
  'receiverId',
  'endedBy',
  'actorId',
  'accountableId',
  'delegatedFrom',
  'ownerId',
];

/** Maps whose property names are ids somebody chose, which name nobody. */
const KEYED_BY_ID: readonly string[] = ['items', 'note'];

/**
 * People these events bring into a record that did not know them yet, each once: those whose accounts the weekly report must ask about
 * from now on (platform.md 4.4). Found by what names a person anywhere in an event, so that a new kind of event is never forgotten.
 */
export function listNewPeople(before: HandoffRecord, events: readonly HandoffEvent[]): AccountId[] {
  const known = new Set(listPeople(before));
  return listPeople(events).filter((accountId) => !known.has(accountId));
}

/** Everybody whose account id stands anywhere in this value, each once. */
export function listPeople(value: unknown): AccountId[] {
  const people = new Set<AccountId>();
  collect(value, '', people);
  return [...people];
}

function collect(value: unknown, key: string, people: Set<AccountId>): void {
  if (typeof value === 'string') {
    if (NAMES_A_PERSON.includes(key)) people.add(value);
  } else if (Array.isArray(value)) {
    for (const each of value) collect(each, key, people);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) collect(inner, innerKey(key, name), people);
  }
}

function innerKey(key: string, name: string): string {
  if (KEYED_BY_ID.includes(key)) return '';
  return key === 'sender' && name === 'value' ? key : name;
}

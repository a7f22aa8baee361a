import type { EventHeader, LoggedEvent, SavedValue } from './event';
import { itemKey, sectionKey } from './evolve-handoff';
import { say } from './decision';
import type { Entry, Handoff } from './handoff';

/** Whose text it is and since when it waits to be logged. */
type Unlogged = Handoff['unlogged'][string];

/**
 * The events that bring text which was saved but not logged into the log: at most one for the items and one for the note.
 *
 * Law: replaying the log and then these events gives what evolving the record by them gives.
 *
 * @param which Leaves out text that may still be typed on; everything when absent.
 */
export function flushText(handoff: Handoff, header: EventHeader, which: (unlogged: Unlogged) => boolean = () => true): LoggedEvent[] {
  const waits = (key: string): boolean => {
    const unlogged = handoff.unlogged[key];
    return unlogged !== undefined && which(unlogged);
  };
  const items = Object.entries(handoff.items)
    .filter(([id]) => waits(itemKey(id)))
    .map(([id, entry]) => toSaved(id, entry));
  const sections = Object.entries(handoff.note)
    .filter(([id]) => waits(sectionKey(id)))
    .map(([id, entry]) => toSaved(id, entry));
  return [
    ...(items.length === 0 ? [] : [say(header, { type: 'item_changed', changes: items })]),
    ...(sections.length === 0 ? [] : [say(header, { type: 'note_changed', changes: sections })]),
  ];
}

function toSaved<T>(id: string, entry: Entry<T>): SavedValue<T> {
  return {
    id,
    value: entry.value,
    by: entry.by,
    savedAt: entry.at,
    version: entry.version,
    ...(entry.repeatsTitle === true ? { repeatsTitle: true } : {}),
    ...(entry.unknown === undefined ? {} : { unknown: entry.unknown }),
  };
}

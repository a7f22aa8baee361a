import type { Entry, Unknown } from './handoff';

/** A section's entry with what people see as its value: text, or that it is not known yet. */
export function sectionEntry(entry: Entry<string> | undefined): Entry<string | Unknown> | null {
  if (entry?.unknown === undefined) return entry ?? null;
  const { unknown, ...rest } = entry;
  return { ...rest, value: unknown };
}

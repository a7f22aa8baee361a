/** Longest text of one value; longer ones are cut, since they are shown in one line and compared with short ones. */
const MAX_VALUE_LENGTH = 200;

/** Most values of one field that are looked at. */
const MAX_VALUES = 20;

/** What Jira names a value by, the surest first: options have a value, people a display name, everything else a name. */
const NAMED_BY = ['value', 'displayName', 'name'] as const;

/**
 * The values of a Jira field as Jira shows them, from their REST form; empty for an empty field and for rich text, which has no short form.
 */
export function fieldTexts(value: unknown): string[] {
  if (Array.isArray(value)) return value.slice(0, MAX_VALUES).flatMap((each: unknown) => fieldTexts(each));
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim().slice(0, MAX_VALUE_LENGTH)];
  if (typeof value !== 'object' || value === null) return [];
  const named = new Map(Object.entries(value));
  for (const name of NAMED_BY) {
    const text: unknown = named.get(name);
    if (typeof text === 'string') return fieldTexts(text);
  }
  return [];
}

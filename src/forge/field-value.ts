import type { JiraIssue } from '../app/ports/issues';

/** A field's value for people, and as text by which two values are told apart. */
type FieldValue = JiraIssue['fieldMarks'][string];

/**
 * One field of Jira's answer. Names of people are neither shown nor kept (platform.md 4.4): a person counts by account id. Rich text shows
 * its words.
 */
export function toFieldValue(value: unknown): FieldValue {
  if (typeof value === 'string') return { shown: value, whole: value };
  if (typeof value === 'number' || typeof value === 'boolean') return { shown: String(value), whole: String(value) };
  if (Array.isArray(value)) {
    const parts = value.map(toFieldValue);
    return { shown: parts.map(({ shown }) => shown).join(', '), whole: JSON.stringify(parts.map(({ whole }) => whole)) };
  }
  return typeof value === 'object' && value !== null ? ofObject(value) : { shown: '', whole: '' };
}

function ofObject(value: object): FieldValue {
  const texts: Partial<Record<string, unknown>> = { ...value };
  const { accountId, type, content } = texts;
  if (typeof accountId === 'string') return { shown: '', whole: accountId };
  if (type === 'doc' && Array.isArray(content)) return { shown: content.map(wordsOf).join(' ').trim(), whole: JSON.stringify(content) };
  const shown = firstText(texts, ['value', 'name', 'key']) ?? '';
  return { shown, whole: `${firstText(texts, ['id', 'value', 'name', 'key']) ?? JSON.stringify(value)} ${shown}` };
}

function firstText(texts: Partial<Record<string, unknown>>, names: readonly string[]): string | null {
  for (const name of names) {
    const text = texts[name];
    if (typeof text === 'string') return text;
  }
  return null;
}

/** The words of a node of rich text, in order. */
function wordsOf(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  const text = 'text' in node && typeof node.text === 'string' ? node.text : '';
  const inner = 'content' in node && Array.isArray(node.content) ? node.content.map(wordsOf).join(' ') : '';
  return `${text} ${inner}`.trim();
}

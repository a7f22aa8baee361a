import { ERASED_TEXT } from '../audit/former-person';

/** What people type to get past a field; compared after lower-casing and dropping punctuation, so `N/A` and `n-a` are `n a`. */
const FILLERS: ReadonlySet<string> = new Set([
  'ok',
  'okay',
  'k',
  'done',
  'tbd',
  'tba',
  'todo',
  'to do',
  'n a',
  'na',
  'not applicable',
  'none',
  'nothing',
  'nil',
  'x',
  'yes',
  'no',
]);

function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether two texts say the same but for case, punctuation and spacing. */
export function sameText(one: string, other: string): boolean {
  return comparable(one) === comparable(other);
}

/**
 * Whether a text tells its reader something: not blank, not erased (E20), no filler such as ok, tbd, n/a or done, and not the same as one of
 * `others` (the title, another section). There is no minimum length (experience.md 1).
 */
export function isRealText(text: string, others: readonly string[] = []): boolean {
  const compared = comparable(text);
  return compared !== '' && text !== ERASED_TEXT && !FILLERS.has(compared) && !others.some((other) => comparable(other) === compared);
}

/** The text without surrounding space; null when nothing remains. */
export function trimmedOrNull(text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

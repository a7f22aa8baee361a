const ELLIPSIS = '…';

/**
 * Text on one line, at most `maxLength` UTF-16 code units, with an ellipsis where something was cut. Never splits a surrogate pair.
 *
 * @param maxLength At least 1.
 */
export function cutText(text: string, maxLength: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= maxLength) return line;
  let kept = '';
  for (const character of line) {
    if (kept.length + character.length > maxLength - ELLIPSIS.length) break;
    kept += character;
  }
  return kept.trimEnd() + ELLIPSIS;
}

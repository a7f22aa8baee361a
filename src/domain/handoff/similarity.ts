/** Words per piece when two texts are compared. */
const PIECE_WORDS = 3;

function piecesOf(text: string): ReadonlySet<string> {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return new Set();
  if (words.length < PIECE_WORDS) return new Set([words.join(' ')]);
  return new Set(words.slice(PIECE_WORDS - 1).map((_last, index) => words.slice(index, index + PIECE_WORDS).join(' ')));
}

/**
 * How alike two texts are, 0 (nothing in common) to 1 (the same words in the same order): Jaccard similarity of their sets of three
 * consecutive words (domain.md 2.5). Case, punctuation and spacing do not count; a text of fewer than three words is one piece. Symmetric;
 * two texts without a word are not alike.
 */
export function similarity(one: string, other: string): number {
  const [first, second] = [piecesOf(one), piecesOf(other)];
  const common = [...first].filter((piece) => second.has(piece)).length;
  const all = first.size + second.size - common;
  return all === 0 ? 0 : common / all;
}

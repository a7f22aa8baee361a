import { MAX_TEXT_LENGTH } from '../../../src/contract/limits';
import type { ItemAnswer } from '../../../src/domain/handoff/handoff';

/** Longest link the contract takes, in UTF-16 code units. */
const MAX_URL_LENGTH = 2_000;

/** What typed text amounts to: an answer, nothing, or why it cannot be saved as it stands. */
export type ParsedAnswer =
  { readonly ok: true; readonly answer: ItemAnswer | null } | { readonly ok: false; readonly problem: 'notALink' | 'tooLong' };

/** Reads what was typed for a text item. */
export function parseText(typed: string): ParsedAnswer {
  if (typed.length > MAX_TEXT_LENGTH) return { ok: false, problem: 'tooLong' };
  return { ok: true, answer: typed.trim() === '' ? null : { kind: 'text', text: typed } };
}

/** Reads what was typed for a link item. A bare host such as `github.com/acme` gets its `https://`. */
export function parseLink(typed: string): ParsedAnswer {
  const text = typed.trim();
  if (text === '') return { ok: true, answer: null };
  const url = /^[\w-]+(\.[\w-]+)+([/:?#]|$)/u.test(text) ? `https://${text}` : text;
  if (url.length > MAX_URL_LENGTH) return { ok: false, problem: 'tooLong' };
  if (!/^https?:\/\/[^\s/]+\.?[^\s]*$/iu.test(url) || !URL.canParse(url)) return { ok: false, problem: 'notALink' };
  return { ok: true, answer: { kind: 'link', url } };
}

/** What an editor shows for an answer that was typed; empty for the explicit choices. */
export function typedText(answer: ItemAnswer | null): string {
  if (answer?.kind === 'text') return answer.text;
  return answer?.kind === 'link' ? answer.url : '';
}

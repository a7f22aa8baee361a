import { cutText } from './cut-text';
import type { GateCode, Left } from './projection';

/** Longest message Jira shows of a validator, in UTF-16 code units (experience.md 5). */
export const MAX_MESSAGE_LENGTH = 255;

/** Item titles are quoted up to here, in UTF-16 code units. */
export const MAX_QUOTED_TITLE_LENGTH = 40;

const MAX_TEAM_LENGTH = 30;
const MAX_REFERENCE_LENGTH = 40;
/** Most things one message names. */
export const MAX_NAMES = 3;

const FRAME_KEYS: Readonly<Record<GateCode, string>> = {
  INCOMPLETE: 'gate.incomplete',
  NOT_PREPARED: 'gate.notPrepared',
  NOT_ACCEPTED: 'gate.notAccepted',
  RETURNED: 'gate.returned',
  RULE_BROKEN: 'gate.ruleBroken',
  CANNOT_CHECK: 'gate.cannotCheck',
};

/** Keys of the lists of names, by how many are named; the second of each pair says that there are more. */
const LIST_KEYS = [
  ['gate.list.one', 'gate.list.oneMore'],
  ['gate.list.two', 'gate.list.twoMore'],
  ['gate.list.three', 'gate.list.threeMore'],
] as const;

/** What a refusal says. */
export interface MessageContent {
  readonly code: GateCode;
  /** Label of the receiving side; null for RULE_BROKEN and CANNOT_CHECK, which name none. */
  readonly team: string | null;
  /** In template order; at least the first three of what is left. */
  readonly left: readonly Left[];
  /** How many are left in all. */
  readonly leftCount: number;
}

/**
 * What Jira shows instead of the move: at most 255 characters, naming what is left, who can fix it and where (experience.md 5, S-061).
 *
 * Titles are quoted up to 40 characters without quotation marks. Names are dropped, three to two to one, until the text fits; the
 * frame around them is never cut. Where nothing is left and yet nothing was prepared, it asks for a first entry.
 *
 * @param strings Texts by key, as in the locale files.
 * @param reference What an admin can search for; stands in brackets after RULE_BROKEN and CANNOT_CHECK.
 */
export function gateMessage(content: MessageContent, strings: Readonly<Record<string, string>>, reference: string = content.code): string {
  const frame = textOf(strings, FRAME_KEYS[content.code]);
  const render = (names: string): string =>
    fill(frame, {
      team: cutText(content.team ?? '', MAX_TEAM_LENGTH),
      n: String(content.leftCount),
      names,
      code: cutText(reference, MAX_REFERENCE_LENGTH),
    });
  if (!frame.includes('{names}')) return cutText(render(''), MAX_MESSAGE_LENGTH);

  const titles = content.left.slice(0, MAX_NAMES).map((one) => titleOf(one, strings));
  if (titles.length === 0) titles.push(textOf(strings, 'gate.firstEntry'));
  const total = Math.max(content.leftCount, titles.length);
  for (let named = titles.length; named > 0; named -= 1) {
    const message = render(listOf(titles.slice(0, named), total - named, strings));
    if (message.length <= MAX_MESSAGE_LENGTH) return message;
  }
  // Only a translated frame much longer than the English one gets here: then the one name gives way, not the frame.
  const overshoot = render(listOf(titles.slice(0, 1), total - 1, strings)).length - MAX_MESSAGE_LENGTH;
  const [first = ''] = titles;
  const shorter = cutText(first, Math.max(1, first.length - overshoot));
  return cutText(render(listOf([shorter], total - 1, strings)), MAX_MESSAGE_LENGTH);
}

function titleOf(left: Left, strings: Readonly<Record<string, string>>): string {
  const title = cutText(left.title, MAX_QUOTED_TITLE_LENGTH);
  return title === '' ? textOf(strings, left.kind === 'receiver' ? 'gate.receiver' : 'gate.untitled') : title;
}

function listOf(names: readonly string[], more: number, strings: Readonly<Record<string, string>>): string {
  const [exact, withMore] = LIST_KEYS[names.length - 1] ?? LIST_KEYS[0];
  const [A = '', B = '', C = ''] = names;
  return fill(textOf(strings, more > 0 ? withMore : exact), { A, B, C, k: String(more) });
}

/** One pass, so that braces inside a title are shown and not replaced. */
function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/gu, (placeholder, name: string) => values[name] ?? placeholder);
}

/** A missing key shows as the key: the gate must answer something in any case. */
function textOf(strings: Readonly<Record<string, string>>, key: string): string {
  return strings[key] ?? key;
}

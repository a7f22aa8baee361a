import { RACI_CELLS } from '../../../src/domain/type/check-guide';
import type { Guide, RaciR } from '../../../src/domain/type/guide';

/** Longest line of a list. */
const MAX_LINE = 120;

/** Most lines of a list. */
const MAX_LINES = 20;

/** A list that is written one thing a line. */
export type ListName = 'inputs' | 'process' | 'outputs' | 'agenda' | 'pitfalls';

/** Every list, in the order people see. */
export const LIST_NAMES: readonly ListName[] = ['inputs', 'process', 'outputs', 'agenda', 'pitfalls'];

/** A guide while it is edited: lists as the text somebody types, the row with all its cells. */
export interface GuideDraft {
  readonly championId: string | null;
  readonly whenUsed: string;
  readonly lists: Readonly<Record<ListName, string>>;
  readonly raciR: RaciR;
  readonly example: string;
}

const NO_RACI: RaciR = { responsible: [], accountable: [], consulted: [], informed: [], receiver: [] };

/** What is edited of a stored guide. */
export function draftOfGuide({ championId, whenUsed, flow, raciR, agenda, pitfalls, example }: Guide): GuideDraft {
  const lists = { ...flow, agenda, pitfalls };
  return {
    championId,
    whenUsed,
    lists: {
      inputs: lists.inputs.join('\n'),
      process: lists.process.join('\n'),
      outputs: lists.outputs.join('\n'),
      agenda: lists.agenda.join('\n'),
      pitfalls: lists.pitfalls.join('\n'),
    },
    raciR: raciR ?? NO_RACI,
    example,
  };
}

/** The draft as it is saved. */
export function guideOfDraft({ championId, whenUsed, lists, raciR, example }: GuideDraft): Omit<Guide, 'reviewedOn' | 'reviewedBy'> {
  return {
    championId,
    whenUsed: whenUsed.trim(),
    flow: { inputs: linesOf(lists.inputs), process: linesOf(lists.process), outputs: linesOf(lists.outputs) },
    raciR: RACI_CELLS.every((cell) => raciR[cell].length === 0) ? null : raciR,
    agenda: linesOf(lists.agenda),
    pitfalls: linesOf(lists.pitfalls),
    example: example.trim(),
  };
}

/** The things of a list, blanks left out. */
export function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Whether a list is longer than is kept: too many lines, or one too long. */
export function isTooLong(text: string): boolean {
  const lines = linesOf(text);
  return lines.length > MAX_LINES || lines.some((line) => line.length > MAX_LINE);
}

/** Whether a draft says something else than what is stored. */
export function differs(draft: GuideDraft, stored: Guide): boolean {
  return JSON.stringify(guideOfDraft(draft)) !== JSON.stringify(guideOfDraft(draftOfGuide(stored)));
}

import { msBetween } from '../handoff/instant';
import type { Guide } from './guide';
import type { HandoffType } from './handoff-type';

/** Days after which nobody relies on a page that nobody looked at: two quarters (S-164). */
const STALE_AFTER_DAYS = 184;

/** One A4 page, about 60 lines, in characters (S-091). */
export const PAGE_BUDGET = 3_500;

const MS_PER_DAY = 24 * 60 * 60 * 1_000;

/** A part of a playbook page that people write; the rest comes from the type. */
export type WrittenPart = 'whenUsed' | 'inputs' | 'process' | 'outputs' | 'raciR' | 'agenda' | 'pitfalls' | 'example' | 'reviewed';

/** Parts of a page nobody wrote yet, in the order of the page (S-100); none: the page is complete. */
export function findUnwrittenParts({ whenUsed, flow, raciR, agenda, pitfalls, example, reviewedOn }: Guide): readonly WrittenPart[] {
  const isWritten: Readonly<Record<WrittenPart, boolean>> = {
    whenUsed: whenUsed !== '',
    inputs: flow.inputs.length > 0,
    process: flow.process.length > 0,
    outputs: flow.outputs.length > 0,
    raciR: raciR !== null,
    agenda: agenda.length > 0,
    pitfalls: pitfalls.length > 0,
    example: example !== '',
    reviewed: reviewedOn !== null,
  };
  return (Object.keys(isWritten) as WrittenPart[]).filter((part) => !isWritten[part]);
}

/**
 * Whether the last look at a page is 184 days back or more (S-164). One that was never looked at is not stale: it says so itself.
 *
 * @param today As `yyyy-mm-dd`, like the day of the review.
 */
export function isStale({ reviewedOn }: Pick<Guide, 'reviewedOn'>, today: string): boolean {
  if (reviewedOn === null) return false;
  return msBetween(reviewedOn, today) >= STALE_AFTER_DAYS * MS_PER_DAY;
}

/** About how many characters a reader finds on the page of a type; headings are left out. */
export function pageLength({ items, notePrompts }: Pick<HandoffType, 'items' | 'notePrompts'>, guide: Guide): number {
  const { whenUsed, flow, agenda, pitfalls, example } = guide;
  const texts = [
    whenUsed,
    ...flow.inputs,
    ...flow.process,
    ...flow.outputs,
    ...items.flatMap(({ title, hint, choices = [] }) => [title, hint, ...choices.map(({ name }) => name)]),
    ...notePrompts.flatMap(({ title, hint }) => [title, hint]),
    ...agenda,
    ...pitfalls,
    example,
  ];
  return texts.reduce((sum, text) => sum + text.length, 0);
}

import type { Decision, ReviewWords } from '../../../src/domain/review/review';

/** What can be written into a review, part by part. */
export const PARTS = [
  'slow',
  'redone',
  'missing',
  'finding',
  'failed',
  'decisions',
  'playbook',
] as const satisfies readonly (keyof ReviewWords)[];
export type Part = (typeof PARTS)[number];

/** Words as they are sent: a decision nobody wrote is none, and one that only changes the checklist is called after what it adds. */
export function toSend(words: ReviewWords): ReviewWords {
  return { ...words, decisions: words.decisions.flatMap((decision) => toDecision(decision) ?? []) };
}

function toDecision(decision: Decision): Decision | null {
  const { text, change } = decision;
  const said = text.trim();
  const added = change === null || change.kind === 'retireItem' ? '' : change.title.trim();
  if (said === '' && added === '') return null;
  // What is to be added has no name yet, so it cannot go into the checklist.
  const isNameless = change !== null && change.kind !== 'retireItem' && added === '';
  return { ...decision, text: said === '' ? added : said, change: isNameless ? null : change };
}

/** Parts in which two states of a review differ. */
export function differingParts(mine: ReviewWords, theirs: ReviewWords): readonly Part[] {
  const [one, other] = [toSend(mine), toSend(theirs)];
  return PARTS.filter((part) => JSON.stringify(one[part]) !== JSON.stringify(other[part]));
}

/** One part as a line of text; empty: nothing is said. */
export function partText(words: ReviewWords, part: Part): string {
  switch (part) {
    case 'decisions':
      return words.decisions.map(({ text }) => text).join(' · ');
    case 'failed':
      return words.failed?.cause ?? '';
    case 'playbook':
      return words.playbook?.kind === 'noChange' ? words.playbook.why : '';
    default:
      return words[part];
  }
}

import type { HandoffPackage } from '../handoff/handoff-package';
import type { ItemAnswer, Unknown } from '../handoff/handoff';

/** What was handed over as the answer of an item, without who gave it. Files stand for themselves on the work item, a field likewise. */
export type ClaimedAnswer =
  | Exclude<ItemAnswer, Unknown | { readonly kind: 'attached' }>
  | { readonly kind: 'field' }
  | { readonly kind: 'files'; readonly count: number };

/** An item of a handed-over checklist that says something which can be true or not. */
export interface Claim {
  readonly itemId: string;
  readonly title: string;
  readonly answer: ClaimedAnswer;
}

/** The answered items of what was handed over; one that was not known yet claims nothing. */
export function claimsOf({ items }: Pick<HandoffPackage, 'items'>): readonly Claim[] {
  return items.flatMap(({ itemId, title, answer }) => {
    const claimed = toClaimed(answer);
    return claimed === null ? [] : [{ itemId, title, answer: claimed }];
  });
}

function toClaimed(answer: HandoffPackage['items'][number]['answer']): ClaimedAnswer | null {
  switch (answer?.kind) {
    case undefined:
    case 'unknown':
      return null;
    case 'field':
      return { kind: 'field' };
    case 'attachments':
      return { kind: 'files', count: answer.attachmentIds.length };
    case 'attached':
      return { kind: 'files', count: answer.attachments.length };
    default:
      return answer;
  }
}

const EVIDENCE: readonly ClaimedAnswer['kind'][] = ['link', 'files', 'field', 'approval'];

/** How many answers point at something anybody can look at (link, file, field, approval), of those and the mere ticks (M16 b). */
export function countEvidence(claims: readonly Pick<Claim, 'answer'>[]): { readonly k: number; readonly n: number } {
  const k = claims.filter(({ answer }) => EVIDENCE.includes(answer.kind)).length;
  return { k, n: k + claims.filter(({ answer }) => answer.kind === 'tick').length };
}

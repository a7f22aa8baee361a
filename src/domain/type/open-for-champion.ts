import type { DueAudit } from '../ten-questions/due-audit';
import type { Guide } from './guide';
import type { ChecklistItem, HandoffType } from './handoff-type';
import { isReviewDue } from './items-to-review';
import { findUnwrittenParts, isStale, pageLength, PAGE_BUDGET, type WrittenPart } from './playbook-page';

/** Something about a type that waits for whoever looks after it (S-106). */
export type OpenThing =
  | { readonly kind: 'itemDue'; readonly item: Pick<ChecklistItem, 'itemId' | 'title'>; readonly day: string }
  | { readonly kind: 'pageStale'; readonly day: string }
  | { readonly kind: 'unwritten'; readonly parts: readonly WrittenPart[] }
  | { readonly kind: 'tooLong'; readonly length: number }
  | { readonly kind: 'draftWaits' }
  | { readonly kind: 'auditDue'; readonly due: DueAudit };

/**
 * What is open to look at, most pressing first; none: nothing to do.
 *
 * @param today As `yyyy-mm-dd`.
 * @param hasDraft Whether a draft of the type waits for an admin.
 * @param auditDue Absent where no audit is near.
 */
export function findOpenThings(
  type: Pick<HandoffType, 'items' | 'notePrompts'>,
  guide: Guide,
  { today, hasDraft, auditDue }: { readonly today: string; readonly hasDraft: boolean; readonly auditDue?: DueAudit | undefined },
): readonly OpenThing[] {
  const unwritten = findUnwrittenParts(guide);
  const length = pageLength(type, guide);
  return [
    ...type.items.flatMap(({ itemId, title, expiresOn }): OpenThing[] =>
      expiresOn !== undefined && isReviewDue({ expiresOn }, today) ? [{ kind: 'itemDue', item: { itemId, title }, day: expiresOn }] : [],
    ),
    ...(guide.reviewedOn !== null && isStale(guide, today) ? [{ kind: 'pageStale' as const, day: guide.reviewedOn }] : []),
    ...(auditDue === undefined ? [] : [{ kind: 'auditDue' as const, due: auditDue }]),
    ...(hasDraft ? [{ kind: 'draftWaits' as const }] : []),
    ...(unwritten.length > 0 ? [{ kind: 'unwritten' as const, parts: unwritten }] : []),
    ...(length > PAGE_BUDGET ? [{ kind: 'tooLong' as const, length }] : []),
  ];
}

import { canonicalJson } from '../audit/canonical-json';
import type { ChecklistItem, HandoffType } from '../type/handoff-type';
import type { IssueFacts } from './command';
import type { Handoff, ReliedFact } from './handoff';

/** Longest value of a field that is kept for showing, in UTF-16 code units. */
const MAX_SHOWN_LENGTH = 200;

type Sha256 = (text: string) => string;

/**
 * What a sign-off relies on besides the answers: every filled Jira field and the attachments that items of the type ask for. Not what
 * somebody marked as not applicable.
 */
export function reliedFacts(handoff: Handoff, type: HandoffType, issue: IssueFacts, sha256: Sha256): ReliedFact[] {
  return reliedItems(handoff, type)
    .filter((item) => (item.kind === 'attachment' ? issue.attachments.length > 0 : issue.filledFieldIds.includes(item.fieldId ?? '')))
    .map((item) => toFact(item, issue, sha256));
}

function reliedItems(handoff: Handoff, type: HandoffType): ChecklistItem[] {
  return type.items.filter(
    ({ kind, itemId }) => (kind === 'field' || kind === 'attachment') && handoff.items[itemId]?.value?.kind !== 'notApplicable',
  );
}

function toFact(item: ChecklistItem, issue: IssueFacts, sha256: Sha256): ReliedFact {
  const { itemId } = item;
  if (item.kind === 'attachment') {
    const files = issue.attachments.map(({ id, sizeBytes }) => ({ id, sizeBytes })).sort((one, other) => (one.id < other.id ? -1 : 1));
    return { itemId, shown: String(files.length), valueHash: sha256(canonicalJson(files)) };
  }
  const value = issue.fieldMarks?.[item.fieldId ?? ''] ?? { shown: '', whole: '' };
  return { itemId, shown: value.shown.slice(0, MAX_SHOWN_LENGTH), valueHash: sha256(value.whole) };
}

/** One thing that is other than it was signed off or last confirmed. */
export interface ChangedFact {
  readonly itemId: string;
  /** As it was; empty where it is not known or cannot be shown. For attachments how many there were. */
  readonly was: string;
  /** As it is; empty where it is gone or cannot be shown. */
  readonly is: string;
}

/** What changed since the sign-off, with the digest that confirming it names. */
export interface ChangeAfterSignOff {
  readonly digest: string;
  readonly facts: readonly ReliedFact[];
  readonly changes: readonly ChangedFact[];
}

/** What changed on the work item since an accepted handoff was signed off or its last change confirmed; null when nothing did. */
export function findChange(handoff: Handoff, type: HandoffType, issue: IssueFacts, sha256: Sha256): ChangeAfterSignOff | null {
  const relied = handoff.confirmedChange?.facts ?? handoff.acceptance?.facts;
  if (handoff.state !== 'ACCEPTED' || relied === undefined) return null;
  const now = new Map(reliedItems(handoff, type).map((item) => [item.itemId, item]));
  const present = reliedFacts(handoff, type, issue, sha256);
  const facts = relied.map(({ itemId }): ReliedFact => {
    const item = now.get(itemId);
    const gone = { itemId, shown: item?.kind === 'attachment' ? '0' : '', valueHash: '' };
    return present.find((fact) => fact.itemId === itemId) ?? gone;
  });
  const changes = relied.flatMap((before, index): ChangedFact[] => {
    const after = facts[index];
    return after === undefined || after.valueHash === before.valueHash
      ? []
      : [{ itemId: before.itemId, was: before.shown, is: after.shown }];
  });
  return changes.length === 0 ? null : { digest: sha256(canonicalJson(facts)), facts, changes };
}

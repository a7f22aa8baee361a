import type { ChecklistItem, HandoffType } from '../type/handoff-type';
import type { ChecklistChange, Decision, DraftedChange, Review } from './review';

/** A checklist with the decisions' changes in it, and which items they are about. */
export interface ChangedChecklist {
  readonly items: readonly ChecklistItem[];
  readonly drafted: readonly Omit<DraftedChange, 'basedOn'>[];
}

/**
 * Takes the decisions of a review into a checklist. Trying again changes nothing more: an item of the same name is there already, and one
 * that was taken out is gone. The last item is never taken out, since a checklist has at least one.
 *
 * @param newId Makes the id of an added item.
 */
export function changeChecklist(
  items: readonly ChecklistItem[],
  decisions: readonly Decision[],
  newId: (change: ChecklistChange) => string,
): ChangedChecklist {
  return decisions.reduce<ChangedChecklist>(
    (checklist, { change }) => (change === null ? checklist : applyChange(checklist, change, newId)),
    { items, drafted: [] },
  );
}

function applyChange(
  { items, drafted }: ChangedChecklist,
  change: ChecklistChange,
  newId: (change: ChecklistChange) => string,
): ChangedChecklist {
  if (change.kind === 'retireItem') {
    const left = items.filter(({ itemId }) => itemId !== change.itemId);
    return left.length === 0 ? { items, drafted } : { items: left, drafted: [...drafted, { kind: change.kind, itemId: change.itemId }] };
  }
  const same = items.find(({ title }) => title.toLowerCase() === change.title.toLowerCase());
  const added = same ?? toItem(change, newId(change));
  return {
    items: same === undefined ? [...items, added] : items,
    drafted: [...drafted, { kind: change.kind, itemId: added.itemId }],
  };
}

function toItem({ kind, title }: Exclude<ChecklistChange, { kind: 'retireItem' }>, itemId: string): ChecklistItem {
  const plain = { itemId, title, hint: '', required: true, allowNoneKnown: false, allowInDescription: false, fieldId: null };
  // Nobody in particular: anybody but the sender who may see the work item (S-127).
  return kind === 'peerReview' ? { ...plain, kind: 'approval', approverId: null } : { ...plain, kind: 'text' };
}

/** Whether something a review put into a draft was published since: the type has a later version, and the change is in it (S-132). */
export function ledToChange({ drafted }: Pick<Review, 'drafted'>, current: Pick<HandoffType, 'version' | 'items'>): boolean {
  return drafted.some(({ kind, itemId, basedOn }) => {
    const isThere = current.items.some((item) => item.itemId === itemId);
    return current.version > basedOn && (kind === 'retireItem' ? !isThere : isThere);
  });
}

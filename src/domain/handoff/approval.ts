import type { ChecklistItem } from '../type/handoff-type';
import type { AccountId, Entry, ItemAnswer } from './handoff';

/** Whether somebody may approve an item: the named person, or anybody where none is named, and never the sender (S-049). */
export function mayApprove(item: ChecklistItem, accountId: AccountId, senderId: AccountId | null): boolean {
  if (item.kind !== 'approval' || accountId === senderId) return false;
  return (item.approverId ?? accountId) === accountId;
}

/** Whether an item stands approved; an approval of whoever is the sender now counts no longer. */
export function isApproved(item: ChecklistItem, entry: Entry<ItemAnswer> | undefined, senderId: AccountId | null): boolean {
  return entry?.value?.kind === 'approval' && mayApprove(item, entry.by, senderId);
}

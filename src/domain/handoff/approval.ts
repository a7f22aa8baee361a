import { isFormer } from '../audit/former-person';
import type { ChecklistItem } from '../type/handoff-type';
import type { AccountId, Entry, ItemAnswer } from './handoff';

/**
 * Whether somebody may approve an item: the named person, or anybody where none is named, and never the sender (S-049). A named person whose
 * account was closed cannot approve any more, so then anybody else may (E20).
 */
export function mayApprove(item: ChecklistItem, accountId: AccountId, senderId: AccountId | null): boolean {
  if (item.kind !== 'approval' || accountId === senderId) return false;
  const named = item.approverId ?? null;
  return named === null || named === accountId || isFormer(named);
}

/** Whether an item stands approved; an approval of whoever is the sender now counts no longer. */
export function isApproved(item: ChecklistItem, entry: Entry<ItemAnswer> | undefined, senderId: AccountId | null): boolean {
  return entry?.value?.kind === 'approval' && mayApprove(item, entry.by, senderId);
}

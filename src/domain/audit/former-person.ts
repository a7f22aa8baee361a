/** What stands for an erased text in an opened event. */
export const ERASED_TEXT = '[erased]';

/** What every pseudonym begins with; no account id does. */
export const PSEUDONYM_PREFIX = 'former:';

/** Whether this is no account Jira could name any more: a pseudonym, or what stands for an erased id in an opened event (E20). */
export function isFormer(accountId: string): boolean {
  return accountId.startsWith(PSEUDONYM_PREFIX) || accountId === ERASED_TEXT;
}

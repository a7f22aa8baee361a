import { EDIT_CHECK_HOLDS_MS, type StoredRecord } from './stored-record';

/** Whether somebody's right to edit was confirmed less than ten minutes ago (design.md 5). */
export function isEditCheckFresh(at: string | undefined, now: string): boolean {
  return at !== undefined && Date.parse(now) - Date.parse(at) < EDIT_CHECK_HOLDS_MS;
}

/** The checks to keep once this person's right was confirmed now; what has run out is dropped, so that a record does not collect people. */
export function withEditCheck({ editChecks }: StoredRecord, accountId: string, now: string): StoredRecord['editChecks'] {
  const others = Object.entries(editChecks).filter(([, at]) => isEditCheckFresh(at, now));
  return { ...Object.fromEntries(others), [accountId]: now };
}

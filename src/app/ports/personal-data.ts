import type { AccountId, Instant } from '../../domain/handoff/handoff';

/** People whose account ids Baton stores, for the weekly report. Throws `StoreFault`. */
export interface PersonStore {
  /** Those whose report is due, oldest first, at most 90. */
  listDue(now: Instant): Promise<readonly { readonly accountId: AccountId; readonly reportAt: Instant }[]>;
  /** When to report this person next. */
  schedule(accountId: AccountId, reportAt: Instant): Promise<void>;
  /** A page of everybody who is kept; `cursor` null begins, and a null one in the answer ends it. */
  listAll(cursor: string | null): Promise<{ readonly accountIds: readonly AccountId[]; readonly cursor: string | null }>;
  /**
   * The salt of a closed account's pseudonym: `fresh` at the first call, the same from then on until the person is forgotten. What the person
   * chose goes.
   */
  keepSalt(accountId: AccountId, fresh: string): Promise<string>;
  /** Takes away everything kept under the account id, the salt with it. */
  forget(accountId: AccountId): Promise<void>;
}

/** Atlassian's report of stored personal data (platform.md 4.4). */
export interface PersonalDataReporter {
  /** Accounts that changed since their `updatedAt`. */
  report(
    accounts: readonly { readonly accountId: AccountId; readonly updatedAt: Instant }[],
  ): Promise<readonly { readonly accountId: AccountId; readonly status: 'updated' | 'closed' }[]>;
}

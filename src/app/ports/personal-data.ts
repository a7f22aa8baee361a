import type { AccountId, Instant } from '../../domain/handoff/handoff';

/** People whose account ids Baton stores, for the weekly report. Throws `StoreFault`. */
export interface PersonStore {
  /** Those whose report is due, oldest first, at most 90. */
  listDue(now: Instant): Promise<readonly { readonly accountId: AccountId; readonly reportAt: Instant }[]>;
  /** When to report this person next. */
  schedule(accountId: AccountId, reportAt: Instant): Promise<void>;
}

/** Atlassian's report of stored personal data (platform.md 4.4). */
export interface PersonalDataReporter {
  /** Accounts that changed since their `updatedAt`. */
  report(
    accounts: readonly { readonly accountId: AccountId; readonly updatedAt: Instant }[],
  ): Promise<readonly { readonly accountId: AccountId; readonly status: 'updated' | 'closed' }[]>;
}

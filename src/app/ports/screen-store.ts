import type { SideTime } from '../../domain/calendar/side-time';
import type { AccountId, Instant, Receiver } from '../../domain/handoff/handoff';
import type { StoredRecord } from '../record/stored-record';
import type { StoredConfig } from './config-store';

/** What a person chose, kept per person (entity `person-settings`). */
export interface PersonSettings {
  readonly schema: 1;
  /** Whom this person last handed off to, by type: preselected the next time. */
  readonly lastReceivers: Readonly<Record<string, Receiver>>;
  /** When this person works and until when they are away; absent while they said nothing. */
  readonly work?: SideTime;
}

/** What the Handoff screen is made of, in one call. For showing only: nothing is decided from it. Throws `StoreFault`. */
export interface ScreenStore {
  read(
    issueId: string,
    projectId: string,
    accountId: AccountId,
  ): Promise<{
    readonly stored: StoredRecord | null;
    readonly config: StoredConfig | null;
    readonly settings: PersonSettings | null;
  }>;
  findSettings(accountId: AccountId): Promise<PersonSettings | null>;
  saveSettings(accountId: AccountId, settings: PersonSettings): Promise<void>;
  /** The same for what the person set themselves, who may have no part in any handoff: from now on the weekly report asks about them. */
  saveOwnSettings(accountId: AccountId, settings: PersonSettings, reportAt: Instant): Promise<void>;
}

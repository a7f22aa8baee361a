import type { AccountId, Instant } from '../handoff/handoff';
import type { HandoffType } from './handoff-type';

/** Longest note on what changed and longest reason of a type or an item, in UTF-16 code units. */
export const MAX_NOTE_LENGTH = 200;

/** Why a version was published, by whom and when. */
export interface VersionChange {
  /** 1 to 200 characters, trimmed: what changed and why, in the words of whoever published. */
  readonly note: string;
  readonly at: Instant;
  readonly by: AccountId;
}

/** A version as it is kept for good. The first one of a type, and those from before changes were asked for, say nothing of a change. */
export interface PublishedType extends HandoffType {
  readonly change?: VersionChange;
}

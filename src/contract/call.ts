import type { Left } from '../domain/gate/projection';
import type { RefusalCode } from '../domain/handoff/command';
import type { Entry } from '../domain/handoff/handoff';

/**
 * Every way a call over the bridge can fail, besides a refused command:
 * INVALID_PAYLOAD the payload has the wrong shape; NOT_FOUND there is no such thing *for this person*;
 * LICENCE_LAPSED the site's licence ended, Baton is read-only; ROUTE_TAKEN another active type has this route;
 * CONFIG_CONFLICT somebody else saved the settings meanwhile; SETTINGS_TOO_LARGE all types together would not fit into storage; AUDIT_INCOMPLETE a question of the audit is unanswered; REVIEW_INCOMPLETE something a review needs is not said (`path`: `finding`, `failed` or `playbook`); STORAGE_BUSY storage did not take the change, nothing was lost;
 * RACIR_… the row of who does what breaks a rule of its own (S-034, S-035);
 * JIRA_UNAVAILABLE Jira did not answer; INTERNAL a fault of Baton, logged with a request id.
 */
export type CallErrorCode =
  | RefusalCode
  | 'INVALID_PAYLOAD'
  | 'LICENCE_LAPSED'
  | 'ROUTE_TAKEN'
  | 'CONFIG_CONFLICT'
  | 'SETTINGS_TOO_LARGE'
  | 'AUDIT_INCOMPLETE'
  | 'REVIEW_INCOMPLETE'
  | 'RACIR_ACCOUNTABLE_NOT_SINGLE'
  | 'RACIR_RESPONSIBLE_MISSING'
  | 'RACIR_RECEIVER_MISSING'
  | 'STORAGE_BUSY'
  | 'JIRA_UNAVAILABLE'
  | 'INTERNAL';

/** What a failed call tells the surface. Text for people is chosen by `code`; nothing here is a stack or a raw message. */
export interface CallError {
  readonly code: CallErrorCode;
  /** Where in the payload, for INVALID_PAYLOAD: dotted path. */
  readonly path?: string;
  readonly conflicts?: readonly { readonly field: string; readonly current: Entry<unknown> | null }[];
  readonly left?: readonly Left[];
  readonly by?: string;
  /** Quoted in INTERNAL so that an admin can find the log line. */
  readonly requestId?: string;
}

/** Envelope of every answer over the bridge. */
export type CallResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: CallError };

import type { AccountId, Instant } from '../handoff/handoff';

/**
 * What a project keeps beside its handoff types, one of each kind per type: `guide`, what is written about a type (its playbook page);
 * `draft`, an unpublished next version; `audit`, its ten-question audits; `review`, its reviews; `spotCheck`, its spot checks; `limits`,
 * from which days the limits of its charts begin anew.
 */
export type DocumentKind = 'guide' | 'draft' | 'audit' | 'review' | 'spotCheck' | 'limits';

/** Every kind, for whoever must look at all of them. */
export const DOCUMENT_KINDS: readonly DocumentKind[] = ['guide', 'draft', 'audit', 'review', 'spotCheck', 'limits'];

/** Stands for the id of a type that was never published: a project has one draft of a new type. */
export const NEW_TYPE = 'new';

/** Which document of a project. */
export interface DocumentId {
  readonly projectId: string;
  readonly kind: DocumentKind;
  /** The type's id, or `NEW_TYPE`. */
  readonly typeId: string;
}

/** A document as it stands. Its log holds every version there ever was, chained as a handoff's events are. */
export interface ProjectDocument<Content = unknown> extends DocumentId {
  readonly schema: 1;
  /** 1, 2, 3 …: also the number of the newest event of its log. 0: begun, and nothing written yet. */
  readonly version: number;
  /** Hash of that event; empty at version 0. */
  readonly hash: string;
  /** Null: nothing written yet, or taken back. */
  readonly content: Content | null;
  /** Both null at version 0. */
  readonly savedAt: Instant | null;
  readonly savedBy: AccountId | null;
  /** What changed and why, in the words of whoever saved; null where nothing was said. */
  readonly note: string | null;
}

/** One change of a document, as its log holds it. */
export interface DocumentEvent<Content = unknown> extends DocumentId {
  readonly type: 'document.saved';
  readonly version: number;
  readonly at: Instant;
  readonly actorId: AccountId;
  readonly note: string | null;
  /** Null: it was taken back. */
  readonly content: Content | null;
}

/** A document nobody wrote yet. */
export function emptyDocument(id: DocumentId): ProjectDocument<never> {
  return { schema: 1, ...id, version: 0, hash: '', content: null, savedAt: null, savedBy: null, note: null };
}

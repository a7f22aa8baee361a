import type { StoredEvent } from '../../domain/audit/event-chain';
import type { AccountId, Instant } from '../../domain/handoff/handoff';
import type { DocumentId, ProjectDocument } from '../../domain/type/project-document';

/** What one change of a document writes, in one transaction. */
export interface DocumentChange {
  /** As it will stand; written only if the stored one has the version before. */
  readonly document: ProjectDocument;
  readonly event: StoredEvent;
  /** Everybody named in it, for the weekly report. */
  readonly people: readonly { readonly accountId: AccountId; readonly reportAt: Instant }[];
}

/** Documents of projects, to be read and written. Every method throws `StoreFault` and nothing else. */
export interface DocumentWriter {
  /** Null when it was never begun. */
  find(id: DocumentId): Promise<ProjectDocument | null>;
  /** Those that were begun, in no order; for showing, never for deciding (docs/decisions/0005). */
  findMany(ids: readonly DocumentId[]): Promise<readonly ProjectDocument[]>;
  /** Writes version 0, once; `conflict` when there is one. */
  begin(id: DocumentId): Promise<void>;
  commit(change: DocumentChange): Promise<void>;
}

/** The same with what logs and erasure need. Every method throws `StoreFault` and nothing else. */
export interface ProjectDocuments extends DocumentWriter {
  /** Events of a document's log up to `lastSeq`, oldest first, from its first one unless told. */
  listEvents(id: DocumentId, lastSeq: number, firstSeq?: number): Promise<readonly StoredEvent[]>;
  /** Puts what was erased in its place if the document still has this version, which stays (E20); else `conflict`. */
  commitErased(document: ProjectDocument, events: readonly StoredEvent[]): Promise<void>;
}

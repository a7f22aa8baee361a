import type { GateView } from '../../domain/gate/projection';
import type { HandoffPackage } from '../../domain/handoff/handoff-package';
import type { HandoffRow } from '../../domain/handoff/handoff-row';
import type { AccountId, Handoff, Instant, Return } from '../../domain/handoff/handoff';
import type { StoredEvent } from '../../domain/audit/event-chain';
import type { StoredRecord } from '../record/stored-record';

/** One attempt as it was handed over, with what was asked and decided about it (entity `handoff-round`). */
export interface StoredRound {
  readonly handoffId: string;
  readonly attempt: number;
  readonly digest: string;
  readonly package: HandoffPackage;
  readonly questions: Handoff['questions'];
  readonly returned: Return | null;
  readonly nextStep: string | null;
}

/** Everything one command changes, written in one transaction or not at all. */
export interface RecordChange {
  readonly issueId: string;
  /** The record as it will stand; its `rev` is one above `expectedRev`. */
  readonly stored: StoredRecord;
  readonly expectedRev: number;
  /** Null: the work item is gone, and its projection goes. */
  readonly gateView: GateView | null;
  /** The key the work item had before, whose projection goes; null when it kept its key. */
  readonly formerIssueKey: string | null;
  readonly events: readonly { readonly handoffId: string; readonly sealed: StoredEvent }[];
  readonly rows: readonly HandoffRow[];
  readonly rounds: readonly StoredRound[];
  /** People who appear for the first time, for the weekly report of personal data. */
  readonly people: readonly { readonly accountId: AccountId; readonly reportAt: Instant }[];
}

/** Row and end of the log of an ended handoff; null and empty where they are gone. */
export interface EndedParts {
  readonly row: HandoffRow | null;
  readonly hash: string;
}

/** The truth about work items. Reads are strictly consistent. Every method throws `StoreFault` and nothing else. */
export interface RecordStore {
  find(issueId: string): Promise<StoredRecord | null>;
  /** Writes an empty record, once per work item; `conflict` when there is one. */
  create(issueId: string, stored: StoredRecord): Promise<void>;
  /**
   * One transaction under the condition `rev == expectedRev`. Tried once: after any failure the effect is unknown, and the caller
   * finds out by reading (design decision 4).
   */
  commit(change: RecordChange): Promise<void>;
  findRound(handoffId: string, attempt: number): Promise<StoredRound | null>;
  /** What stays of an ended handoff beside its line: its row, and the hash its log ends with, which the record does not keep. */
  findEnded(handoffId: string, lastSeq: number): Promise<EndedParts>;
}

/** The same with what timelines and erasure need. Every method throws `StoreFault` and nothing else. */
export interface RecordHistory extends RecordStore {
  /** Puts events of which texts were erased in place of themselves and drops the packages of these attempts; repeated, it changes nothing. */
  eraseHistory(handoffId: string, erased: readonly StoredEvent[], attempts: readonly number[]): Promise<void>;
  /** A page of all work items Baton knows; `cursor` null begins, and a null one in the answer ends it. */
  listAll(cursor: string | null): Promise<{ readonly issueIds: readonly string[]; readonly cursor: string | null }>;
  /** The events with these numbers that exist, oldest first. */
  listEvents(handoffId: string, lastSeq: number): Promise<readonly StoredEvent[]>;
}

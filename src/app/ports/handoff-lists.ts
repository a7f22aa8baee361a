import type { HandoffRow } from '../../domain/handoff/handoff-row';
import type { AccountId, Instant } from '../../domain/handoff/handoff';

/** What waits for somebody and what somebody sent. Eventually consistent: for showing, never for deciding. Throws `StoreFault`. */
export interface OwnLists {
  /** What waits for one of these, oldest due first, at most 100 each. */
  listWaiting(waitsFor: string): Promise<readonly HandoffRow[]>;
  /** What this person sent, newest change first, at most 50. */
  listSent(senderId: AccountId): Promise<readonly HandoffRow[]>;
}

/** What waits in a project. Eventually consistent: for showing, never for deciding. Throws `StoreFault`. */
export interface WaitingLists {
  /** A page of active handoffs, at most 100, earliest due first; `cursor` null begins, and a null one in the answer ends it. */
  listOpen(projectId: string, cursor: string | null): Promise<{ readonly rows: readonly HandoffRow[]; readonly cursor: string | null }>;
}

/** What was handed off in a month. Eventually consistent: for showing, never for deciding. Throws `StoreFault`. */
export interface CohortLists {
  /** Handoffs of one month of one type, at most 100, in any order. */
  listCohortPage(projectId: string, typeId: string, month: string): Promise<readonly HandoffRow[]>;
  /**
   * Every row of one month of one type, in any order; `isCut` where there are more than were asked for.
   *
   * @param most Reading ends with the page that reaches it, so up to a page more may come; 50,000 unless told.
   */
  listCohort(
    projectId: string,
    typeId: string,
    month: string,
    most?: number,
  ): Promise<{ readonly rows: readonly HandoffRow[]; readonly isCut: boolean }>;
}

/** What there is in a project. Eventually consistent: for showing, never for deciding. Throws `StoreFault`. */
export interface OpenLists extends WaitingLists {
  /** A page of all its handoffs, at most 100, longest unchanged first; `cursor` null begins, and a null one in the answer ends it. */
  listProject(projectId: string, cursor: string | null): Promise<{ readonly rows: readonly HandoffRow[]; readonly cursor: string | null }>;
}

/** Rows for lists, numbers and timers. Eventually consistent: for showing and for finding work, never for deciding. Throws `StoreFault`. */
export interface HandoffLists extends OwnLists, OpenLists, CohortLists {
  /** A page of all rows of all projects whose timer is on, or off; `cursor` null begins, and a null one in the answer ends it. */
  listAll(
    timer: HandoffRow['timerOn'],
    cursor: string | null,
  ): Promise<{ readonly rows: readonly HandoffRow[]; readonly cursor: string | null }>;
  /** One row by its key; strictly consistent, unlike the lists. */
  find(handoffId: string): Promise<HandoffRow | null>;
  /** Takes the timer off the row of a handoff that ended, as it was read; a row that was written since stays as it is. */
  clearTimer(row: HandoffRow): Promise<void>;
  /** Rows whose timer ran out, at most 100. */
  listDue(now: Instant): Promise<readonly HandoffRow[]>;
}

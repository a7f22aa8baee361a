import type { Caller } from '../state/caller';
import type { JiraState } from '../state/jira-state';
import type { ProductEventSink } from '../state/product-event';
import type { ChangeItem, IssueRecord } from '../state/records';
import { toEventIssue, toEventStatus } from '../state/event-shapes';

/** Changes to write in one go. `mayAnnounce: false` tells no app of it, as app-owned fields can; the site's own rules still hear. */
export interface IssueUpdate {
  issue: IssueRecord;
  items: ChangeItem[];
  /** `issue_updated`, `issue_generic`, `issue_assigned`, `issue_moved` … */
  eventName: string;
  mayAnnounce?: boolean;
}

/** Writes an issue together with its history entry and the product event that tells of it: all or nothing. */
export class IssueWriter {
  constructor(
    private readonly state: JiraState,
    private readonly events: ProductEventSink,
  ) {}

  /** Without items nothing has changed and nothing is written. */
  update(caller: Caller, { issue, items, eventName, mayAnnounce = true }: IssueUpdate): void {
    if (items.length === 0) return;
    const { state } = this;
    const updated: IssueRecord = { ...issue, updated: state.clock.now() };
    state.database.inTransaction(() => {
      state.putIssue(updated);
      const id = state.ids.next('history');
      state.histories.put(id, { id, issueId: issue.id, authorId: caller.accountId, created: updated.updated, items }, issue.id);
      this.publishUpdate(caller, updated, items, { eventName, reachesApps: mayAnnounce });
    });
  }

  create(caller: Caller, issue: IssueRecord): void {
    const { state } = this;
    state.database.inTransaction(() => {
      state.putIssue(issue);
      this.events.publish({
        ...this.toEnvelope(caller, 'avi:jira:created:issue'),
        issue: toEventIssue(state, issue),
        jiraEventTypeName: 'issue_created',
        atlassianId: caller.accountId,
        associatedUsers: [{ accountId: caller.accountId }],
      });
    });
  }

  /** Tells of a comment; writes nothing. */
  announceComment(caller: Caller, issue: IssueRecord, comment: { id: string; body: unknown; created: string; updated: string }): void {
    const { id, body, created, updated } = comment;
    this.events.publish({
      ...this.toEnvelope(caller, 'avi:jira:commented:issue'),
      issue: toEventIssue(this.state, issue),
      comment: { id, author: { accountId: caller.accountId }, body, created, updated, jsdPublic: true },
      atlassianId: caller.accountId,
      associatedUsers: [{ accountId: caller.accountId }],
    });
  }

  delete(caller: Caller, issue: IssueRecord): void {
    const { state } = this;
    state.database.inTransaction(() => {
      state.issues.delete(issue.id);
      for (const { id } of state.comments.listOf(issue.id)) state.comments.delete(id);
      for (const { id } of state.attachments.listOf(issue.id)) state.attachments.delete(id);
      for (const { id } of state.histories.listOf(issue.id)) state.histories.delete(id);
      this.events.publish({
        ...this.toEnvelope(caller, 'avi:jira:deleted:issue'),
        issue: toEventIssue(state, issue),
        atlassianId: caller.accountId,
        associatedUsers: [{ accountId: caller.accountId }],
      });
    });
  }

  private publishUpdate(
    caller: Caller,
    issue: IssueRecord,
    items: ChangeItem[],
    { eventName, reachesApps }: { eventName: string; reachesApps: boolean },
  ): void {
    const { state } = this;
    const statusItem = items.find(({ fieldId }) => fieldId === 'status');
    const assigneeItem = items.find(({ fieldId }) => fieldId === 'assignee');
    const people = [caller.accountId, assigneeItem?.from, assigneeItem?.to].filter((id): id is string => typeof id === 'string');
    const statuses = [statusItem?.to, statusItem?.from].filter((id): id is string => typeof id === 'string');
    this.events.publish(
      {
        ...this.toEnvelope(caller, 'avi:jira:updated:issue'),
        issue: toEventIssue(state, issue),
        jiraEventTypeName: eventName,
        atlassianId: caller.accountId,
        changelog: { items: items.map(({ fieldtype, ...item }) => ({ ...item, fieldType: fieldtype })) },
        associatedUsers: [...new Set(people)].map((accountId) => ({ accountId })),
        ...(statusItem === undefined ? {} : { associatedStatuses: statuses.map((id) => toEventStatus(state, id)) }),
      },
      { reachesApps },
    );
  }

  private toEnvelope(caller: Caller, eventType: string) {
    return { eventType, selfGenerated: caller.viaApp, timestamp: String(Math.round(this.state.clock.nowMs())) };
  }
}

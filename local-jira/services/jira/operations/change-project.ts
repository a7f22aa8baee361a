import { forbidden, invalid } from '../jira-error';
import type { Caller } from '../state/caller';
import { toEventProject } from '../state/event-shapes';
import type { JiraState } from '../state/jira-state';
import type { Permissions } from '../state/permissions';
import type { ProductEventSink } from '../state/product-event';
import type { ProjectRecord } from '../state/records';

/** Jira's own rule for project keys. */
const KEY_PATTERN = /^[A-Z][A-Z0-9_]{1,9}$/;

/** Renames and deletes projects, with the events that tell of it. */
export class ChangeProject {
  constructor(
    private readonly state: JiraState,
    private readonly permissions: Permissions,
    private readonly events: ProductEventSink,
  ) {}

  /**
   * A new key gives all issues new keys; the old ones go on leading to them.
   *
   * @throws {JiraError} 403 unless the caller administers the project (a key: Jira), 400 for a malformed or taken key.
   */
  update(caller: Caller, project: ProjectRecord, change: { name?: string; key?: string }): ProjectRecord {
    const { state } = this;
    const mayChange =
      this.permissions.isJiraAdmin(caller) || (change.key === undefined && this.permissions.has(caller, project, 'ADMINISTER_PROJECTS'));
    if (!mayChange) throw forbidden('You do not have permission to change this project.');
    const key = change.key ?? project.key;
    if (key !== project.key && (!KEY_PATTERN.test(key) || state.findProject(key) !== null))
      throw invalid(`The project key ${key} cannot be used.`);
    const next = { ...project, key, name: change.name ?? project.name };
    state.database.inTransaction(() => {
      state.projects.put(next.id, next);
      if (key !== project.key) {
        for (const issue of state.issues.listOf(next.id)) state.putIssue({ ...issue, key: issue.key.replace(project.key, key) });
      }
      this.publish(caller, 'avi:jira:updated:project', next);
    });
    return next;
  }

  /** Deletes the project with its issues; Jira sends no events for these. */
  delete(caller: Caller, project: ProjectRecord): void {
    const { state } = this;
    if (!this.permissions.isJiraAdmin(caller)) throw forbidden('Only Jira admins can delete projects.');
    state.database.inTransaction(() => {
      for (const { id } of state.issues.listOf(project.id)) state.issues.delete(id);
      state.projects.delete(project.id);
      this.publish(caller, 'avi:jira:deleted:project', project);
    });
  }

  private publish(caller: Caller, eventType: string, project: ProjectRecord): void {
    this.events.publish({
      eventType,
      selfGenerated: caller.viaApp,
      timestamp: String(Math.round(this.state.clock.nowMs())),
      project: toEventProject(project),
      atlassianId: caller.accountId,
    });
  }
}

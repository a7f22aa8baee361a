import { JiraError, forbidden } from '../jira-error';
import type { Caller } from '../state/caller';
import type { JiraState } from '../state/jira-state';
import type { Permissions } from '../state/permissions';
import type { IssueRecord, ProjectRecord } from '../state/records';
import type { EditIssue } from './edit-issue';
import type { IssueWriter } from './issue-writer';

/** Creates issues as `POST issue` does. */
export class CreateIssue {
  constructor(
    private readonly state: JiraState,
    private readonly permissions: Permissions,
    private readonly writer: IssueWriter,
    private readonly editor: EditIssue,
  ) {}

  /**
   * @param fields REST v3 `fields`: project, issuetype and summary are needed.
   * @throws {JiraError} 400 with one message per refused field, 403 without Create issues.
   */
  run(caller: Caller, fields: Record<string, unknown>): IssueRecord {
    const { project: projectField, issuetype, ...rest } = fields;
    const project = this.findProject(caller, projectField);
    if (project === null) throw new JiraError(400, [], { project: 'Specify a valid project ID or key.' });
    if (!this.permissions.has(caller, project, 'CREATE_ISSUES'))
      throw forbidden('You do not have permission to create issues in this project.');
    const issueTypeId = this.findIssueTypeId(project, issuetype);
    if (issueTypeId === null) throw new JiraError(400, [], { issuetype: 'Specify a valid issue type.' });
    if (rest['summary'] === undefined) throw new JiraError(400, [], { summary: 'You must specify a summary of the issue.' });
    return this.state.database.inTransaction(() => {
      const { issue } = this.editor.applyFields(caller, this.toBlankIssue(caller, project, issueTypeId), rest);
      return this.write(caller, project, issue);
    });
  }

  /** Adds an issue with these facts at the start of its workflow; rights and values are the caller's business. */
  add(caller: Caller, project: ProjectRecord, facts: Partial<IssueRecord> & { issueTypeId: string }): IssueRecord {
    return this.write(caller, project, { ...this.toBlankIssue(caller, project, facts.issueTypeId), ...facts });
  }

  private write(caller: Caller, project: ProjectRecord, issue: IssueRecord): IssueRecord {
    this.state.projects.put(project.id, { ...project, lastIssueNumber: project.lastIssueNumber + 1 });
    this.writer.create(caller, issue);
    return issue;
  }

  private toBlankIssue(caller: Caller, project: ProjectRecord, issueTypeId: string): IssueRecord {
    const now = this.state.clock.now();
    return {
      id: this.state.ids.next('issue'),
      key: `${project.key}-${project.lastIssueNumber + 1}`,
      projectId: project.id,
      issueTypeId,
      statusId: this.initialStatusId(project),
      summary: '',
      description: null,
      assigneeId: null,
      reporterId: caller.accountId,
      creatorId: caller.accountId,
      labels: [],
      priority: 'Medium',
      resolutionDate: null,
      created: now,
      updated: now,
      fields: {},
      properties: {},
    };
  }

  private initialStatusId(project: ProjectRecord): string {
    const initial = this.state.workflowOf(project).transitions.find(({ from }) => from === 'initial');
    if (initial === undefined) throw new Error(`The workflow of ${project.key} has no initial transition.`);
    return initial.to;
  }

  private findProject(caller: Caller, field: unknown): ProjectRecord | null {
    const { id, key } = (typeof field === 'object' && field !== null ? field : {}) as { id?: unknown; key?: unknown };
    const name = typeof id === 'string' ? id : typeof key === 'string' ? key : null;
    return name === null ? null : this.permissions.findProject(caller, name);
  }

  private findIssueTypeId(project: ProjectRecord, field: unknown): string | null {
    const { id, name } = (typeof field === 'object' && field !== null ? field : {}) as { id?: unknown; name?: unknown };
    return project.issueTypeIds.find((typeId) => typeId === id || this.state.issueTypes.get(typeId).name === name) ?? null;
  }
}

import { CATEGORY } from './event-shapes';
import type { JiraState } from './jira-state';
import type {
  AttachmentRecord,
  CommentRecord,
  FieldRecord,
  GroupRecord,
  HistoryRecord,
  IssueRecord,
  IssueTypeRecord,
  ProjectRecord,
  SecurityLevelRecord,
  StatusRecord,
  TransitionRecord,
  UserRecord,
} from './records';

/** Turns records into the JSON Jira's REST v3 answers. E-mail addresses are shown to their owner and Jira admins only. */
export class RestShapes {
  constructor(
    private readonly state: JiraState,
    /** Origin of the site, read late: the port may be chosen by the system. */
    private readonly siteUrl: () => string,
  ) {}

  self(path: string): string {
    return `${this.siteUrl()}/rest/api/3${path}`;
  }

  user(user: UserRecord): Record<string, unknown> {
    const avatar = `${this.siteUrl()}/_host/avatar/${encodeURIComponent(user.accountId)}`;
    return {
      self: this.self(`/user?accountId=${encodeURIComponent(user.accountId)}`),
      accountId: user.accountId,
      accountType: user.accountType,
      avatarUrls: { '48x48': avatar, '24x24': avatar, '16x16': avatar, '32x32': avatar },
      displayName: user.displayName,
      active: user.active,
      timeZone: user.timeZone,
    };
  }

  findUser(accountId: string | null): Record<string, unknown> | null {
    const user = accountId === null ? null : this.state.users.find(accountId);
    return user === null ? null : this.user(user);
  }

  group({ groupId, name }: GroupRecord): Record<string, unknown> {
    return { name, groupId, self: this.self(`/group?groupId=${groupId}`) };
  }

  status(status: StatusRecord): Record<string, unknown> {
    return {
      self: this.self(`/status/${status.id}`),
      description: '',
      iconUrl: `${this.siteUrl()}/`,
      name: status.name,
      id: status.id,
      statusCategory: { self: this.self(`/statuscategory/${CATEGORY[status.category].id}`), ...CATEGORY[status.category] },
      ...scopeOf(status.projectId),
    };
  }

  issueType(type: IssueTypeRecord): Record<string, unknown> {
    return {
      self: this.self(`/issuetype/${type.id}`),
      id: type.id,
      description: type.description,
      iconUrl: `${this.siteUrl()}/`,
      name: type.name,
      subtask: type.subtask,
      hierarchyLevel: type.subtask ? -1 : 0,
      ...scopeOf(type.projectId),
    };
  }

  securityLevel({ id, name, description }: SecurityLevelRecord): Record<string, unknown> {
    return { self: this.self(`/securitylevel/${id}`), id, name, description };
  }

  project(project: ProjectRecord): Record<string, unknown> {
    return {
      self: this.self(`/project/${project.id}`),
      id: project.id,
      key: project.key,
      name: project.name,
      projectTypeKey: 'software',
      simplified: project.style === 'team-managed',
      style: project.style === 'team-managed' ? 'next-gen' : 'classic',
      isPrivate: false,
      avatarUrls: {},
      properties: {},
    };
  }

  projectDetails(project: ProjectRecord): Record<string, unknown> {
    const roles = this.state.roles.list().map(({ id, name }) => [name, this.self(`/project/${project.id}/role/${id}`)]);
    return {
      expand: 'description,lead,issueTypes,url,projectKeys,permissions,insight',
      ...this.project(project),
      description: '',
      lead: this.findUser(project.leadId),
      components: [],
      versions: [],
      assigneeType: 'UNASSIGNED',
      issueTypes: project.issueTypeIds.map((id) => this.issueType(this.state.issueTypes.get(id))),
      roles: Object.fromEntries(roles) as Record<string, string>,
    };
  }

  /** `only` names the wanted fields as the `fields` parameter does; `null` for all. */
  issue(issue: IssueRecord, only: string[] | null): Record<string, unknown> {
    return { id: issue.id, self: this.self(`/issue/${issue.id}`), key: issue.key, fields: pick(this.issueFields(issue), only) };
  }

  issueFields(issue: IssueRecord): Record<string, unknown> {
    const { state } = this;
    const custom = state.fields.list().map(({ id, type }) => [id, this.fieldValue(type, issue.fields[id])]);
    const category = CATEGORY[state.statuses.get(issue.statusId).category];
    return {
      summary: issue.summary,
      description: issue.description,
      status: this.status(state.statuses.get(issue.statusId)),
      statusCategory: { self: this.self(`/statuscategory/${category.id}`), ...category },
      issuetype: this.issueType(state.issueTypes.get(issue.issueTypeId)),
      project: this.project(state.projects.get(issue.projectId)),
      assignee: this.findUser(issue.assigneeId),
      reporter: this.findUser(issue.reporterId),
      creator: this.findUser(issue.creatorId),
      labels: issue.labels,
      priority: { name: issue.priority, id: '3' },
      created: toJiraInstant(issue.created),
      updated: toJiraInstant(issue.updated),
      resolutiondate: issue.resolutionDate === null ? null : toJiraInstant(issue.resolutionDate),
      resolution: issue.resolutionDate === null ? null : { id: '10000', name: 'Done', description: '' },
      attachment: state.attachments.listOf(issue.id).map((attachment) => this.attachment(attachment)),
      comment: this.commentPage(issue.id),
      security:
        issue.securityLevelId === undefined || issue.securityLevelId === null
          ? null
          : this.securityLevel(state.securityLevels.get(issue.securityLevelId)),
      issuelinks: [],
      subtasks: [],
      ...(Object.fromEntries(custom) as Record<string, unknown>),
    };
  }

  commentPage(issueId: string): Record<string, unknown> {
    const comments = this.state.comments.listOf(issueId).map((comment) => this.comment(comment));
    return { comments, self: this.self(`/issue/${issueId}/comment`), maxResults: comments.length, total: comments.length, startAt: 0 };
  }

  comment(comment: CommentRecord): Record<string, unknown> {
    return {
      self: this.self(`/issue/${comment.issueId}/comment/${comment.id}`),
      id: comment.id,
      author: this.findUser(comment.authorId),
      body: comment.body,
      updateAuthor: this.findUser(comment.authorId),
      created: toJiraInstant(comment.created),
      updated: toJiraInstant(comment.updated),
      jsdPublic: true,
    };
  }

  attachment({ id, filename, authorId, created, sizeBytes, mimeType }: AttachmentRecord): Record<string, unknown> {
    return {
      self: this.self(`/attachment/${id}`),
      id,
      filename,
      author: this.findUser(authorId),
      created: toJiraInstant(created),
      size: sizeBytes,
      mimeType,
      content: this.self(`/attachment/content/${id}`),
    };
  }

  history({ id, authorId, created, items }: HistoryRecord): Record<string, unknown> {
    return { id, author: this.findUser(authorId), created: toJiraInstant(created), items };
  }

  transition(transition: TransitionRecord, withFields: boolean): Record<string, unknown> {
    const fields = transition.screen.map(({ fieldId, required }) => [
      fieldId,
      { required, schema: { type: 'string', system: fieldId }, name: fieldId, key: fieldId, operations: ['set'] },
    ]);
    return {
      id: transition.id,
      name: transition.name,
      to: this.status(this.state.statuses.get(transition.to)),
      hasScreen: transition.screen.length > 0,
      isGlobal: transition.from === 'any',
      isInitial: transition.from === 'initial',
      isAvailable: true,
      isConditional: false,
      isLooped: false,
      ...(withFields ? { fields: Object.fromEntries(fields) as Record<string, unknown> } : {}),
    };
  }

  field(field: FieldRecord): Record<string, unknown> {
    return {
      id: field.id,
      key: field.key,
      name: field.name,
      custom: true,
      orderable: true,
      navigable: true,
      searchable: true,
      clauseNames: [`cf[${field.id.replace('customfield_', '')}]`, field.name],
      schema: { type: field.type, custom: field.key, customId: Number(field.id.replace('customfield_', '')) },
    };
  }

  private fieldValue(type: string, value: unknown): unknown {
    if (value === undefined || value === null) return null;
    if (type !== 'user' || typeof value !== 'object' || !('accountId' in value)) return value;
    return this.findUser(String(value.accountId));
  }
}

/** Jira writes instants with an offset instead of `Z`. */
function toJiraInstant(instant: string): string {
  return instant.replace('Z', '+0000');
}

function scopeOf(projectId: string | null): { scope?: { type: 'PROJECT'; project: { id: string } } } {
  return projectId === null ? {} : { scope: { type: 'PROJECT', project: { id: projectId } } };
}

/** `*all` and `*navigable` mean everything here; `-name` takes one away. */
function pick(fields: Record<string, unknown>, only: string[] | null): Record<string, unknown> {
  if (only === null || only.length === 0) return fields;
  const minus = new Set(only.filter((name) => name.startsWith('-')).map((name) => name.slice(1)));
  const takesAll = only.some((name) => name === '*all' || name === '*navigable') || only.every((name) => name.startsWith('-'));
  const wanted = Object.entries(fields).filter(([name]) => (takesAll || only.includes(name)) && !minus.has(name));
  return Object.fromEntries(wanted);
}

import type { AppManifest } from '../runtime/app-manifest';
import { APP_ACCOUNT_ID } from '../services/jira/jira-service';
import { statusChange } from '../services/jira/operations/change-items';
import { toContentDocument } from '../services/jira/state/content-document';
import type { JiraState } from '../services/jira/state/jira-state';
import type { IssueRecord } from '../services/jira/state/records';
import type { SiteIdentity } from '../site-identity';
import { ISSUES, type DemoIssue } from './issues';
import { DEVELOPERS_ONLY, GROUPS, ROLES, USERS, accountOf } from './people';
import { ISSUE_TYPES, PROJECT, PROJECTS, STATUSES, WORKFLOWS } from './workflows';

const DAY_MS = 24 * 3_600_000;

/** Writes what Jira itself knows on a fresh site: people, projects, workflows, issues, the app's fields. */
export function seedSite(state: JiraState, manifest: AppManifest, identity: SiteIdentity): void {
  state.database.inTransaction(() => {
    for (const user of USERS) state.users.put(user.accountId, user);
    for (const group of GROUPS) state.groups.put(group.groupId, group);
    for (const role of ROLES) state.roles.put(role.id, role);
    for (const status of STATUSES) state.statuses.put(status.id, status);
    for (const type of ISSUE_TYPES) state.issueTypes.put(type.id, type);
    for (const workflow of WORKFLOWS) state.workflows.put(workflow.id, workflow);
    for (const project of PROJECTS) state.projects.put(project.id, project);
    const levelId = state.ids.next('securityLevel');
    state.securityLevels.put(levelId, { id: levelId, projectId: PROJECT.shop, ...DEVELOPERS_ONLY }, PROJECT.shop);
    seedApp(state, manifest, identity);
    for (const issue of ISSUES) seedIssue(state, issue);
  });
}

/** What installing the app adds: its own user and the custom fields of its manifest. */
function seedApp(state: JiraState, manifest: AppManifest, identity: SiteIdentity): void {
  state.users.put(APP_ACCOUNT_ID, {
    accountId: APP_ACCOUNT_ID,
    accountType: 'app',
    displayName: identity.appName,
    email: '',
    active: true,
    timeZone: 'Etc/UTC',
    part: 'app',
  });
  for (const module of manifest.modules.filter(({ type }) => type === 'jira:customField')) {
    const id = `customfield_${state.ids.next('field', 10_058)}`;
    state.fields.put(id, {
      id,
      key: `ari:cloud:ecosystem::extension/${identity.appId}/${identity.environmentId}/static/${module.key}`,
      moduleKey: module.key,
      name: module.title,
      description: module.description,
      type: String(module.raw['type']),
      isReadOnly: module.raw['readOnly'] === true,
    });
  }
}

function seedIssue(state: JiraState, demo: DemoIssue): void {
  const project = state.projects.get(demo.projectId);
  const number = project.lastIssueNumber + 1;
  state.projects.put(project.id, { ...project, lastIssueNumber: number });
  const workflow = state.workflowOf(project);
  const created = new Date(state.clock.nowMs() - demo.ageDays * DAY_MS).toISOString();
  const id = state.ids.next('issue', 10_100);
  const issue: IssueRecord = {
    id,
    key: `${project.key}-${number}`,
    projectId: project.id,
    issueTypeId: demo.typeId,
    statusId: demo.statusId,
    summary: demo.summary,
    description: toContentDocument(demo.description),
    assigneeId: demo.assignee === null ? null : accountOf(demo.assignee),
    reporterId: accountOf(demo.reporter),
    creatorId: accountOf(demo.reporter),
    labels: [],
    priority: 'Medium',
    resolutionDate: state.statuses.get(demo.statusId).category === 'done' ? new Date(state.clock.nowMs() - DAY_MS).toISOString() : null,
    created,
    updated: created,
    fields: {},
    properties: {},
  };
  state.putIssue(issue);
  seedHistory(state, issue, workflow.statusIds.slice(0, workflow.statusIds.indexOf(demo.statusId) + 1));
  for (const { author, text } of demo.comments ?? []) {
    const commentId = state.ids.next('comment');
    const comment = { id: commentId, issueId: id, authorId: accountOf(author), body: toContentDocument(text), created, updated: created };
    state.comments.put(commentId, comment, id);
  }
}

/** One move a day along the workflow, as if somebody had worked. */
function seedHistory(state: JiraState, issue: IssueRecord, statusIds: string[]): void {
  statusIds.slice(1).forEach((statusId, index) => {
    const id = state.ids.next('history');
    const created = new Date(Date.parse(issue.created) + (index + 1) * (DAY_MS / 4)).toISOString();
    const item = statusChange(state, statusIds[index] ?? statusId, statusId);
    state.histories.put(id, { id, issueId: issue.id, authorId: issue.assigneeId ?? issue.reporterId, created, items: [item] }, issue.id);
  });
}

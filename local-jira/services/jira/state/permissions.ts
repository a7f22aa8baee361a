import type { Caller } from './caller';
import type { JiraState } from './jira-state';
import type { IssueRecord, ProjectRecord } from './records';

/** Project permissions of Jira the local Jira knows, by key. */
export const PROJECT_PERMISSIONS = [
  'ADMINISTER_PROJECTS',
  'BROWSE_PROJECTS',
  'CREATE_ISSUES',
  'EDIT_ISSUES',
  'TRANSITION_ISSUES',
  'ASSIGN_ISSUES',
  'ASSIGNABLE_USER',
  'ADD_COMMENTS',
  'CREATE_ATTACHMENTS',
  'DELETE_ISSUES',
  'MOVE_ISSUES',
  'VIEW_READONLY_WORKFLOW',
  'MODIFY_REPORTER',
  'RESOLVE_ISSUES',
  'CLOSE_ISSUES',
  'SET_ISSUE_SECURITY',
  'DELETE_ALL_COMMENTS',
  'EDIT_ALL_COMMENTS',
  'DELETE_ALL_ATTACHMENTS',
  'LINK_ISSUES',
  'SCHEDULE_ISSUES',
  'WORK_ON_ISSUES',
  'DELETE_OWN_COMMENTS',
  'EDIT_OWN_COMMENTS',
  'DELETE_OWN_ATTACHMENTS',
] as const;

export const GLOBAL_PERMISSIONS = ['ADMINISTER', 'USER_PICKER', 'BULK_CHANGE', 'CREATE_SHARED_OBJECTS'] as const;

/** Members of this group are Jira admins. */
export const JIRA_ADMIN_GROUP = 'jira-administrators';

/** Answers what somebody may do, from project roles, groups and the one permission scheme of the site. */
export class Permissions {
  constructor(private readonly state: JiraState) {}

  isJiraAdmin(caller: Caller): boolean {
    if (caller.kind === 'app') return true;
    return this.isActive(caller) && this.state.groupsOf(caller.accountId).some(({ name }) => name === JIRA_ADMIN_GROUP);
  }

  hasGlobal(caller: Caller, permission: string): boolean {
    if (permission === 'ADMINISTER') return this.isJiraAdmin(caller);
    return permission !== 'BULK_CHANGE' ? this.isActive(caller) : this.isJiraAdmin(caller);
  }

  /** The app's own user is in the role every project gives to apps, so it may do all a scope allows. */
  has(caller: Caller, project: ProjectRecord, permission: string): boolean {
    if (caller.kind !== 'user') return true;
    if (!this.isActive(caller)) return false;
    return this.rolesOf(caller.accountId, project).some((role) => role.permissions.includes(permission));
  }

  hasOnIssue(caller: Caller, issue: IssueRecord, permission: string): boolean {
    return this.has(caller, this.state.projects.get(issue.projectId), permission) && this.passesSecurity(caller, issue);
  }

  /** Issue security comes on top of the project's permissions, for people and their admins alike. */
  private passesSecurity(caller: Caller, { securityLevelId = null }: IssueRecord): boolean {
    if (securityLevelId === null || caller.kind !== 'user') return true;
    const { userIds, groupIds } = this.state.securityLevels.get(securityLevelId);
    return userIds.includes(caller.accountId) || this.state.groupsOf(caller.accountId).some(({ groupId }) => groupIds.includes(groupId));
  }

  /** The project if the caller may browse it; `null` otherwise, as if it did not exist. */
  findProject(caller: Caller, idOrKey: string): ProjectRecord | null {
    const project = this.state.findProject(idOrKey);
    return project !== null && this.has(caller, project, 'BROWSE_PROJECTS') ? project : null;
  }

  /** The issue if the caller may browse its project and its security level lets them; `null` otherwise, as if it did not exist. */
  findIssue(caller: Caller, idOrKey: string): IssueRecord | null {
    const issue = this.state.findIssue(idOrKey);
    return issue !== null && this.hasOnIssue(caller, issue, 'BROWSE_PROJECTS') ? issue : null;
  }

  listProjects(caller: Caller): ProjectRecord[] {
    return this.state.projects.list().filter((project) => this.has(caller, project, 'BROWSE_PROJECTS'));
  }

  rolesOf(accountId: string, project: ProjectRecord) {
    const groupIds = this.state.groupsOf(accountId).map(({ groupId }) => groupId);
    return this.state.roles.list().filter(({ id }) => {
      const actors = project.roleActors[id];
      return actors !== undefined && (actors.userIds.includes(accountId) || actors.groupIds.some((groupId) => groupIds.includes(groupId)));
    });
  }

  private isActive({ accountId }: Caller): boolean {
    return this.state.users.find(accountId)?.active === true;
  }
}

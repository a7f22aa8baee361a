import { JiraError, forbidden, invalid, issueNotFound } from '../jira-error';
import { MAX_SUMMARY_CHARACTERS } from '../limits';
import type { Caller } from '../state/caller';
import { isContentDocument, toPlainText } from '../state/content-document';
import type { JiraState } from '../state/jira-state';
import type { Permissions } from '../state/permissions';
import type { ChangeItem, IssueRecord } from '../state/records';
import { appFieldChange, assigneeChange, issueTypeChange, textChange } from './change-items';
import type { IssueWriter } from './issue-writer';

/** An edit under way: the copy that takes the values, and what is wrong with them. */
interface Edit {
  caller: Caller;
  issue: IssueRecord;
  errors: Record<string, string>;
}

/** Edits fields of issues as `PUT issue/{key}` does. */
export class EditIssue {
  constructor(
    private readonly state: JiraState,
    private readonly permissions: Permissions,
    private readonly writer: IssueWriter,
  ) {}

  /** @throws {JiraError} 404 unseen, 403 without Edit issues, 400 with one message per refused field. */
  run(caller: Caller, issueIdOrKey: string, fields: Record<string, unknown>): void {
    const found = this.permissions.findIssue(caller, issueIdOrKey);
    if (found === null) throw issueNotFound();
    if (!this.permissions.hasOnIssue(caller, found, 'EDIT_ISSUES')) throw forbidden('You do not have permission to edit this issue.');
    const { issue, items } = this.applyFields(caller, found, fields);
    this.writer.update(caller, { issue, items, eventName: 'issue_updated' });
  }

  /** @throws {JiraError} 404 unseen; 403 without Assign issues; 400 for somebody who cannot be assigned. */
  assign(caller: Caller, issueIdOrKey: string, assigneeId: string | null): void {
    const found = this.permissions.findIssue(caller, issueIdOrKey);
    if (found === null) throw issueNotFound();
    const { issue, items } = this.applyFields(caller, found, { assignee: assigneeId === null ? null : { accountId: assigneeId } });
    this.writer.update(caller, { issue, items, eventName: 'issue_assigned' });
  }

  /** Works the new values into a copy of the issue and says what changed; writes nothing. */
  applyFields(caller: Caller, before: IssueRecord, fields: Record<string, unknown>): { issue: IssueRecord; items: ChangeItem[] } {
    const issue: IssueRecord = { ...before, fields: { ...before.fields } };
    const items: ChangeItem[] = [];
    const errors: Record<string, string> = {};
    for (const [fieldId, value] of Object.entries(fields)) {
      const item = this.applyField({ caller, issue, errors }, fieldId, value);
      if (item !== null) items.push(item);
    }
    if (Object.keys(errors).length > 0) throw new JiraError(400, [], errors);
    return { issue, items };
  }

  private applyField({ caller, issue, errors }: Edit, fieldId: string, value: unknown): ChangeItem | null {
    switch (fieldId) {
      case 'summary':
        return applySummary(issue, value, errors);
      case 'description':
        return applyDescription(issue, value, errors);
      case 'labels':
        return applyLabels(issue, value, errors);
      case 'assignee':
        return this.applyAssignee(caller, issue, value, errors);
      case 'issuetype':
        return this.applyIssueType(issue, value, errors);
      case 'security':
        return this.applySecurity(caller, issue, value, errors);
      default:
        return this.applyCustomField(issue, fieldId, value, errors);
    }
  }

  private applyAssignee(caller: Caller, issue: IssueRecord, value: unknown, errors: Record<string, string>): ChangeItem | null {
    const accountId = toAccountId(value);
    if (accountId === undefined) throw invalid('An assignee is {"accountId": …} or null.');
    if (!this.permissions.hasOnIssue(caller, issue, 'ASSIGN_ISSUES')) throw forbidden('You do not have permission to assign issues.');
    if (accountId === issue.assigneeId) return null;
    const project = this.state.projects.get(issue.projectId);
    const user = accountId === null ? null : this.state.users.find(accountId);
    const isAssignable =
      accountId === null ||
      (user !== null && this.permissions.has({ kind: 'user', accountId, viaApp: false, depth: 0 }, project, 'ASSIGNABLE_USER'));
    if (!isAssignable) {
      errors['assignee'] = `User '${user?.displayName ?? accountId}' cannot be assigned issues.`;
      return null;
    }
    const item = assigneeChange(this.state, issue.assigneeId, accountId);
    issue.assigneeId = accountId;
    return item;
  }

  /** Another type of the same project; all types of a project share its workflow here, so the status stays. */
  private applyIssueType(issue: IssueRecord, value: unknown, errors: Record<string, string>): ChangeItem | null {
    const { id, name } = (typeof value === 'object' && value !== null ? value : {}) as { id?: unknown; name?: unknown };
    const types = this.state.projects.get(issue.projectId).issueTypeIds.map((typeId) => this.state.issueTypes.get(typeId));
    const type = types.find((candidate) => candidate.id === id || candidate.name === name);
    if (type === undefined) {
      errors['issuetype'] = 'The issue type selected is invalid.';
      return null;
    }
    if (type.id === issue.issueTypeId) return null;
    const item = issueTypeChange(this.state, issue.issueTypeId, type.id);
    issue.issueTypeId = type.id;
    return item;
  }

  private applySecurity(caller: Caller, issue: IssueRecord, value: unknown, errors: Record<string, string>): ChangeItem | null {
    if (!this.permissions.hasOnIssue(caller, issue, 'SET_ISSUE_SECURITY'))
      throw forbidden('You do not have permission to set issue security.');
    const { id } = (value ?? { id: null }) as { id?: unknown };
    const level = typeof id === 'string' ? this.state.securityLevels.find(id) : null;
    if (id !== null && level?.projectId !== issue.projectId) {
      errors['security'] = 'Security level is not valid for this project.';
      return null;
    }
    const before = issue.securityLevelId ?? null;
    const after = level?.id ?? null;
    if (before === after) return null;
    issue.securityLevelId = after;
    const nameOf = (levelId: string | null): string | null => (levelId === null ? null : this.state.securityLevels.get(levelId).name);
    return { ...textChange('security', nameOf(before), nameOf(after)), from: before, to: after };
  }

  /** Read-only fields of the app take values from the app's own field route only. */
  private applyCustomField(issue: IssueRecord, fieldId: string, value: unknown, errors: Record<string, string>): ChangeItem | null {
    const field = this.state.fields.find(fieldId);
    if (field === null || field.isReadOnly) {
      errors[fieldId] = `Field '${fieldId}' cannot be set. It is not on the appropriate screen, or unknown.`;
      return null;
    }
    const item = appFieldChange(field, issue.fields[fieldId], value);
    issue.fields[fieldId] = value;
    return item;
  }
}

function applySummary(issue: IssueRecord, value: unknown, errors: Record<string, string>): ChangeItem | null {
  if (typeof value !== 'string' || value.trim() === '' || value.length > MAX_SUMMARY_CHARACTERS || value.includes('\n')) {
    errors['summary'] = `You must specify a summary of one line and at most ${MAX_SUMMARY_CHARACTERS} characters.`;
    return null;
  }
  if (value === issue.summary) return null;
  const item = textChange('summary', issue.summary, value);
  issue.summary = value;
  return item;
}

function applyDescription(issue: IssueRecord, value: unknown, errors: Record<string, string>): ChangeItem | null {
  if (value !== null && !isContentDocument(value)) {
    errors['description'] = 'Operation value must be an Atlassian Document (see the Atlassian Document Format).';
    return null;
  }
  const item = textChange('description', toPlainText(issue.description), toPlainText(value));
  issue.description = value;
  return item.fromString === item.toString ? null : item;
}

function applyLabels(issue: IssueRecord, value: unknown, errors: Record<string, string>): ChangeItem | null {
  if (!Array.isArray(value) || value.some((label) => typeof label !== 'string' || /\s/.test(label))) {
    errors['labels'] = 'Labels are texts without spaces.';
    return null;
  }
  const item = textChange('labels', issue.labels.join(' '), value.join(' '));
  issue.labels = value as string[];
  return item.fromString === item.toString ? null : item;
}

/** `undefined` for what is no way to name somebody. */
function toAccountId(value: unknown): string | null | undefined {
  if (value === null) return null;
  if (typeof value !== 'object') return undefined;
  const { accountId, id } = value as { accountId?: unknown; id?: unknown };
  if (accountId === null) return null;
  return typeof accountId === 'string' ? accountId : typeof id === 'string' ? id : undefined;
}

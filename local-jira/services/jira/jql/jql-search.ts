import { invalid } from '../jira-error';
import type { Caller } from '../state/caller';
import { toPlainText } from '../state/content-document';
import type { JiraState } from '../state/jira-state';
import type { Permissions } from '../state/permissions';
import type { IssueRecord } from '../state/records';
import { parseJql, type JqlCondition, type JqlNode } from './jql-parser';

/**
 * The issues a query finds among those the caller may browse, in the query's order (newest first without one).
 *
 * @throws {JiraError} 400 for fields, operators and functions the local Jira does not play.
 */
export function searchIssues(state: JiraState, permissions: Permissions, caller: Caller, jql: string): IssueRecord[] {
  const { where, orderBy } = parseJql(jql);
  const found = state.issues
    .list()
    .filter(
      (issue) => permissions.hasOnIssue(caller, issue, 'BROWSE_PROJECTS') && (where === null || matches(state, caller, where, issue)),
    );
  const orders = orderBy.length === 0 ? [{ field: 'created', isDescending: true }] : orderBy;
  return found.sort((left, right) => {
    for (const { field, isDescending } of orders) {
      const difference = compareText(sortTextOf(state, field, left), sortTextOf(state, field, right));
      if (difference !== 0) return isDescending ? -difference : difference;
    }
    return 0;
  });
}

function matches(state: JiraState, caller: Caller, node: JqlNode, issue: IssueRecord): boolean {
  switch (node.kind) {
    case 'and':
      return node.nodes.every((inner) => matches(state, caller, inner, issue));
    case 'or':
      return node.nodes.some((inner) => matches(state, caller, inner, issue));
    case 'not':
      return !matches(state, caller, node.node, issue);
    case 'condition':
      return meets(state, caller, node, issue);
  }
}

function meets(state: JiraState, caller: Caller, { field, operator, values }: JqlCondition, issue: IssueRecord): boolean {
  const actual = textsOf(state, field, issue).map((text) => text.toLowerCase());
  const wanted = values.map((value) => toWanted(caller, value).toLowerCase());
  const [first = ''] = wanted;
  switch (operator) {
    case '=':
    case 'in':
      return wanted.some((value) => actual.includes(value));
    case '!=':
    case 'not in':
      return actual.length > 0 && !wanted.some((value) => actual.includes(value));
    case '~':
      return actual.some((text) => text.includes(first));
    case '!~':
      return !actual.some((text) => text.includes(first));
    case 'is':
      return actual.length === 0;
    case 'is not':
      return actual.length > 0;
    default:
      throw invalid(`The local Jira does not play the JQL operator '${operator}' (field '${field}').`);
  }
}

function toWanted(caller: Caller, value: string): string {
  if (!value.endsWith('()')) return value;
  if (value.toLowerCase() === 'currentuser()') return caller.accountId;
  throw invalid(`The local Jira does not play the JQL function '${value}'.`);
}

/** Every way a field's value may be written in a query; empty when the field is. */
function textsOf(state: JiraState, field: string, issue: IssueRecord): string[] {
  const person = (id: string | null): string[] => (id === null ? [] : [id, state.users.find(id)?.displayName ?? id]);
  switch (field) {
    case 'project': {
      const { id, key, name } = state.projects.get(issue.projectId);
      return [id, key, name];
    }
    case 'key':
    case 'issuekey':
    case 'issue':
    case 'id':
      return [issue.key, issue.id];
    case 'status': {
      const { id, name } = state.statuses.get(issue.statusId);
      return [id, name];
    }
    case 'statuscategory':
      return [{ new: 'to do', indeterminate: 'in progress', done: 'done' }[state.statuses.get(issue.statusId).category]];
    case 'assignee':
      return person(issue.assigneeId);
    case 'reporter':
      return person(issue.reporterId);
    case 'issuetype':
    case 'type': {
      const { id, name } = state.issueTypes.get(issue.issueTypeId);
      return [id, name];
    }
    case 'labels':
      return issue.labels;
    case 'summary':
      return [issue.summary];
    case 'text':
      return [issue.summary, toPlainText(issue.description)];
    default:
      return customTexts(state, field, issue);
  }
}

function customTexts(state: JiraState, field: string, issue: IssueRecord): string[] {
  const custom = state.fields
    .list()
    .find(({ id, name }) => name.toLowerCase() === field || id === field || field === `cf[${id.replace('customfield_', '')}]`);
  if (custom === undefined) throw invalid(`Field '${field}' does not exist or you do not have permission to view it.`);
  const value = issue.fields[custom.id];
  if (value === undefined || value === null) return [];
  if (typeof value === 'object' && 'accountId' in value) {
    const accountId = String(value.accountId);
    return [accountId, state.users.find(accountId)?.displayName ?? accountId];
  }
  return [typeof value === 'string' ? value : JSON.stringify(value)];
}

function sortTextOf(state: JiraState, field: string, issue: IssueRecord): string {
  if (field === 'created') return issue.created;
  if (field === 'updated') return issue.updated;
  if (field === 'key' || field === 'issuekey' || field === 'id' || field === 'rank') return issue.id.padStart(12, '0');
  return textsOf(state, field, issue).at(-1) ?? '';
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

import type { JiraState } from '../state/jira-state';
import type { ChangeItem, FieldRecord } from '../state/records';

/** History items in Jira's form: ids in `from`/`to` where the field has ids, words in `fromString`/`toString`. */

export function textChange(fieldId: string, before: string | null, after: string | null): ChangeItem {
  return { field: fieldId, fieldtype: 'jira', fieldId, from: null, fromString: before, to: null, toString: after };
}

export function statusChange(state: JiraState, fromId: string, toId: string): ChangeItem {
  return {
    field: 'status',
    fieldtype: 'jira',
    fieldId: 'status',
    from: fromId,
    fromString: state.statuses.get(fromId).name,
    to: toId,
    toString: state.statuses.get(toId).name,
  };
}

export function assigneeChange(state: JiraState, fromId: string | null, toId: string | null): ChangeItem {
  const nameOf = (id: string | null): string | null => (id === null ? null : (state.users.find(id)?.displayName ?? id));
  return {
    field: 'assignee',
    fieldtype: 'jira',
    fieldId: 'assignee',
    from: fromId,
    fromString: nameOf(fromId),
    to: toId,
    toString: nameOf(toId),
  };
}

export function issueTypeChange(state: JiraState, fromId: string, toId: string): ChangeItem {
  return {
    field: 'issuetype',
    fieldtype: 'jira',
    fieldId: 'issuetype',
    from: fromId,
    fromString: state.issueTypes.get(fromId).name,
    to: toId,
    toString: state.issueTypes.get(toId).name,
  };
}

export function appFieldChange(field: FieldRecord, before: unknown, after: unknown): ChangeItem {
  return {
    field: field.name,
    fieldtype: 'custom',
    fieldId: field.id,
    from: null,
    fromString: toWords(before),
    to: null,
    toString: toWords(after),
  };
}

function toWords(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'object' && 'accountId' in value) return String(value.accountId);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

import { JiraError, forbidden, invalid } from '../jira-error';
import type { Caller } from '../state/caller';
import type { JiraState } from '../state/jira-state';
import type { FieldRecord } from '../state/records';
import { appFieldChange } from './change-items';
import type { IssueUpdate, IssueWriter } from './issue-writer';

/** One value for one field on several issues. `customField` is `customfield_…`. */
export interface FieldValueUpdate {
  customField: string;
  issueIds: (number | string)[];
  value: unknown;
}

/** How much noise the write makes: a history entry each, and product events. */
export interface FieldWriteOptions {
  generateChangelog: boolean;
  generateAppEvents: boolean;
}

interface FieldStore {
  state: JiraState;
  writer: IssueWriter;
}

/**
 * Writes values of fields the app declares, read-only ones included. Only the app itself may.
 *
 * @throws {JiraError} 403 for anybody else, 400 for unknown fields, issues or values of the wrong type.
 */
export function writeAppFields(
  { state, writer }: FieldStore,
  caller: Caller,
  updates: FieldValueUpdate[],
  options: FieldWriteOptions,
): void {
  if (caller.kind !== 'app') throw forbidden('Only the app that provides a field may set its value this way.');
  const pairs = updates.flatMap(({ customField, issueIds }) => issueIds.map((issueId) => `${customField}/${issueId}`));
  if (new Set(pairs).size < pairs.length) throw invalid('Combinations of custom field and issue must be unique within the request.');
  state.database.inTransaction(() => {
    for (const { customField, issueIds, value } of updates) {
      const field = state.fields.find(customField);
      if (field === null) throw new JiraError(404, [`The custom field ${customField} was not found.`]);
      checkValue(state, field, value);
      for (const issueId of issueIds) {
        const update = toIssueUpdate(state, field, String(issueId), value);
        if (update === null) continue;
        if (options.generateChangelog) writer.update(caller, { ...update, mayAnnounce: options.generateAppEvents });
        else state.putIssue({ ...update.issue, updated: state.clock.now() });
      }
    }
  });
}

/** `null` when the issue has the value already. */
function toIssueUpdate(state: JiraState, field: FieldRecord, issueId: string, value: unknown): IssueUpdate | null {
  const issue = state.issues.find(issueId);
  if (issue === null) throw invalid(`The issue ${issueId} was not found.`);
  const before = issue.fields[field.id] ?? null;
  if (JSON.stringify(before) === JSON.stringify(value)) return null;
  const changed = { ...issue, fields: { ...issue.fields, [field.id]: value } };
  return { issue: changed, items: [appFieldChange(field, before, value)], eventName: 'issue_updated' };
}

function checkValue(state: JiraState, field: FieldRecord, value: unknown): void {
  if (value === null) return;
  const fits =
    field.type === 'string'
      ? typeof value === 'string'
      : field.type === 'user'
        ? typeof value === 'object' && 'accountId' in value && state.users.find(String(value.accountId)) !== null
        : true;
  if (!fits) throw invalid(`The value does not fit the field ${field.name} of type ${field.type}.`);
}

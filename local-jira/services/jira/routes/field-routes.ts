import type { JiraParts } from '../jira-service';
import { invalid } from '../jira-error';
import { writeAppFields, type FieldValueUpdate, type FieldWriteOptions } from '../operations/write-app-fields';
import type { RestRoute } from '../rest-router';
import { readList, readPage, toPage } from './paging';

const SYSTEM_FIELDS = [
  ['summary', 'Summary', 'string'],
  ['description', 'Description', 'string'],
  ['status', 'Status', 'status'],
  ['assignee', 'Assignee', 'user'],
  ['reporter', 'Reporter', 'user'],
  ['labels', 'Labels', 'array'],
  ['issuetype', 'Issue Type', 'issuetype'],
  ['project', 'Project', 'project'],
  ['priority', 'Priority', 'priority'],
  ['created', 'Created', 'datetime'],
  ['updated', 'Updated', 'datetime'],
  ['resolution', 'Resolution', 'resolution'],
  ['attachment', 'Attachment', 'array'],
  ['comment', 'Comment', 'comments-page'],
] as const;

/** Fields, and the values of the app's own ones. */
export function fieldRoutes({ state, shapes, writer }: JiraParts): RestRoute[] {
  const systemFields = SYSTEM_FIELDS.map(([id, name, type]) => ({
    id,
    key: id,
    name,
    custom: false,
    orderable: true,
    navigable: true,
    searchable: true,
    clauseNames: [id],
    schema: { type, system: id },
  }));
  return [
    {
      method: 'GET',
      path: '/field',
      scope: 'read:jira-work',
      handle: () => ({ status: 200, body: [...systemFields, ...state.fields.list().map((field) => shapes.field(field))] }),
    },
    {
      method: 'GET',
      path: '/field/search',
      scope: 'read:jira-work',
      handle: ({ query }) => {
        const ids = readList(query, 'id');
        const types = readList(query, 'type');
        const text = (query.get('query') ?? '').toLowerCase();
        const custom = state.fields.list().map((field) => ({ ...shapes.field(field), description: field.description }));
        const fields: Record<string, unknown>[] = [
          ...(types.includes('custom') ? [] : systemFields),
          ...(types.includes('system') ? [] : custom),
        ];
        const found = fields.filter(
          (field) => (ids.length === 0 || ids.includes(String(field['id']))) && String(field['name']).toLowerCase().includes(text),
        );
        const rows = found.map(({ id, key, name, schema, description = '' }) => ({ id, key, name, schema, description }));
        return { status: 200, body: toPage(rows, readPage(query)) };
      },
    },
    {
      method: 'POST',
      path: '/app/field/value',
      scope: null,
      handle: ({ caller, query, body }) => {
        writeAppFields({ state, writer }, caller, readUpdates(body), readOptions(query));
        return { status: 204 };
      },
    },
    {
      method: 'PUT',
      path: '/app/field/{id}/value',
      scope: null,
      handle: ({ caller, query, body }, { id = '' }) => {
        const field = state.fields.find(id) ?? state.fields.list().find(({ key }) => key === id);
        const customField = field?.id ?? id;
        const updates = readUpdates(body).map((update) => ({ ...update, customField }));
        writeAppFields({ state, writer }, caller, updates, readOptions(query));
        return { status: 204 };
      },
    },
  ];
}

function readUpdates(body: unknown): FieldValueUpdate[] {
  const { updates } = (body ?? {}) as { updates?: unknown };
  if (!Array.isArray(updates) || updates.length === 0) throw invalid('updates must be a list with at least one entry.');
  for (const update of updates as Partial<FieldValueUpdate>[]) {
    if (!Array.isArray(update.issueIds) || update.value === undefined) throw invalid('Every update needs issueIds and a value.');
  }
  return updates as FieldValueUpdate[];
}

function readOptions(query: URLSearchParams): FieldWriteOptions {
  return {
    generateChangelog: query.get('generateChangelog') !== 'false',
    generateAppEvents: query.get('generateAppEvents') !== 'false',
  };
}

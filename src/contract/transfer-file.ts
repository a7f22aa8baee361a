import * as v from 'valibot';
import type { TransferFile } from '../domain/type/transfer/transfer-file';
import { otherEntry, writtenGuide } from './guide-payloads';
import { accountId, id } from './payload-parts';
import { checklistItem, noList, typeDraft, typeOptions } from './settings-payloads';

/** Largest file that can be read, in bytes of UTF-8. */
export const MAX_TRANSFER_BYTES = 400 * 1024;

const ref = v.strictObject({ name: v.pipe(v.string(), v.minLength(1), v.maxLength(255)), id: v.exactOptional(id) });

const { fieldId: _fieldId, appliesIf: _appliesIf, ...itemEntries } = checklistItem.entries;
const transferItem = v.strictObject({
  ...itemEntries,
  field: v.exactOptional(ref),
  appliesIf: v.exactOptional(v.strictObject({ field: ref, equals: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)) })),
});

const receiver = v.variant('kind', [
  v.strictObject({ kind: v.literal('senderChooses') }),
  v.strictObject({ kind: v.literal('person'), accountId }),
  v.strictObject({ kind: v.literal('group'), group: ref }),
  v.strictObject({ kind: v.literal('role'), role: ref }),
  v.strictObject({ kind: v.literal('userField'), field: ref }),
]);

const raciCell = v.pipe(
  v.array(
    v.variant('kind', [
      v.strictObject({ kind: v.literal('role'), role: ref }),
      v.strictObject({ kind: v.literal('group'), group: ref }),
      v.strictObject({ kind: v.literal('userField'), field: ref }),
      otherEntry,
    ]),
  ),
  v.maxLength(10),
);
const { championId: _champion, raciR: _raciR, ...pageEntries } = writtenGuide.entries;
const transferPage = v.strictObject({
  ...pageEntries,
  raciR: v.nullable(
    v.strictObject({ responsible: raciCell, accountable: raciCell, consulted: raciCell, informed: raciCell, receiver: raciCell }),
  ),
});

const { route: _route, workItemTypeIds: _ids, items: _items, receiver: _receiver, options: _options, ...draftEntries } = typeDraft.entries;
const { workStatusIds: _statusIds, ...optionEntries } = typeOptions.entries;
const transferType = v.strictObject({
  ...draftEntries,
  route: v.strictObject({ from: v.pipe(v.array(ref), v.minLength(1), v.maxLength(20)), to: ref }),
  workItemTypes: v.pipe(v.array(ref), v.maxLength(50)),
  items: v.pipe(v.array(transferItem), v.minLength(1), v.maxLength(50)),
  receiver,
  options: v.exactOptional(v.pipe(noList, v.strictObject(optionEntries))),
  workStatuses: v.exactOptional(v.pipe(v.array(ref), v.maxLength(10))),
  page: v.exactOptional(transferPage),
});

/** A file of handoff types, as docs/handoff-types.schema.json describes it. */
export const transferFile = v.strictObject({
  format: v.literal('baton-handoff-types'),
  version: v.literal(1),
  types: v.pipe(v.array(transferType), v.minLength(1), v.maxLength(50)),
});

/**
 * What is wrong with a file. `path` is empty where it is about the file as a whole; `limit` is what was passed: KB of the file,
 * characters of a text, entries of a list.
 */
export interface FileProblem {
  readonly path: string;
  readonly reason: 'tooLarge' | 'notJson' | 'tooLong' | 'tooShort' | 'tooMany' | 'tooFew' | 'missing' | 'notAllowed' | 'notKnown';
  readonly limit?: number;
}

/** Reads a file's text; nothing of it is used while anything is wrong with it. */
export function readTransferFile(
  text: string,
): { readonly ok: true; readonly file: TransferFile } | { readonly ok: false; readonly problems: readonly FileProblem[] } {
  if (new TextEncoder().encode(text).length > MAX_TRANSFER_BYTES) return failed([{ path: '', reason: 'tooLarge', limit: 400 }]);
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return failed([{ path: '', reason: 'notJson' }]);
  }
  const parsed = v.safeParse(transferFile, given);
  return parsed.success ? { ok: true, file: parsed.output } : failed(parsed.issues.map(toProblem));
}

function failed(problems: readonly FileProblem[]) {
  return { ok: false, problems } as const;
}

function toProblem(issue: v.BaseIssue<unknown>): FileProblem {
  const path = pathOf(issue);
  const limit = typeof issue.requirement === 'number' ? { limit: issue.requirement } : {};
  const isList = Array.isArray(issue.input);
  if (issue.type === 'max_length') return { path, reason: isList ? 'tooMany' : 'tooLong', ...limit };
  if (issue.type === 'min_length') return { path, reason: isList ? 'tooFew' : 'tooShort', ...limit };
  if (issue.type === 'strict_object' && issue.expected === 'never') return { path, reason: 'notKnown' };
  return { path, reason: issue.input === undefined ? 'missing' : 'notAllowed' };
}

/** As people write it: `types[1].items[3].title`. */
function pathOf(issue: v.BaseIssue<unknown>): string {
  return (issue.path ?? []).reduce((path, { key }) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    return path === '' ? String(key) : `${path}.${String(key)}`;
  }, '');
}

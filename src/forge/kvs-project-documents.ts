import { Filter, FilterConditions, kvs } from '@forge/kvs';

import type { DocumentWriter, ProjectDocuments } from '../app/ports/project-documents';
import type { StoredEvent } from '../domain/audit/event-chain';
import { emptyDocument, type ProjectDocument } from '../domain/type/project-document';
import { batchGet } from './kvs-batch';
import { readKvs, writeKvs } from './kvs-call';
import { ENTITY, KEY } from './kvs-keys';
import { requireSchema } from './require-schema';

/** Entity value of `project-document`. */
interface DocumentEntity {
  readonly version: number;
  readonly body: ProjectDocument;
}

const find: DocumentWriter['find'] = async (id) => {
  const entity = await readKvs(() => kvs.entity<DocumentEntity>(ENTITY.document).get(KEY.document(id)));
  return entity === undefined ? null : requireSchema(entity.body);
};

const findMany: DocumentWriter['findMany'] = async (ids) => {
  const found = await batchGet<DocumentEntity>(ids.map((id) => ({ entityName: ENTITY.document, key: KEY.document(id) })));
  return [...found.values()].map(({ body }) => requireSchema(body));
};

const begin: DocumentWriter['begin'] = async (id) => {
  const first: DocumentEntity = { version: 0, body: emptyDocument(id) };
  await writeKvs(() => kvs.entity<DocumentEntity>(ENTITY.document).set(KEY.document(id), first, { keyPolicy: 'FAIL_IF_EXISTS' }));
};

const commit: DocumentWriter['commit'] = async ({ document, event, people }) => {
  const { version } = document;
  const transaction = kvs
    .transact()
    .set(KEY.document(document), { version, body: document }, unchangedSince(version - 1))
    .set(KEY.documentEvent(document, event.seq), event, { entityName: ENTITY.event });
  for (const { accountId, reportAt } of people)
    transaction.set(KEY.person(accountId), { reportOn: 'on', reportAt }, { entityName: ENTITY.person });
  await writeKvs(() => transaction.execute());
};

/** As much of `ProjectDocuments` as the project page needs, so that it does not load the rest. */
export const kvsDocumentWriter: DocumentWriter = { find, findMany, begin, commit };

/** `ProjectDocuments` over custom entities: document and event in one transaction, guarded by the document's version. */
export const kvsProjectDocuments: ProjectDocuments = {
  find,
  findMany,
  begin,
  commit,

  async listEvents(id, lastSeq, firstSeq = 1) {
    const keys = Array.from({ length: lastSeq - firstSeq + 1 }, (_, index) => KEY.documentEvent(id, firstSeq + index));
    const found = await batchGet<StoredEvent>(keys.map((key) => ({ entityName: ENTITY.event, key })));
    return keys.flatMap((key) => found.get(key) ?? []);
  },

  async commitErased(document, events) {
    const { version } = document;
    const transaction = kvs.transact().set(KEY.document(document), { version, body: document }, unchangedSince(version));
    for (const event of events) transaction.set(KEY.documentEvent(document, event.seq), event, { entityName: ENTITY.event });
    await writeKvs(() => transaction.execute());
  },
};

/** The condition that nobody saved the document since this version. */
function unchangedSince(version: number) {
  return { entityName: ENTITY.document, conditions: new Filter<DocumentEntity>().and('version', FilterConditions.equalTo(version)) };
}

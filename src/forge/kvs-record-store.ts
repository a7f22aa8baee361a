import { Filter, FilterConditions, kvs } from '@forge/kvs';

import type { RecordHistory, RecordStore, StoredRound } from '../app/ports/record-store';
import type { StoredRecord } from '../app/record/stored-record';
import type { StoredEvent } from '../domain/audit/event-chain';
import type { HandoffRow } from '../domain/handoff/handoff-row';
import { readKvs, writeKvs } from './kvs-call';
import { ENTITY, KEY, KEY_PREFIX } from './kvs-keys';
import { listKeys } from './list-keys';
import { requireSchema } from './require-schema';
import { batchGet } from './kvs-batch';

/** Entity value of `issue-record`: the body is everything but the two attributes that stand beside it. */
export interface RecordEntity {
  readonly rev: number;
  readonly projectId: string;
  readonly body: { readonly schema: 1 } & Omit<StoredRecord, 'rev'>;
}

interface RoundEntity {
  readonly digest: string;
  readonly body: { readonly schema: 1 } & Omit<StoredRound, 'digest'>;
}

/** Events rewritten in one transaction, of the 25 operations it may have (data-model.md). */
const ERASED_AT_ONCE = 20;

/** Records one slice of the search through everything looks at, each of up to 240 KiB. */
const SLICE_RECORDS = 10;

const find: RecordStore['find'] = async (issueId) => {
  const entity = await readKvs(() => kvs.entity<RecordEntity>(ENTITY.record).get(KEY.record(issueId)));
  return entity === undefined ? null : fromRecordEntity(entity);
};

const create: RecordStore['create'] = async (issueId, stored) => {
  await writeKvs(() =>
    kvs.entity<RecordEntity>(ENTITY.record).set(KEY.record(issueId), toRecordEntity(stored), { keyPolicy: 'FAIL_IF_EXISTS' }),
  );
};

const commit: RecordStore['commit'] = async (change) => {
  const transaction = kvs.transact().set(KEY.record(change.issueId), toRecordEntity(change.stored), {
    entityName: ENTITY.record,
    conditions: new Filter<RecordEntity>().and('rev', FilterConditions.equalTo(change.expectedRev)),
  });
  const { seen } = change.stored;
  const gateView = KEY.gateView(seen.issueKey);
  if (change.gateView === null) transaction.delete(gateView, { entityName: ENTITY.gateView });
  else {
    const { issueId, projectId } = change.gateView;
    transaction.set(gateView, { issueId, projectId, body: change.gateView }, { entityName: ENTITY.gateView });
  }
  if (change.formerIssueKey !== null) transaction.delete(KEY.gateView(change.formerIssueKey), { entityName: ENTITY.gateView });
  for (const { handoffId, sealed } of change.events) {
    transaction.set(KEY.event(handoffId, sealed.seq), sealed, { entityName: ENTITY.event });
  }
  for (const row of change.rows) transaction.set(KEY.row(row.handoffId), toRowEntity(row), { entityName: ENTITY.row });
  for (const round of change.rounds) {
    transaction.set(KEY.round(round.handoffId, round.attempt), toRoundEntity(round), { entityName: ENTITY.round });
  }
  for (const { accountId, reportAt } of change.people) {
    transaction.set(KEY.person(accountId), { reportOn: 'on', reportAt }, { entityName: ENTITY.person });
  }
  await writeKvs(() => transaction.execute());
};

const findRound: RecordStore['findRound'] = async (handoffId, attempt) => {
  const entity = await readKvs(() => kvs.entity<RoundEntity>(ENTITY.round).get(KEY.round(handoffId, attempt)));
  if (entity === undefined) return null;
  const { schema: _schema, ...round } = requireSchema(entity.body);
  return { ...round, digest: entity.digest };
};

const findEnded: RecordStore['findEnded'] = async (handoffId, lastSeq) => {
  const keys = { row: KEY.row(handoffId), event: KEY.event(handoffId, lastSeq) };
  const found = await batchGet<unknown>([
    { entityName: ENTITY.row, key: keys.row },
    { entityName: ENTITY.event, key: keys.event },
  ]);
  const row = found.get(keys.row) as RowEntity | undefined;
  const last = found.get(keys.event) as StoredEvent | undefined;
  return { row: row === undefined ? null : { handoffId, ...row }, hash: last?.hash ?? '' };
};

/** `RecordStore` over custom entities: one transaction per command, guarded by `rev`. */
export const kvsRecordStore: RecordStore = { find, create, commit, findRound, findEnded };

/** `RecordHistory` over the same entities. */
export const kvsRecordHistory: RecordHistory = {
  find,
  create,
  commit,
  findRound,
  findEnded,

  async eraseHistory(handoffId, erased, attempts) {
    for (let start = 0; start < erased.length; start += ERASED_AT_ONCE) {
      const transaction = kvs.transact();
      for (const event of erased.slice(start, start + ERASED_AT_ONCE))
        transaction.set(KEY.event(handoffId, event.seq), event, { entityName: ENTITY.event });
      await writeKvs(() => transaction.execute());
    }
    for (let start = 0; start < attempts.length; start += ERASED_AT_ONCE) {
      const transaction = kvs.transact();
      for (const attempt of attempts.slice(start, start + ERASED_AT_ONCE))
        transaction.delete(KEY.round(handoffId, attempt), { entityName: ENTITY.round });
      await writeKvs(() => transaction.execute());
    }
  },

  async listAll(cursor) {
    const { ids, cursor: next } = await listKeys(ENTITY.record, { prefix: KEY_PREFIX.record, limit: SLICE_RECORDS, cursor });
    return { issueIds: ids, cursor: next };
  },

  async listEvents(handoffId, lastSeq) {
    const keys = Array.from({ length: lastSeq }, (_, index) => KEY.event(handoffId, index + 1));
    const found = await batchGet<StoredEvent>(keys.map((key) => ({ entityName: ENTITY.event, key })));
    return keys.flatMap((key) => found.get(key) ?? []);
  },
};

export function toRecordEntity(stored: StoredRecord): RecordEntity {
  const { rev, ...body } = stored;
  return { rev, projectId: stored.record.projectId, body: { schema: 1, ...body } };
}

export function fromRecordEntity(entity: RecordEntity): StoredRecord {
  const { schema: _schema, ...body } = requireSchema(entity.body);
  return { rev: entity.rev, ...body };
}

function toRoundEntity(round: StoredRound): RoundEntity {
  const { digest, ...body } = round;
  return { digest, body: { schema: 1, ...body } };
}

/** Entity value of `handoff-row`: the row without its key. */
export type RowEntity = Omit<HandoffRow, 'handoffId'>;

export function toRowEntity(row: HandoffRow): RowEntity {
  const { handoffId: _key, ...entity } = row;
  return entity;
}

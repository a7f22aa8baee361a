import { Filter, FilterConditions, kvs, Sort, WhereConditions } from '@forge/kvs';

import type { CohortLists, HandoffLists, OpenLists, OwnLists, WaitingLists } from '../app/ports/handoff-lists';
import { StoreFault } from '../app/ports/store-fault';
import type { HandoffRow } from '../domain/handoff/handoff-row';
import { readKvs, writeKvs } from './kvs-call';
import { ENTITY, KEY } from './kvs-keys';
import { toRowEntity, type RowEntity } from './kvs-record-store';

const KEY_PREFIX = 'w:';

/** Largest page a query gives (platform.md 4.1). */
const PAGE_ROWS = 100;

/** Handoffs read of one month of one type at most: a run has the time to read all of them. */
const MAX_COHORT_ROWS = 50_000;

const SENT_ROWS = 50;

/** Rows one slice of the search through everything looks at: each takes some calls, and a function has its time. */
const SLICE_ROWS = 20;

const listWaiting: HandoffLists['listWaiting'] = async (waitsFor) =>
  (await readPage(() => index('by-waits', [waitsFor]).sort(Sort.ASC).limit(PAGE_ROWS).getMany())).rows;

const listSent: HandoffLists['listSent'] = async (senderId) =>
  (await readPage(() => index('by-sender', [senderId]).sort(Sort.DESC).limit(SENT_ROWS).getMany())).rows;

const listOpen: HandoffLists['listOpen'] = async (projectId, cursor) => {
  const query = index('by-open', [projectId]).sort(Sort.ASC).limit(PAGE_ROWS);
  const { rows, nextCursor } = await readPage(() => (cursor === null ? query : query.cursor(cursor)).getMany());
  return { rows, cursor: rows.length === 0 ? null : (nextCursor ?? null) };
};

const listCohort: HandoffLists['listCohort'] = async (projectId, typeId, month, most = MAX_COHORT_ROWS) => {
  const rows: HandoffRow[] = [];
  let cursor: string | undefined;
  while (rows.length < most) {
    const query = index('by-cohort', [projectId, typeId, month]).sort(Sort.ASC).limit(PAGE_ROWS);
    const answer = await readPage(() => (cursor === undefined ? query : query.cursor(cursor)).getMany());
    rows.push(...answer.rows);
    cursor = answer.nextCursor;
    if (cursor === undefined || answer.rows.length === 0) return { rows, isCut: false };
  }
  return { rows, isCut: true };
};

const listCohortPage: HandoffLists['listCohortPage'] = async (projectId, typeId, month) =>
  (await listCohort(projectId, typeId, month, PAGE_ROWS)).rows.slice(0, PAGE_ROWS);

const listProject: HandoffLists['listProject'] = async (projectId, cursor) => {
  const query = index('by-recent', [projectId]).sort(Sort.ASC).limit(PAGE_ROWS);
  const { rows, nextCursor } = await readPage(() => (cursor === null ? query : query.cursor(cursor)).getMany());
  return { rows, cursor: rows.length === 0 ? null : (nextCursor ?? null) };
};

/** As much of `HandoffLists` as the settings need. */
export const kvsOpenLists: OpenLists = { listOpen, listProject };

/** As much of `HandoffLists` as a dashboard needs. */
export const kvsWaitingLists: WaitingLists = { listOpen };

/** As much of `HandoffLists` as the project page needs, so that it does not load the rest. */
export const kvsProjectLists: OwnLists & WaitingLists & CohortLists = { listWaiting, listSent, listOpen, listCohortPage, listCohort };

/** `HandoffLists` over the indexes of `handoff-row`. */
export const kvsHandoffLists: HandoffLists = {
  listWaiting,
  listSent,
  listOpen,
  listCohortPage,
  listCohort,
  listProject,

  async listAll(timer, cursor) {
    const query = index('by-timer', [timer]).sort(Sort.ASC).limit(SLICE_ROWS);
    const answer = await readPage(() => (cursor === null ? query : query.cursor(cursor)).getMany());
    return { rows: answer.rows, cursor: answer.rows.length === 0 ? null : (answer.nextCursor ?? null) };
  },

  async find(handoffId) {
    const entity = await readKvs(() => kvs.entity<RowEntity>(ENTITY.row).get(KEY.row(handoffId)));
    return entity === undefined ? null : { handoffId, ...entity };
  },

  async clearTimer(row) {
    const entity = toRowEntity({ ...row, timerOn: 'none', timerAt: '9999' });
    const asRead = new Filter<RowEntity>()
      .and('changedAt', FilterConditions.equalTo(row.changedAt))
      .and('timerAt', FilterConditions.equalTo(row.timerAt));
    const transaction = kvs.transact().set(KEY.row(row.handoffId), entity, { entityName: ENTITY.row, conditions: asRead });
    try {
      await writeKvs(() => transaction.execute());
    } catch (error) {
      // Whoever wrote the row meanwhile set its timer too.
      if (!(error instanceof StoreFault) || error.kind !== 'conflict') throw error;
    }
  },

  listDue: async (now) =>
    (await readPage(() => index('by-timer', ['on']).where(WhereConditions.lessThanEqualTo(now)).sort(Sort.ASC).limit(PAGE_ROWS).getMany()))
      .rows,
};

function index(name: string, partition: string[]) {
  return kvs.entity<RowEntity>(ENTITY.row).query().index(name, { partition });
}

async function readPage(
  query: () => Promise<{ results: { key: string; value: RowEntity }[]; nextCursor?: string }>,
): Promise<{ rows: HandoffRow[]; nextCursor: string | undefined }> {
  const { results, nextCursor } = await readKvs(query);
  return {
    rows: results.map(({ key, value }) => ({ handoffId: key.slice(KEY_PREFIX.length), ...value })),
    nextCursor: nextCursor === '' ? undefined : nextCursor,
  };
}

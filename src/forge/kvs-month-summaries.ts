import { kvs } from '@forge/kvs';

import type { DigestReader, MonthSummaries, MonthSummary, Passages, StoredDigest, SummaryRef } from '../app/ports/month-summaries';
import { utf8Bytes } from '../domain/audit/canonical-json';
import type { Instant } from '../domain/handoff/handoff';
import type { HandoffRow } from '../domain/handoff/handoff-row';
import { withClosed, type ClosedItems } from '../domain/metrics/closed-items';
import type { MonthDigest } from '../domain/metrics/month-digest';
import { batchGet } from './kvs-batch';
import { readKvs, writeKvs } from './kvs-call';
import { ENTITY, KEY } from './kvs-keys';

/** Chunk 0. With `schema` 1 it held rows and no digest. */
interface HeadEntity {
  readonly body: {
    readonly schema: 1 | 2;
    readonly at: Instant;
    readonly builtAt: Instant;
    /** This one included. */
    readonly chunks: number;
    readonly digest?: MonthDigest;
    readonly isCut?: true;
  };
}

/** Chunks 1 and on; `at` is that of the chunk 0 they were written with. */
interface RowsEntity {
  readonly body: { readonly schema: 2; readonly at: Instant; readonly rows: readonly HandoffRow[] };
}

/** Bytes of rows in one chunk: a value has at most 240 KiB (platform.md 4.1). */
const CHUNK_BYTES = 200 * 1024;

/** A repeat of the queue comes within minutes; so many are told apart from new ones. */
const KEPT_MARKS = 100;

const findDigests: DigestReader['findDigests'] = async (refs) => {
  const heads = await batchGet<HeadEntity>(refs.map((ref) => toKey(ref, 0)));
  return refs.flatMap((ref): StoredDigest[] => {
    const head = heads.get(toKey(ref, 0).key)?.body;
    if (head === undefined) return [];
    const { digest = null, builtAt, chunks, isCut } = head;
    return [{ ...ref, digest, builtAt, rowChunks: chunks - 1, ...(isCut === undefined ? {} : { isCut }) }];
  });
};

const readCounters: DigestReader['readCounters'] = async (projectId, months) => {
  const found = await batchGet<PassageEntity>(months.map((month) => ({ entityName: ENTITY.summary, key: toPassageKey(projectId, month) })));
  return new Map(
    months.map((month) => {
      const { passages = NO_PASSAGES, closed } = found.get(toPassageKey(projectId, month))?.body ?? {};
      return [month, closed === undefined ? passages : { ...passages, closed: closed.items }];
    }),
  );
};

/** As much of `MonthSummaries` as shows numbers, so that a page does not load what makes them. */
export const kvsDigestReader: DigestReader = { findDigests, readCounters };

/**
 * `MonthSummaries` in chunks: chunk 0 is all a reader needs, says how many there are and is written last. Rows of another making than it are
 * not used, so nobody counts half of a new one.
 */
export const kvsMonthSummaries: MonthSummaries = {
  findDigests,
  readCounters,

  async findRows(stored) {
    const keys = Array.from({ length: stored.rowChunks }, (_, index) => toKey(stored, index + 1));
    if (stored.digest === null) return null;
    const chunks = await batchGet<RowsEntity>(keys);
    const bodies = keys.map(({ key }) => chunks.get(key)?.body);
    const at = stored.digest.asOf;
    return bodies.every((body) => body?.at === at) ? bodies.flatMap((body) => body?.rows ?? []) : null;
  },

  async save({ digest, builtAt, rows, isCut, ...ref }, before) {
    const at = digest.asOf;
    const parts = toChunks(rows);
    for (const [index, part] of parts.entries()) {
      const body: RowsEntity['body'] = { schema: 2, at, rows: part };
      await writeKvs(() => kvs.entity<RowsEntity>(ENTITY.summary).set(toKey(ref, index + 1).key, { body }));
    }
    // Rows name people, so none stay behind: they go before chunk 0 forgets that they are there.
    for (let chunk = parts.length + 1; chunk <= (before?.rowChunks ?? 0); chunk += 1)
      await writeKvs(() => kvs.entity<RowsEntity>(ENTITY.summary).delete(toKey(ref, chunk).key));
    const body: HeadEntity['body'] = { schema: 2, at, builtAt, chunks: parts.length + 1, digest, ...(isCut ? { isCut } : {}) };
    await writeKvs(() => kvs.entity<HeadEntity>(ENTITY.summary).set(toKey(ref, 0).key, { body }));
  },

  async countPassage(projectId, month, passage) {
    await changeCounters(toPassageKey(projectId, month), ({ passages, ...kept }) => ({
      ...kept,
      passages: { ...passages, [passage]: (passages[passage] ?? 0) + 1 },
    }));
  },

  async countClosed(projectId, { month, mark, ...item }) {
    await changeCounters(toPassageKey(projectId, month), (before) => {
      const { items, marks } = before.closed ?? { items: {}, marks: [] };
      if (marks.includes(mark)) return before;
      return { ...before, closed: { items: withClosed(items, item), marks: [...marks, mark].slice(-KEPT_MARKS) } };
    });
  },
};

async function changeCounters(key: string, change: (before: PassageEntity['body']) => PassageEntity['body']): Promise<void> {
  const before = (await readKvs(() => kvs.entity<PassageEntity>(ENTITY.summary).get(key)))?.body ?? { schema: 1, passages: NO_PASSAGES };
  const body = change(before);
  if (body !== before) await writeKvs(() => kvs.entity<PassageEntity>(ENTITY.summary).set(key, { body }));
}

/** The rows in their order, in as few chunks as they fit; no chunk where there are none. */
function toChunks(rows: MonthSummary['rows']): HandoffRow[][] {
  const chunks: HandoffRow[][] = [];
  let bytes = CHUNK_BYTES;
  for (const row of rows) {
    const size = utf8Bytes(JSON.stringify(row)) + 1;
    if (bytes + size > CHUNK_BYTES) {
      chunks.push([]);
      bytes = 0;
    }
    chunks.at(-1)?.push(row);
    bytes += size;
  }
  return chunks;
}

interface PassageEntity {
  readonly body: {
    readonly schema: 1;
    readonly passages: Passages;
    /** `marks` of the last ones, newest last: the queue may bring one twice. */
    readonly closed?: { readonly items: ClosedItems; readonly marks: readonly string[] };
  };
}

const NO_PASSAGES: Passages = { paused: 0, wouldBlock: 0 };

/** Counters stand beside the types' summaries, under a name no type can have. */
function toPassageKey(projectId: string, month: string): string {
  return KEY.summary(projectId, '.moves', month, 0);
}

function toKey({ projectId, typeId, month }: SummaryRef, chunk: number): { entityName: string; key: string } {
  return { entityName: ENTITY.summary, key: KEY.summary(projectId, typeId, month, chunk) };
}

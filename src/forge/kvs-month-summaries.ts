import { kvs } from '@forge/kvs';

import type { MonthSummaries, MonthSummary, Passages, SummaryRef } from '../app/ports/month-summaries';
import { utf8Bytes } from '../domain/audit/canonical-json';
import type { Instant } from '../domain/handoff/handoff';
import type { HandoffRow } from '../domain/handoff/handoff-row';
import { batchGet } from './kvs-batch';
import { readKvs, writeKvs } from './kvs-call';
import { ENTITY, KEY } from './kvs-keys';

interface SummaryEntity {
  readonly body: {
    readonly schema: 1;
    readonly at: Instant;
    readonly builtAt: Instant;
    readonly chunks: number;
    readonly rows: readonly HandoffRow[];
  };
}

/** Bytes of rows in one chunk: a value has at most 240 KiB (platform.md 4.1). */
const CHUNK_BYTES = 200 * 1024;

/** `MonthSummaries` in chunks: chunk 0 says how many there are and is written last, so a reader never sees half of a new one. */
export const kvsMonthSummaries: MonthSummaries = {
  async findMany(refs) {
    const first = await batchGet<SummaryEntity>(refs.map((ref) => toKey(ref, 0)));
    const more = refs.flatMap((ref) => {
      const chunks = first.get(toKey(ref, 0).key)?.body.chunks ?? 0;
      return Array.from({ length: Math.max(0, chunks - 1) }, (_, index) => toKey(ref, index + 1));
    });
    const rest = more.length === 0 ? new Map<string, SummaryEntity>() : await batchGet<SummaryEntity>(more);
    return refs.flatMap((ref): MonthSummary[] => {
      const head = first.get(toKey(ref, 0).key);
      if (head === undefined) return [];
      const tail = Array.from(
        { length: Math.max(0, head.body.chunks - 1) },
        (_, index) => rest.get(toKey(ref, index + 1).key)?.body.rows ?? [],
      );
      return [{ ...ref, at: head.body.at, builtAt: head.body.builtAt, rows: [...head.body.rows, ...tail.flat()] }];
    });
  },

  async save({ rows, at, builtAt, ...ref }) {
    const parts = toChunks(rows);
    for (const [chunk, part] of [...parts.entries()].reverse()) {
      const body: SummaryEntity['body'] = { schema: 1, at, builtAt, chunks: parts.length, rows: part };
      await writeKvs(() => kvs.entity<SummaryEntity>(ENTITY.summary).set(toKey(ref, chunk).key, { body }));
    }
  },

  async readPassages(projectId, months) {
    const found = await batchGet<PassageEntity>(
      months.map((month) => ({ entityName: ENTITY.summary, key: toPassageKey(projectId, month) })),
    );
    return new Map(months.map((month) => [month, found.get(toPassageKey(projectId, month))?.body.passages ?? NO_PASSAGES]));
  },

  async countPassage(projectId, month, passage) {
    const key = toPassageKey(projectId, month);
    const entity = await readKvs(() => kvs.entity<PassageEntity>(ENTITY.summary).get(key));
    const before = entity?.body.passages ?? NO_PASSAGES;
    const body: PassageEntity['body'] = { schema: 1, passages: { ...before, [passage]: (before[passage] ?? 0) + 1 } };
    await writeKvs(() => kvs.entity<PassageEntity>(ENTITY.summary).set(key, { body }));
  },
};

/** The rows in their order, in as few chunks as they fit; one empty chunk where there are none. */
function toChunks(rows: readonly HandoffRow[]): HandoffRow[][] {
  const chunks: HandoffRow[][] = [[]];
  let bytes = 0;
  for (const row of rows) {
    const size = utf8Bytes(JSON.stringify(row)) + 1;
    if (bytes > 0 && bytes + size > CHUNK_BYTES) {
      chunks.push([]);
      bytes = 0;
    }
    chunks.at(-1)?.push(row);
    bytes += size;
  }
  return chunks;
}

interface PassageEntity {
  readonly body: { readonly schema: 1; readonly passages: Passages };
}

const NO_PASSAGES: Passages = { paused: 0, wouldBlock: 0 };

/** Counters stand beside the types' summaries, under a name no type can have. */
function toPassageKey(projectId: string, month: string): string {
  return KEY.summary(projectId, '.moves', month, 0);
}

function toKey({ projectId, typeId, month }: SummaryRef, chunk: number): { entityName: string; key: string } {
  return { entityName: ENTITY.summary, key: KEY.summary(projectId, typeId, month, chunk) };
}

import { kvs } from '@forge/kvs';

import { StoreFault } from '../app/ports/store-fault';
import { readKvs } from './kvs-call';

/** Most keys one batch may name (platform.md 4.1). */
const MAX_BATCH_KEYS = 25;

/** Batches under way at a time: a value may have 240 KiB, and a page of many types is not to take an install's rate from the gate. */
const BATCHES_AT_ONCE = 8;

/** Names one entity value. */
export interface EntityKey {
  readonly entityName: string;
  readonly key: string;
}

/**
 * Those of the values that exist, by key: one call per 25 keys, eight at once. A key the service failed on is a `StoreFault`, never a missing
 * value.
 */
export async function batchGet<T>(keys: readonly EntityKey[]): Promise<ReadonlyMap<string, T>> {
  const chunks = Array.from({ length: Math.ceil(keys.length / MAX_BATCH_KEYS) }, (_each, index) =>
    keys.slice(index * MAX_BATCH_KEYS, (index + 1) * MAX_BATCH_KEYS),
  );
  const found = new Map<string, T>();
  for (let start = 0; start < chunks.length; start += BATCHES_AT_ONCE) {
    const together = chunks.slice(start, start + BATCHES_AT_ONCE);
    const answers = await Promise.all(together.map((chunk) => readKvs(() => kvs.batchGet<T>(chunk.map((key) => ({ ...key }))))));
    for (const { successfulKeys, failedKeys } of answers) {
      if (failedKeys.some(({ error }) => error.code !== 'KEY_NOT_FOUND')) throw new StoreFault('unavailable');
      for (const { key, value } of successfulKeys) found.set(key, value);
    }
  }
  return found;
}

import { kvs } from '@forge/kvs';

import { StoreFault } from '../app/ports/store-fault';
import { readKvs } from './kvs-call';

/** Most keys one batch may name (platform.md 4.1). */
const MAX_BATCH_KEYS = 25;

/** Names one entity value. */
export interface EntityKey {
  readonly entityName: string;
  readonly key: string;
}

/** Those of the values that exist, by key: one call per 25 keys. A key the service failed on is a `StoreFault`, never a missing value. */
export async function batchGet<T>(keys: readonly EntityKey[]): Promise<ReadonlyMap<string, T>> {
  const found = new Map<string, T>();
  for (let start = 0; start < keys.length; start += MAX_BATCH_KEYS) {
    const chunk = keys.slice(start, start + MAX_BATCH_KEYS);
    const answer = await readKvs(() => kvs.batchGet<T>(chunk.map((key) => ({ ...key }))));
    for (const { key, value } of answer.successfulKeys) found.set(key, value);
    if (answer.failedKeys.some(({ error }) => error.code !== 'KEY_NOT_FOUND')) throw new StoreFault('unavailable');
  }
  return found;
}

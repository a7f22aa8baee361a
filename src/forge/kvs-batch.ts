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

/**
 * Those of the values that exist, by key: one call per 25 keys, all at once. A key the service failed on is a `StoreFault`, never a missing
 * value.
 */
export async function batchGet<T>(keys: readonly EntityKey[]): Promise<ReadonlyMap<string, T>> {
  const chunks = Array.from({ length: Math.ceil(keys.length / MAX_BATCH_KEYS) }, (_each, index) =>
    keys.slice(index * MAX_BATCH_KEYS, (index + 1) * MAX_BATCH_KEYS),
  );
  const answers = await Promise.all(chunks.map((chunk) => readKvs(() => kvs.batchGet<T>(chunk.map((key) => ({ ...key }))))));
  if (answers.some(({ failedKeys }) => failedKeys.some(({ error }) => error.code !== 'KEY_NOT_FOUND'))) throw new StoreFault('unavailable');
  return new Map(answers.flatMap(({ successfulKeys }) => successfulKeys.map(({ key, value }) => [key, value] as const)));
}

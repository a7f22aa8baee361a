import { kvs, Sort } from '@forge/kvs';

import { readKvs } from './kvs-call';

/** Which page of an entity's keys: what they begin with, how many, and where to go on; `cursor` null begins. */
interface KeyPage {
  readonly prefix: string;
  readonly limit: number;
  readonly cursor: string | null;
}

/**
 * A page of what an entity holds, in the order of keys, by the index every entity has over them: what follows the prefix in each key, and
 * where to go on; null at the end. Keys that begin otherwise are left out, so that a page may be empty and not the last.
 */
export async function listKeys(
  entityName: string,
  { prefix, limit, cursor }: KeyPage,
): Promise<{ readonly ids: readonly string[]; readonly cursor: string | null }> {
  const query = kvs.entity<object>(entityName).query().index('by-key').sort(Sort.ASC).limit(limit);
  const { results, nextCursor } = await readKvs(() => (cursor === null ? query : query.cursor(cursor)).getMany());
  const isOver = results.length === 0 || nextCursor === undefined || nextCursor === '';
  return {
    ids: results.flatMap(({ key }) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : [])),
    cursor: isOver ? null : nextCursor,
  };
}

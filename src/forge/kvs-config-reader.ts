import { kvs } from '@forge/kvs';

import type { ConfigHistory, ConfigReader, StoredConfig } from '../app/ports/config-store';
import { StoreFault } from '../app/ports/store-fault';
import type { StoredEvent } from '../domain/audit/event-chain';
import type { HandoffType } from '../domain/type/handoff-type';
import type { PublishedType } from '../domain/type/published-type';
import { batchGet } from './kvs-batch';
import { readKvs } from './kvs-call';
import { ENTITY, KEY, KEY_PREFIX } from './kvs-keys';
import { listKeys } from './list-keys';
import { requireSchema } from './require-schema';
import { joinConfig, type ConfigBody, type ConfigPart } from './split-config';

/** Entity value of `project-config`: the first, and for most projects the only one. */
export interface ConfigEntity {
  readonly rev: number;
  readonly body: ConfigBody;
}

/** Projects one slice of the search through everything looks at: each takes some calls, and a function has its time. */
const SLICE_PROJECTS = 10;

/** How often a configuration is read that somebody saved between reading its first value and the others. */
const MAX_TRIES = 3;

const find: ConfigReader['find'] = async (projectId) => {
  const first = await findFirst(projectId);
  return first === undefined ? null : readWhole(projectId, first);
};

/** `ConfigReader` over custom entities: one read, and one more for all further values of a project with very many types. */
export const kvsConfigReader: ConfigReader = { find };

/** `ConfigHistory` over the same entities and the published versions. */
export const kvsConfigHistory: ConfigHistory = {
  find,

  async findMany(projectIds) {
    const found = await batchGet<ConfigEntity>(projectIds.map((id) => ({ entityName: ENTITY.config, key: KEY.config(id) })));
    const whole = await Promise.all(
      projectIds.flatMap((id) => {
        const first = found.get(KEY.config(id));
        return first === undefined ? [] : [readWhole(id, first).then(({ config }) => [id, config] as const)];
      }),
    );
    return new Map(whole);
  },

  async findTypeVersion(projectId, typeId, version) {
    const key = KEY.typeVersion(projectId, typeId, version);
    const entity = await readKvs(() => kvs.entity<{ readonly body: HandoffType }>(ENTITY.typeVersion).get(key));
    return entity?.body ?? null;
  },

  async listTypeVersions(projectId, types) {
    const keys = types.flatMap(({ typeId, version, from = 1 }) =>
      Array.from({ length: version - from + 1 }, (_, index) => KEY.typeVersion(projectId, typeId, from + index)),
    );
    const found = await batchGet<{ readonly body: PublishedType }>(keys.map((key) => ({ entityName: ENTITY.typeVersion, key })));
    return keys.flatMap((key) => found.get(key)?.body ?? []);
  },

  async listEvents(projectId, lastSeq) {
    const keys = Array.from({ length: lastSeq }, (_, index) => KEY.configEvent(projectId, index + 1));
    const found = await batchGet<StoredEvent>(keys.map((key) => ({ entityName: ENTITY.event, key })));
    return keys.flatMap((key) => found.get(key) ?? []);
  },

  async listAll(cursor) {
    const { ids, cursor: next } = await listKeys(ENTITY.config, { prefix: KEY_PREFIX.config, limit: SLICE_PROJECTS, cursor });
    return { projectIds: ids, cursor: next };
  },
};

function findFirst(projectId: string): Promise<ConfigEntity | undefined> {
  return readKvs(() => kvs.entity<ConfigEntity>(ENTITY.config).get(KEY.config(projectId)));
}

/**
 * The configuration a first value belongs to, with its further values. Values of different revisions are never put together: where
 * somebody saved meanwhile, all is read again.
 *
 * @throws {StoreFault} `unavailable` when it is saved over and over.
 */
export async function readWhole(projectId: string, given: ConfigEntity): Promise<StoredConfig> {
  let first: ConfigEntity | undefined = given;
  for (let attempt = 1; first !== undefined && attempt <= MAX_TRIES; attempt += 1) {
    const { rev, body }: ConfigEntity = first;
    const count = requireSchema(body).parts ?? 0;
    if (count === 0) return { rev, config: joinConfig(body, []) };
    const keys = Array.from({ length: count }, (_, index) => KEY.configPart(projectId, index + 1));
    const found = await batchGet<ConfigPart>(keys.map((key) => ({ entityName: ENTITY.config, key })));
    const rest = keys.flatMap((key) => found.get(key) ?? []).filter((part) => part.rev === rev);
    if (rest.length === count)
      return {
        rev,
        config: joinConfig(
          body,
          rest.map((part) => part.body.types),
        ),
        parts: count,
      };
    first = await findFirst(projectId);
  }
  throw new StoreFault('unavailable');
}

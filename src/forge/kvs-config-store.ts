import { Filter, FilterConditions, kvs } from '@forge/kvs';

import type { ConfigStore, StoredConfig } from '../app/ports/config-store';
import type { HandoffType, ProjectConfig } from '../domain/type/handoff-type';
import type { PublishedType } from '../domain/type/published-type';
import type { StoredEvent } from '../domain/audit/event-chain';
import { batchGet } from './kvs-batch';
import { listKeys } from './list-keys';
import { readKvs, writeKvs } from './kvs-call';
import { ENTITY, KEY, KEY_PREFIX } from './kvs-keys';
import { requireSchema } from './require-schema';

/** Entity value of `project-config`. */
export interface ConfigEntity {
  readonly rev: number;
  readonly body: ProjectConfig;
}

/** Projects one slice of the search through everything looks at: each takes some calls, and a function has its time. */
const SLICE_PROJECTS = 10;

/** `ConfigStore` over custom entities: configuration, routes, version and events in one transaction, guarded by `rev`. */
export const kvsConfigStore: ConfigStore = {
  async find(projectId) {
    const entity = await readKvs(() => kvs.entity<ConfigEntity>(ENTITY.config).get(KEY.config(projectId)));
    return entity === undefined ? null : fromConfigEntity(entity);
  },

  async create(projectId, config) {
    await writeKvs(() =>
      kvs.entity<ConfigEntity>(ENTITY.config).set(KEY.config(projectId), { rev: 0, body: config }, { keyPolicy: 'FAIL_IF_EXISTS' }),
    );
  },

  async commit(change) {
    const { projectId, projectKey, expectedRev, config, gateRoutes, published, events, people } = change;
    const transaction = kvs
      .transact()
      .set(KEY.config(projectId), { rev: expectedRev + 1, body: config }, unchangedSince(expectedRev))
      .set(KEY.gateRoutes(projectKey), { projectId, body: gateRoutes }, { entityName: ENTITY.gateRoutes });
    if (published !== null) {
      transaction.set(
        KEY.typeVersion(projectId, published.typeId, published.version),
        { body: published },
        { entityName: ENTITY.typeVersion },
      );
    }
    for (const event of events) transaction.set(KEY.configEvent(projectId, event.seq), event, { entityName: ENTITY.event });
    for (const { accountId, reportAt } of people)
      transaction.set(KEY.person(accountId), { reportOn: 'on', reportAt }, { entityName: ENTITY.person });
    await writeKvs(() => transaction.execute());
  },

  async saveRoutes({ projectId, projectKey, rev, gateRoutes }) {
    const value = { projectId, body: gateRoutes };
    const transaction = kvs
      .transact()
      .check(KEY.config(projectId), unchangedSince(rev))
      .set(KEY.gateRoutes(projectKey), value, { entityName: ENTITY.gateRoutes });
    await writeKvs(() => transaction.execute());
  },

  async findTypeVersion(projectId, typeId, version) {
    const key = KEY.typeVersion(projectId, typeId, version);
    const entity = await readKvs(() => kvs.entity<{ readonly body: HandoffType }>(ENTITY.typeVersion).get(key));
    return entity?.body ?? null;
  },

  async listTypeVersions(projectId, types) {
    const keys = types.flatMap(({ typeId, version }) =>
      Array.from({ length: version }, (_, index) => KEY.typeVersion(projectId, typeId, index + 1)),
    );
    const found = await batchGet<{ readonly body: PublishedType }>(keys.map((key) => ({ entityName: ENTITY.typeVersion, key })));
    return keys.flatMap((key) => found.get(key)?.body ?? []);
  },

  async listEvents(projectId, lastSeq) {
    const keys = Array.from({ length: lastSeq }, (_, index) => KEY.configEvent(projectId, index + 1));
    const found = await batchGet<StoredEvent>(keys.map((key) => ({ entityName: ENTITY.event, key })));
    return keys.flatMap((key) => found.get(key) ?? []);
  },

  async commitErased({ projectId, expectedRev, config, versions, events }) {
    const transaction = kvs.transact().set(KEY.config(projectId), { rev: expectedRev + 1, body: config }, unchangedSince(expectedRev));
    for (const version of versions) {
      transaction.set(KEY.typeVersion(projectId, version.typeId, version.version), { body: version }, { entityName: ENTITY.typeVersion });
    }
    for (const event of events) transaction.set(KEY.configEvent(projectId, event.seq), event, { entityName: ENTITY.event });
    await writeKvs(() => transaction.execute());
  },

  async listAll(cursor) {
    const { ids, cursor: next } = await listKeys(ENTITY.config, { prefix: KEY_PREFIX.config, limit: SLICE_PROJECTS, cursor });
    return { projectIds: ids, cursor: next };
  },

  async findMany(projectIds) {
    const found = await batchGet<ConfigEntity>(projectIds.map((id) => ({ entityName: ENTITY.config, key: KEY.config(id) })));
    return new Map(
      projectIds.flatMap((id) => {
        const entity = found.get(KEY.config(id));
        return entity === undefined ? [] : [[id, requireSchema(entity.body)] as const];
      }),
    );
  },
};

/** The condition that nobody saved the configuration since this revision. */
function unchangedSince(rev: number) {
  return { entityName: ENTITY.config, conditions: new Filter<ConfigEntity>().and('rev', FilterConditions.equalTo(rev)) };
}

export function fromConfigEntity(entity: ConfigEntity): StoredConfig {
  return { rev: entity.rev, config: requireSchema(entity.body) };
}

import { Filter, FilterConditions, kvs } from '@forge/kvs';

import type { ConfigStore, StoredConfig } from '../app/ports/config-store';
import type { HandoffType, ProjectConfig } from '../domain/type/handoff-type';
import { batchGet } from './kvs-batch';
import { readKvs, writeKvs } from './kvs-call';
import { ENTITY, KEY } from './kvs-keys';
import { requireSchema } from './require-schema';

/** Entity value of `project-config`. */
export interface ConfigEntity {
  readonly rev: number;
  readonly body: ProjectConfig;
}

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
      .set(
        KEY.config(projectId),
        { rev: expectedRev + 1, body: config },
        {
          entityName: ENTITY.config,
          conditions: new Filter<ConfigEntity>().and('rev', FilterConditions.equalTo(expectedRev)),
        },
      )
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
    const unchanged = { entityName: ENTITY.config, conditions: new Filter<ConfigEntity>().and('rev', FilterConditions.equalTo(rev)) };
    const transaction = kvs
      .transact()
      .check(KEY.config(projectId), unchanged)
      .set(KEY.gateRoutes(projectKey), value, { entityName: ENTITY.gateRoutes });
    await writeKvs(() => transaction.execute());
  },

  async findTypeVersion(projectId, typeId, version) {
    const key = KEY.typeVersion(projectId, typeId, version);
    const entity = await readKvs(() => kvs.entity<{ readonly body: HandoffType }>(ENTITY.typeVersion).get(key));
    return entity?.body ?? null;
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

export function fromConfigEntity(entity: ConfigEntity): StoredConfig {
  return { rev: entity.rev, config: requireSchema(entity.body) };
}

import { Filter, FilterConditions, kvs } from '@forge/kvs';

import type { ConfigStore, StoredConfig } from '../app/ports/config-store';
import type { ProjectConfig } from '../domain/type/handoff-type';
import type { ConfigEntity } from './kvs-config-reader';
import { writeKvs } from './kvs-call';
import { ENTITY, KEY } from './kvs-keys';
import { splitConfig } from './split-config';

/** Most operations of one transaction (platform.md 4.1). */
const MAX_OPERATIONS = 25;

type Transaction = ReturnType<typeof kvs.transact>;

/** `ConfigStore` over custom entities: configuration, routes, version and events in one transaction, guarded by `rev`. */
export const kvsConfigStore: ConfigStore = {
  async create(projectId, config) {
    await writeKvs(() =>
      kvs.entity<ConfigEntity>(ENTITY.config).set(KEY.config(projectId), { rev: 0, body: config }, { keyPolicy: 'FAIL_IF_EXISTS' }),
    );
  },

  async commit(change) {
    const { projectId, projectKey, previous, config, gateRoutes, published, events, people } = change;
    const transaction = kvs.transact();
    const put = putConfig(transaction, projectId, previous, config);
    transaction.set(KEY.gateRoutes(projectKey), { projectId, body: gateRoutes }, { entityName: ENTITY.gateRoutes });
    if (published !== null) {
      transaction.set(
        KEY.typeVersion(projectId, published.typeId, published.version),
        { body: published },
        { entityName: ENTITY.typeVersion },
      );
    }
    for (const event of events) transaction.set(KEY.configEvent(projectId, event.seq), event, { entityName: ENTITY.event });
    const room = MAX_OPERATIONS - put.operations - 1 - (published === null ? 0 : 1) - events.length;
    await putPeople(transaction, people, room);
    await writeKvs(() => transaction.execute());
    return put.stored;
  },

  async saveRoutes({ projectId, projectKey, rev, gateRoutes }) {
    const value = { projectId, body: gateRoutes };
    const transaction = kvs
      .transact()
      .check(KEY.config(projectId), unchangedSince(rev))
      .set(KEY.gateRoutes(projectKey), value, { entityName: ENTITY.gateRoutes });
    await writeKvs(() => transaction.execute());
  },

  async commitErased({ projectId, previous, config, versions, events }) {
    const transaction = kvs.transact();
    const { stored } = putConfig(transaction, projectId, previous, config);
    for (const version of versions) {
      transaction.set(KEY.typeVersion(projectId, version.typeId, version.version), { body: version }, { entityName: ENTITY.typeVersion });
    }
    for (const event of events) transaction.set(KEY.configEvent(projectId, event.seq), event, { entityName: ENTITY.event });
    await writeKvs(() => transaction.execute());
    return stored;
  },
};

/** Every value of a configuration under its next revision, and away with those it no longer needs. */
function putConfig(
  transaction: Transaction,
  projectId: string,
  { rev, parts: before = 0 }: Pick<StoredConfig, 'rev' | 'parts'>,
  config: ProjectConfig,
): { readonly stored: StoredConfig; readonly operations: number } {
  const { first, rest } = splitConfig(config);
  const parts = rest.length;
  transaction.set(KEY.config(projectId), { rev: rev + 1, body: first }, unchangedSince(rev));
  rest.forEach((types, index) =>
    transaction.set(KEY.configPart(projectId, index + 1), { rev: rev + 1, body: { schema: 1, types } }, { entityName: ENTITY.config }),
  );
  for (let part = parts + 1; part <= before; part += 1) {
    transaction.delete(KEY.configPart(projectId, part), { entityName: ENTITY.config });
  }
  return { stored: { rev: rev + 1, config, ...(parts === 0 ? {} : { parts }) }, operations: 1 + Math.max(parts, before) };
}

/** Whom the weekly report is about is written first where the transaction has no room for all: to report somebody once too often is harmless. */
async function putPeople(transaction: Transaction, people: Parameters<ConfigStore['commit']>[0]['people'], room: number): Promise<void> {
  const put = (into: Transaction, { accountId, reportAt }: (typeof people)[number]): unknown =>
    into.set(KEY.person(accountId), { reportOn: 'on', reportAt }, { entityName: ENTITY.person });
  if (people.length <= room) {
    for (const person of people) put(transaction, person);
    return;
  }
  for (let start = 0; start < people.length; start += MAX_OPERATIONS) {
    const before = kvs.transact();
    for (const person of people.slice(start, start + MAX_OPERATIONS)) put(before, person);
    await writeKvs(() => before.execute());
  }
}

/** The condition that nobody saved the configuration since this revision. */
function unchangedSince(rev: number) {
  return { entityName: ENTITY.config, conditions: new Filter<ConfigEntity>().and('rev', FilterConditions.equalTo(rev)) };
}

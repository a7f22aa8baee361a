import { kvs } from '@forge/kvs';

import type { PersonSettings, ScreenStore } from '../app/ports/screen-store';
import { batchGet } from './kvs-batch';
import { readKvs, writeKvs } from './kvs-call';
import { readWhole, type ConfigEntity } from './kvs-config-reader';
import { ENTITY, KEY } from './kvs-keys';
import { fromRecordEntity, type RecordEntity } from './kvs-record-store';

interface SettingsEntity {
  readonly body: PersonSettings;
}

/** `ScreenStore`: record, configuration and the viewer's settings in one batch. */
export const kvsScreenStore: ScreenStore = {
  async read(issueId, projectId, accountId) {
    const keys = { record: KEY.record(issueId), config: KEY.config(projectId), settings: KEY.personSettings(accountId) };
    const found = await batchGet<unknown>([
      { entityName: ENTITY.record, key: keys.record },
      { entityName: ENTITY.config, key: keys.config },
      { entityName: ENTITY.personSettings, key: keys.settings },
    ]);
    const record = found.get(keys.record) as RecordEntity | undefined;
    const config = found.get(keys.config) as ConfigEntity | undefined;
    const settings = found.get(keys.settings) as SettingsEntity | undefined;
    return {
      stored: record === undefined ? null : fromRecordEntity(record),
      config: config === undefined ? null : await readWhole(projectId, config),
      settings: settings?.body ?? null,
    };
  },

  async findSettings(accountId) {
    const entity = await readKvs(() => kvs.entity<SettingsEntity>(ENTITY.personSettings).get(KEY.personSettings(accountId)));
    return entity?.body ?? null;
  },

  async saveSettings(accountId, settings) {
    await writeKvs(() => kvs.entity<SettingsEntity>(ENTITY.personSettings).set(KEY.personSettings(accountId), { body: settings }));
  },

  async saveOwnSettings(accountId, settings, reportAt) {
    const transaction = kvs
      .transact()
      .set(KEY.personSettings(accountId), { body: settings }, { entityName: ENTITY.personSettings })
      .set(KEY.person(accountId), { reportOn: 'on', reportAt }, { entityName: ENTITY.person });
    await writeKvs(() => transaction.execute());
  },
};

import { privacy } from '@forge/api';
import { kvs, Sort, WhereConditions } from '@forge/kvs';

import type { PersonalDataReporter, PersonStore } from '../app/ports/personal-data';
import type { PersonSettings } from '../app/ports/screen-store';
import { JiraFault } from '../app/ports/jira-fault';
import { readKvs, writeKvs } from './kvs-call';
import { ENTITY, KEY } from './kvs-keys';

interface PersonEntity {
  readonly reportOn: string;
  readonly reportAt: string;
}

/** What stands in the place of a former person's settings until the pseudonym stands everywhere. */
interface FormerEntity {
  readonly body: PersonSettings & { readonly formerSalt?: string };
}

/** Most accounts one report may name (platform.md 4.4). */
const REPORT_SIZE = 90;

const KEY_PREFIX = 'u:';

/** `PersonStore` over the index of `person`. */
export const kvsPersonStore: PersonStore = {
  async listDue(now) {
    const query = () =>
      kvs
        .entity<PersonEntity>(ENTITY.person)
        .query()
        .index('by-report', { partition: ['on'] })
        .where(WhereConditions.lessThanEqualTo(now))
        .sort(Sort.ASC)
        .limit(REPORT_SIZE)
        .getMany();
    const { results } = await readKvs(query);
    return results.map(({ key, value }) => ({ accountId: key.slice(KEY_PREFIX.length), reportAt: value.reportAt }));
  },

  async schedule(accountId, reportAt) {
    await writeKvs(() => kvs.entity<PersonEntity>(ENTITY.person).set(KEY.person(accountId), { reportOn: 'on', reportAt }));
  },

  async listAll(cursor) {
    const query = kvs
      .entity<PersonEntity>(ENTITY.person)
      .query()
      .index('by-report', { partition: ['on'] })
      .sort(Sort.ASC)
      .limit(REPORT_SIZE);
    const { results, nextCursor } = await readKvs(() => (cursor === null ? query : query.cursor(cursor)).getMany());
    const isOver = results.length === 0 || nextCursor === undefined || nextCursor === '';
    return { accountIds: results.map(({ key }) => key.slice(KEY_PREFIX.length)), cursor: isOver ? null : nextCursor };
  },

  async keepSalt(accountId, fresh) {
    const key = KEY.personSettings(accountId);
    const entity = await readKvs(() => kvs.entity<FormerEntity>(ENTITY.personSettings).get(key));
    const kept = entity?.body.formerSalt;
    if (kept !== undefined) return kept;
    const body: FormerEntity['body'] = { schema: 1, lastReceivers: {}, formerSalt: fresh };
    await writeKvs(() => kvs.entity<FormerEntity>(ENTITY.personSettings).set(key, { body }));
    return fresh;
  },

  async forget(accountId) {
    const transaction = kvs
      .transact()
      .delete(KEY.person(accountId), { entityName: ENTITY.person })
      .delete(KEY.personSettings(accountId), { entityName: ENTITY.personSettings });
    await writeKvs(() => transaction.execute());
  },
};

/** `PersonalDataReporter` over Atlassian's privacy API. */
export const privacyReporter: PersonalDataReporter = {
  async report(accounts) {
    try {
      return await privacy.reportPersonalData(accounts.map((account) => ({ ...account })));
    } catch (error) {
      throw new JiraFault('unavailable', [], error);
    }
  },
};

import { privacy } from '@forge/api';
import { kvs, Sort, WhereConditions } from '@forge/kvs';

import type { PersonalDataReporter, PersonStore } from '../app/ports/personal-data';
import { JiraFault } from '../app/ports/jira-fault';
import { readKvs, writeKvs } from './kvs-call';
import { ENTITY, KEY } from './kvs-keys';

interface PersonEntity {
  readonly reportOn: string;
  readonly reportAt: string;
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

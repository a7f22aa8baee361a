import { readJsonBody, toJsonAnswer, type RemoteService } from '../../remote/remote-call';
import type { JiraState } from '../jira/state/jira-state';
import { CLOSED_TEST_ACCOUNT_ID, MAX_ACCOUNTS_PER_REPORT } from './limits';

/**
 * The personal data report (`privacy.reportPersonalData` of @forge/api): 204 when nothing is to do, else the accounts
 * that were closed or changed. Needs the scope `report:personal-data`.
 */
export function makePrivacyService(state: JiraState, scopes: Set<string>): RemoteService {
  return (call) => {
    if (call.provider !== 'app' || !scopes.has('report:personal-data')) {
      return Promise.resolve(toJsonAnswer(403, { message: 'The scope report:personal-data is needed.' }));
    }
    const { accounts } = (readJsonBody(call.body) ?? {}) as { accounts?: { accountId: string; updatedAt: string }[] };
    if (!Array.isArray(accounts) || accounts.length > MAX_ACCOUNTS_PER_REPORT) {
      return Promise.resolve(toJsonAnswer(400, { message: `A report names at most ${MAX_ACCOUNTS_PER_REPORT} accounts.` }));
    }
    const closed = accounts.filter(
      ({ accountId }) => accountId === CLOSED_TEST_ACCOUNT_ID || state.users.find(accountId)?.active === false,
    );
    if (closed.length === 0) return Promise.resolve(toJsonAnswer(204));
    return Promise.resolve(toJsonAnswer(200, { accounts: closed.map(({ accountId }) => ({ accountId, status: 'closed' })) }));
  };
}

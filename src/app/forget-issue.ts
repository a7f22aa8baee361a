import type { AppPorts } from './ports/app-ports';
import { changeRecord } from './record/change-record';
import { toMirrorValue } from './record/mirror-value';

/** A deleted work item owes Jira nothing any more: nothing is sent or written for it. Lists show only what Jira shows, so they need no change. */
export async function forgetIssue(ports: Pick<AppPorts, 'records' | 'machine' | 'log'>, issueId: string): Promise<void> {
  await changeRecord(ports, {
    issueId,
    commandId: null,
    begin: null,
    plan: (found) => ({ events: [], beside: { outbox: { mirror: toMirrorValue(found), notices: {} } } }),
  });
}

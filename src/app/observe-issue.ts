import { findSidesOfDrafts } from './command/find-sides';
import { requestFollowUp } from './command/request-follow-up';
import { findMissedMove, planMove, type Move } from './command/observe-move';
import type { AppPorts } from './ports/app-ports';
import { JiraFault } from './ports/jira-fault';
import { changeRecord, NOTHING } from './record/change-record';

export type ObservePorts = Pick<AppPorts, 'records' | 'issues' | 'screens' | 'people' | 'queue' | 'machine' | 'log'>;

/**
 * Takes over what happened to a work item in Jira: a move offers or returns its handoff, a new key or project moves its projections. Only
 * for work items Baton has a record of; repeated, it has no further effect.
 *
 * @param move What an event told; null to find out by looking.
 */
export async function observeIssue(ports: ObservePorts, issueId: string, move: Move | null): Promise<void> {
  const known = await ports.records.find(issueId);
  if (known === null) return;
  const changed = await changeRecord(ports, {
    issueId,
    commandId: null,
    begin: null,
    known,
    plan: async (found) => {
      const issue = await findIssue(ports, issueId);
      if (issue === null) return NOTHING;
      const given = { machine: ports.machine, sides: await findSidesOfDrafts(ports, found) };
      return planMove(found, move ?? findMissedMove(found, issue, ports.machine.now()), issue, given);
    },
  });
  await requestFollowUp(ports, changed);
}

async function findIssue(ports: ObservePorts, issueId: string) {
  try {
    return await ports.issues.get('app', issueId);
  } catch (error) {
    if (error instanceof JiraFault && error.kind === 'notFound') return null;
    throw error;
  }
}

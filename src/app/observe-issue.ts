import { findBypassedType, type Move } from './command/find-bypass';
import { requestFollowUp } from './command/request-follow-up';
import { findMissedMove } from './command/find-missed-move';
import { planMove } from './command/observe-move';
import { emptyRecord } from '../domain/handoff/empty-record';
import type { AppPorts } from './ports/app-ports';
import type { JiraIssue } from './ports/issues';
import { JiraFault } from './ports/jira-fault';
import { changeRecord, NOTHING } from './record/change-record';
import { toSeen } from './record/issue-facts';

export type ObservePorts = Pick<
  AppPorts,
  'records' | 'configs' | 'issues' | 'screens' | 'people' | 'rules' | 'queue' | 'machine' | 'decide' | 'log'
>;

/**
 * Takes over what happened to a work item in Jira: a move offers or returns its handoff, or is kept as one without; a new key or project
 * moves its projections. Repeated, it has no further effect. A work item Baton has no record of gets one only for a move along an active
 * route.
 *
 * @param move What an event told; null to find out by looking.
 * @param projectId Project the event named; null when it did not.
 */
export async function observeIssue(
  ports: ObservePorts,
  issueId: string,
  move: Move | null,
  projectId: string | null = null,
): Promise<void> {
  const known = await ports.records.find(issueId);
  const begin = known === null && move !== null && projectId !== null ? await beginForBypass(ports, issueId, move, projectId) : null;
  if (known === null && begin === null) return;
  const changed = await changeRecord(ports, {
    issueId,
    commandId: null,
    begin,
    known,
    plan: async (found) => {
      const issue = await findIssue(ports, issueId);
      if (issue === null) return NOTHING;
      const findConfig = async () => (await ports.configs.find(issue.projectId))?.config ?? null;
      return planMove(ports, found, { move: move ?? findMissedMove(found, issue, ports.machine.now()), issue, findConfig });
    },
  });
  await requestFollowUp(ports, changed);
}

/** The record to begin for a move without a handoff; null, at the cost of one read, for every other move. */
async function beginForBypass(ports: ObservePorts, issueId: string, move: Move, projectId: string) {
  const config = (await ports.configs.find(projectId))?.config ?? null;
  const isOnRoute = config?.types.some(
    ({ current: { route }, switches }) =>
      switches.active && route.toStatusId === move.toStatusId && route.fromStatusIds.includes(move.fromStatusId),
  );
  const issue = isOnRoute === true ? await findIssue(ports, issueId) : null;
  if (issue === null || (await findBypassedType(ports, null, { move, issue, config })) === null) return null;
  return { record: emptyRecord(issue.id, issue.projectId), seen: { ...toSeen(issue, null, ports.machine.now()), status: null } };
}

async function findIssue(ports: ObservePorts, issueId: string): Promise<JiraIssue | null> {
  try {
    return await ports.issues.get('app', issueId);
  } catch (error) {
    if (error instanceof JiraFault && error.kind === 'notFound') return null;
    throw error;
  }
}

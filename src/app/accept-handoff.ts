import type { DecisionAnswer } from '../contract/bridge-contract';
import type { Command } from '../domain/handoff/command';
import { findLive } from './command/decide-on';
import { moveIssue } from './command/move-issue';
import { runCommand, type CommandPorts, type RanCommand } from './command/run-command';
import type { AppPorts, IssueCaller } from './ports/app-ports';
import { JiraFault } from './ports/jira-fault';
import { getPinnedType } from './record/stored-record';
import { AppError } from './app-error';
import { showScreen } from './screen/show-screen';

type AcceptPorts = CommandPorts & Pick<AppPorts, 'mover' | 'people'>;

/**
 * Signs a handoff off in one transaction; then makes the receiver the assignee and, for a type that opens at acceptance, tries the move.
 * Neither can undo the acceptance, and each failure shows.
 */
export async function acceptHandoff(
  ports: AcceptPorts,
  caller: IssueCaller,
  request: { readonly commandId: string; readonly command: Extract<Command, { type: 'accept' }> },
): Promise<DecisionAnswer> {
  const ran = await runCommand(ports, caller, { commandId: request.commandId, toCommand: () => request.command });
  const handoff = findLive(ran.stored, request.command.handoffId);
  if (ran.repeated || handoff === null) return { screen: await showScreen(ports, caller, ran), move: 'none', assignment: 'none' };
  const type = getPinnedType(ran.stored, handoff);
  const assignment = type.acceptAssigns && ran.issue.assignee?.accountId !== caller.accountId ? await assign(ports, ran, caller.accountId) : 'none';
  const opensNow = type.opensAt === 'acceptance' && ran.issue.statusId !== type.route.toStatusId;
  const move = opensNow ? await tryMove(ports, ran, type.route.toStatusId) : 'none';
  const statusId = move === 'moved' ? type.route.toStatusId : ran.issue.statusId;
  const statusName = move === 'moved' ? (ran.config?.statusNames?.[statusId] ?? '') : ran.issue.statusName;
  return { screen: await showScreen(ports, caller, { ...ran, issue: { ...ran.issue, statusId, statusName } }), move, assignment };
}

async function assign(ports: AcceptPorts, { issue }: RanCommand, accountId: string): Promise<DecisionAnswer['assignment']> {
  try {
    await ports.mover.assign(issue.id, accountId);
    return 'assigned';
  } catch (error) {
    if (!(error instanceof JiraFault)) throw error;
    ports.log.fault('accept.assign_failed', error);
    return 'failed';
  }
}

async function tryMove(ports: AcceptPorts, { issue }: RanCommand, toStatusId: string): Promise<DecisionAnswer['move']> {
  try {
    const { kind } = await moveIssue(ports, issue, toStatusId);
    return kind === 'refused' ? 'failed' : kind;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    ports.log.fault('accept.move_failed', error);
    return 'failed';
  }
}

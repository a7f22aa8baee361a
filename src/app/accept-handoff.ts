import type { DecisionAnswer } from '../contract/bridge-contract';
import type { Command } from '../domain/handoff/command';
import { findMoveToDo } from '../domain/handoff/move-to-do';
import { findLive } from './command/decide-on';
import { moveAlong } from './command/move-along';
import { runCommand, type CommandPorts, type RanCommand } from './command/run-command';
import type { AppPorts, IssueCaller } from './ports/app-ports';
import { JiraFault } from './ports/jira-fault';
import { getPinnedType } from './record/stored-record';
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
  // A repeated press finds it accepted; what the first one could not finish is made up for then.
  if (handoff?.acceptance?.by !== caller.accountId)
    return { screen: await showScreen(ports, caller, ran), move: 'none', assignment: 'none' };
  const type = getPinnedType(ran.stored, handoff);
  const assignment =
    type.acceptAssigns && ran.issue.assignee?.accountId !== caller.accountId ? await assign(ports, ran, caller.accountId) : 'none';
  const owed = findMoveToDo(handoff, type, ran.issue.statusId, ran.stored.seen.status);
  const { move, moved } = owed === null ? { move: 'none' as const, moved: ran } : await moveAlong(ports, ran, owed.toStatusIds);
  return { screen: await showScreen(ports, caller, moved), move, assignment };
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

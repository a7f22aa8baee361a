import type { DecisionAnswer } from '../contract/bridge-contract';
import type { Command } from '../domain/handoff/command';
import { findMoveToDo } from '../domain/handoff/move-to-do';
import { findLive } from './command/decide-on';
import { moveAlong } from './command/move-along';
import { runCommand, type CommandPorts } from './command/run-command';
import type { AppPorts, IssueCaller } from './ports/app-ports';
import { getPinnedType } from './record/stored-record';
import { showScreen } from './screen/show-screen';

type ReturnPorts = CommandPorts & Pick<AppPorts, 'mover' | 'people'>;

/**
 * Gives a handoff back in one transaction; then moves the work item back where a transition leads there (experience.md 3). A move that
 * does not happen undoes nothing, and shows.
 */
export async function returnHandoff(
  ports: ReturnPorts,
  caller: IssueCaller,
  request: { readonly commandId: string; readonly command: Extract<Command, { type: 'return' }> },
): Promise<DecisionAnswer> {
  const ran = await runCommand(ports, caller, { commandId: request.commandId, toCommand: () => request.command });
  const handoff = findLive(ran.stored, request.command.handoffId);
  const type = handoff === null ? null : getPinnedType(ran.stored, handoff);
  const owed = handoff === null || type === null ? null : findMoveToDo(handoff, type, ran.issue.statusId, ran.stored.seen.status);
  if (owed?.by !== caller.accountId) return { screen: await showScreen(ports, caller, ran), move: 'none', assignment: 'none' };
  const { move, moved } = await moveAlong(ports, ran, owed.toStatusIds);
  return { screen: await showScreen(ports, caller, moved), move, assignment: 'none' };
}

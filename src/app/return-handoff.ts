import type { DecisionAnswer } from '../contract/bridge-contract';
import type { Command } from '../domain/handoff/command';
import type { HandoffType } from '../domain/type/handoff-type';
import { AppError } from './app-error';
import { findLive } from './command/decide-on';
import { moveIssue } from './command/move-issue';
import { runCommand, type CommandPorts, type RanCommand } from './command/run-command';
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
  if (ran.repeated || handoff === null) return { screen: await showScreen(ports, caller, ran), move: 'none', assignment: 'none' };
  const type = getPinnedType(ran.stored, handoff);
  const stoodThere = type.opensAt === 'offer' && ran.issue.statusId === type.route.toStatusId;
  const moved = stoodThere ? await tryMoveBack(ports, ran, type) : { move: 'none' as const, statusId: ran.issue.statusId };
  const statusName = moved.statusId === ran.issue.statusId ? ran.issue.statusName : (ran.config?.statusNames?.[moved.statusId] ?? '');
  const screen = await showScreen(ports, caller, { ...ran, issue: { ...ran.issue, statusId: moved.statusId, statusName } });
  return { screen, move: moved.move, assignment: 'none' };
}

/** Tries the from-statuses of the route in their order: the first that one plain transition leads to. */
async function tryMoveBack(ports: ReturnPorts, { issue }: RanCommand, { route }: HandoffType): Promise<{ move: DecisionAnswer['move']; statusId: string }> {
  let move: DecisionAnswer['move'] = 'moveYourself';
  try {
    for (const fromStatusId of route.fromStatusIds) {
      const { kind } = await moveIssue(ports, issue, fromStatusId);
      if (kind === 'moved') return { move: 'moved', statusId: fromStatusId };
      if (kind === 'refused') move = 'failed';
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    ports.log.fault('return.move_failed', error);
    move = 'failed';
  }
  return { move, statusId: issue.statusId };
}

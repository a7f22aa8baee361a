import type { DecisionAnswer } from '../contract/bridge-contract';
import { findMoveToDo } from '../domain/handoff/move-to-do';
import { AppError } from './app-error';
import { findLive } from './command/decide-on';
import { moveAlong } from './command/move-along';
import { loadSettled, requireLicence, type CommandPorts } from './command/run-command';
import type { AppPorts, IssueCaller } from './ports/app-ports';
import { getPinnedType } from './record/stored-record';
import { showScreen } from './screen/show-screen';

/**
 * Tries the move again that a decision still owes, as whoever decided. Where it has happened meanwhile there is nothing to do, so it may
 * be asked for any number of times.
 *
 * @throws {AppError} FORBIDDEN for anybody else, NOT_FOUND for a handoff that is over.
 */
export async function retryMove(
  ports: CommandPorts & Pick<AppPorts, 'mover' | 'people'>,
  caller: IssueCaller,
  { handoffId }: { readonly handoffId: string },
): Promise<DecisionAnswer> {
  requireLicence(caller);
  const loaded = await loadSettled(ports, caller);
  const { stored, issue } = loaded;
  const handoff = findLive(stored, handoffId);
  if (stored === null || handoff === null) throw new AppError('NOT_FOUND');
  if ((handoff.acceptance ?? handoff.returns.at(-1))?.by !== caller.accountId) throw new AppError('FORBIDDEN');
  const owed = findMoveToDo(handoff, getPinnedType(stored, handoff), issue.statusId, stored.seen.status);
  if (owed === null) return { screen: await showScreen(ports, caller, loaded), move: 'none', assignment: 'none' };
  const { move, moved } = await moveAlong(ports, loaded, owed.toStatusIds);
  return { screen: await showScreen(ports, caller, moved), move, assignment: 'none' };
}

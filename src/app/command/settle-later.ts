import { AppError } from '../app-error';
import type { AppPorts } from '../ports/app-ports';
import { findMissedMove } from './find-missed-move';
import type { LoadedCase } from './load-case';

/**
 * `Settling` by the queue, for a list: what a move meant is found out beside it, and until then nothing is decided on a handoff that may stand
 * elsewhere by now. A list so needs nothing of what moves mean (decision 20).
 *
 * @throws {AppError} VERSION_CONFLICT where there was such a move: the next look shows what came of it.
 */
export async function settleLater(ports: Pick<AppPorts, 'queue' | 'machine' | 'log'>, loaded: LoadedCase): Promise<LoadedCase> {
  const { stored, issue } = loaded;
  if (stored === null || findMissedMove(stored, issue, ports.machine.now()) === null) return loaded;
  try {
    await ports.queue.push([{ kind: 'observe', issueId: issue.id }]);
  } catch (error) {
    ports.log.fault('queue.push_failed', error);
  }
  throw new AppError('VERSION_CONFLICT');
}

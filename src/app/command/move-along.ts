import type { DecisionAnswer } from '../../contract/bridge-contract';
import { AppError } from '../app-error';
import type { AppPorts } from '../ports/app-ports';
import type { LoadedCase } from './load-case';
import { moveIssue } from './move-issue';

/**
 * Moves the work item after a decision, as whoever decided: to the first of these statuses that one plain transition leads to. It undoes
 * nothing and never throws on Jira's account: what became of it is told, and the screen offers to try again.
 */
export async function moveAlong<Case extends LoadedCase>(
  ports: Pick<AppPorts, 'mover' | 'issues' | 'log'>,
  decided: Case,
  toStatusIds: readonly string[],
): Promise<{ readonly move: DecisionAnswer['move']; readonly moved: Case }> {
  const { issue, config } = decided;
  let move: DecisionAnswer['move'] = 'moveYourself';
  try {
    for (const statusId of toStatusIds) {
      const { kind } = await moveIssue(ports, issue, statusId);
      if (kind === 'refused') move = 'failed';
      if (kind === 'moved')
        return { move: 'moved', moved: { ...decided, issue: { ...issue, statusId, statusName: config?.statusNames?.[statusId] ?? '' } } };
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    ports.log.fault('decision.move_failed', error.cause ?? error);
    move = 'failed';
  }
  return { move, moved: decided };
}

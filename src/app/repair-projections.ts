import { toGateRoutes } from '../domain/gate/to-gate-routes';
import { findMissedMove, planMove } from './command/observe-move';
import type { AppPorts } from './ports/app-ports';
import { changeRecord } from './record/change-record';

/** Rebuilds a work item's gate view and rows from its record, under its present key (data-model.md, Repair). */
export async function repairRecord(ports: Pick<AppPorts, 'records' | 'issues' | 'machine' | 'log'>, issueId: string): Promise<void> {
  const issue = await ports.issues.get('app', issueId);
  await changeRecord(ports, {
    issueId,
    commandId: null,
    begin: null,
    plan: (found) => {
      const plan = planMove(found, findMissedMove(found, issue, ports.machine.now()), issue, ports.machine);
      const rowTimers = Object.fromEntries(found.record.handoffs.map(({ handoffId }) => [handoffId, null]));
      return { ...plan, rowTimers };
    },
  });
}

/** Rebuilds a project's gate routes from its configuration, under its present key; also for a project that was never turned on. */
export async function repairRoutes(ports: Pick<AppPorts, 'configs'>, projectId: string, projectKey: string): Promise<void> {
  const stored = await ports.configs.find(projectId);
  const gateRoutes = toGateRoutes(stored?.config ?? null, projectId);
  await ports.configs.saveRoutes({ projectId, projectKey, rev: stored?.rev ?? null, gateRoutes });
}

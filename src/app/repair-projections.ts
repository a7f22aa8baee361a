import { toGateRoutes } from '../domain/gate/to-gate-routes';
import { EMPTY_CONFIG } from '../domain/type/evolve-config';
import { findMissedMove } from './command/find-missed-move';
import { planMove } from './command/observe-move';
import { requestFollowUp } from './command/request-follow-up';
import type { AppPorts } from './ports/app-ports';
import type { StoredConfig } from './ports/config-store';
import { changeRecord } from './record/change-record';

/** Rebuilds a work item's gate view and rows from its record, under its present key (data-model.md, Repair). */
export async function repairRecord(
  ports: Pick<AppPorts, 'records' | 'configs' | 'issues' | 'screens' | 'people' | 'rules' | 'queue' | 'machine' | 'decide' | 'log'>,
  issueId: string,
): Promise<void> {
  const changed = await changeRecord(ports, {
    issueId,
    commandId: null,
    begin: null,
    plan: async (found) => {
      const issue = await ports.issues.get('app', issueId);
      const plan = await planMove(ports, found, {
        move: findMissedMove(found, issue, ports.machine.now()),
        issue,
        findConfig: async () => (await ports.configs.find(issue.projectId))?.config ?? null,
      });
      const rowTimers = Object.fromEntries(found.record.handoffs.map(({ handoffId }) => [handoffId, null]));
      return { ...plan, rowTimers };
    },
  });
  await requestFollowUp(ports, changed);
}

/**
 * Rebuilds a project's gate routes from its configuration, under its present key. A project that was never turned on gets an empty
 * configuration first: without a revision to compare, routes known to be empty could be written over those of an admin who turns Baton on
 * at the same moment, and its gate would stand open.
 *
 * @throws {StoreFault} `conflict` when somebody saved meanwhile: then the routes stand already, and a repeat finds them.
 */
export async function repairRoutes(ports: Pick<AppPorts, 'configs' | 'configStore'>, projectId: string, projectKey: string): Promise<void> {
  const { rev, config } = (await ports.configs.find(projectId)) ?? (await begin(ports, projectId));
  await ports.configStore.saveRoutes({ projectId, projectKey, rev, gateRoutes: toGateRoutes(config, projectId) });
}

async function begin(ports: Pick<AppPorts, 'configStore'>, projectId: string): Promise<StoredConfig> {
  await ports.configStore.create(projectId, EMPTY_CONFIG);
  return { rev: 0, config: EMPTY_CONFIG };
}

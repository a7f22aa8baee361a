import type { AppPorts } from '../ports/app-ports';
import { askJira } from '../jira-trouble';
import { changeRecord, type Plan } from '../record/change-record';
import type { StoredRecord } from '../record/stored-record';
import type { LoadedCase } from './load-case';
import { findMissedMove } from './find-missed-move';
import { planMove } from './observe-move';
import { requestFollowUp } from './request-follow-up';

type SettlePorts = Pick<AppPorts, 'records' | 'issues' | 'screens' | 'people' | 'rules' | 'queue' | 'machine' | 'decide' | 'log'>;

/** `Settling` at once: the move nobody told of is taken over before anything else happens. */
export async function settleNow(ports: SettlePorts, loaded: LoadedCase): Promise<LoadedCase> {
  const { stored } = loaded;
  if (stored === null || findMissedMove(stored, loaded.issue, ports.machine.now()) === null) return loaded;
  let { issue } = loaded;
  const plan = async (found: StoredRecord): Promise<Plan> => {
    issue = await askJira(ports.issues.get('user', issue.id));
    return planMove(ports, found, { move: findMissedMove(found, issue, ports.machine.now()), issue, findConfig: () => loaded.config });
  };
  const healed = await changeRecord(ports, { issueId: issue.id, commandId: null, begin: null, known: stored, plan });
  await requestFollowUp(ports, healed);
  return { ...loaded, issue, stored: healed.stored };
}

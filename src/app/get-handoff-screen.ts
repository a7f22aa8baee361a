import type { HandoffScreen } from '../contract/handoff-screen';
import { requireInProject, type LoadedCase } from './command/load-case';
import { readStore } from './store-trouble';
import { requestFollowUp } from './command/request-follow-up';
import { findMissedMove, planMove } from './command/observe-move';
import { askJira } from './jira-trouble';
import type { AppPorts, IssueCaller } from './ports/app-ports';
import { changeRecord } from './record/change-record';
import type { StoredRecord } from './record/stored-record';
import { showScreen } from './screen/show-screen';

type ScreenPorts = Pick<
  AppPorts,
  'screens' | 'records' | 'configs' | 'issues' | 'permissions' | 'people' | 'rules' | 'queue' | 'machine' | 'decide' | 'log'
>;

/**
 * The Handoff screen as its viewer may see it: storage, work item and edit right at once, then names; four calls (design.md 5).
 *
 * Opening it also repeats an offer that a lost event left out (design decision 6).
 */
export async function getHandoffScreen(ports: ScreenPorts, caller: IssueCaller): Promise<HandoffScreen> {
  const [read, issue, canEdit] = await Promise.all([
    readStore(ports.screens.read(caller.issueId, caller.projectId, caller.accountId)),
    askJira(ports.issues.get('user', caller.issueId)),
    askJira(ports.permissions.canEdit(caller.issueId)),
  ]);
  requireInProject(caller, issue.projectId);
  const config = issue.projectId === caller.projectId ? read.config : await readStore(ports.configs.find(issue.projectId));
  const shown: LoadedCase = { stored: read.stored, config: config?.config ?? null, issue, canEdit };
  const stored = caller.licensed ? await heal(ports, shown) : read.stored;
  return showScreen(ports, caller, { ...shown, stored }, read.settings);
}

/** Takes a move over that no event told of. Trouble with it is no trouble of the viewer: the schedule tries again. */
async function heal(ports: ScreenPorts, { stored, issue, config }: LoadedCase): Promise<StoredRecord | null> {
  if (stored === null || findMissedMove(stored, issue, ports.machine.now()) === null) return stored;
  try {
    const changed = await changeRecord(ports, {
      issueId: issue.id,
      commandId: null,
      begin: null,
      plan: async (found) => {
        const present = await ports.issues.get('user', issue.id);
        return planMove(ports, found, {
          move: findMissedMove(found, present, ports.machine.now()),
          issue: present,
          findConfig: () => config,
        });
      },
    });
    await requestFollowUp(ports, changed);
    return changed.stored;
  } catch (error) {
    ports.log.fault('heal.failed', error);
    return stored;
  }
}

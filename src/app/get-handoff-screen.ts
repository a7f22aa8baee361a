import type { HandoffScreen } from '../contract/handoff-screen';
import { AppError } from './app-error';
import { requireInProject, type LoadedCase, type Settling } from './command/load-case';
import { readStore } from './store-trouble';
import { askJira } from './jira-trouble';
import type { AppPorts, IssueCaller } from './ports/app-ports';
import { showScreen } from './screen/show-screen';

type ScreenPorts = Pick<
  AppPorts,
  'screens' | 'records' | 'configs' | 'issues' | 'permissions' | 'people' | 'queue' | 'machine' | 'decide' | 'log'
> &
  Settling;

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
  return showScreen(ports, caller, caller.licensed ? await heal(ports, shown) : shown, read.settings);
}

/**
 * Takes a move over that no event told of. Trouble with it is no trouble of the viewer: the schedule tries again. That somebody else is at
 * it, or the queue, is none at all.
 */
async function heal(ports: ScreenPorts, shown: LoadedCase): Promise<LoadedCase> {
  try {
    return await ports.settle(shown);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'VERSION_CONFLICT')) ports.log.fault('heal.failed', error);
    return shown;
  }
}

import type { AppSite } from './app-site';
import { HANDOFF_COMMANDS } from './fault-handoff-commands';
import type { Answer, FaultCommand } from './fault-press';
import type { Scene, SceneName } from './fault-scenes';
import { SETTINGS_COMMANDS } from './fault-settings-commands';

/** A move over Jira's REST API; where the work item already stands there, somebody's earlier try went through. */
function move(label: string, scene: SceneName): FaultCommand {
  const run = async (site: AppSite, { issueKey }: Scene): Promise<Answer> => {
    if ((await site.statusOf(issueKey)) === 'In QA') return { code: '204', says: '' };
    const { status, messages } = await site.move('sender', issueKey, 'In QA');
    return { code: String(status), says: messages.join(' ') };
  };
  return { name: label, presses: null, scene, kind: 'gate', run };
}

/** Every command over the bridge, and every way the gate can be asked. */
export const FAULT_COMMANDS: readonly FaultCommand[] = [
  ...HANDOFF_COMMANDS,
  ...SETTINGS_COMMANDS,
  move('the gate, nothing prepared', 'blank'),
  move('the gate, something left', 'draft'),
  move('the gate, complete', 'ready'),
  move('the gate, projections lost', 'unprojected'),
];

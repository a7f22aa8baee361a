import type { BridgeFunction } from '../../src/contract/bridge-contract';
import type { AppSite, Part, Place } from './app-site';
import type { Scene, SceneName } from './fault-scenes';

/** How a command ended for whoever gave it: `ok`, a code of the closed set, or for a move what Jira said. */
export interface Answer {
  readonly code: string;
  readonly says: string;
}

/** Where it shows what a command did: on a work item, in what people write down, in Jira's own administration, or in numbers. */
export type StoryKind = 'handoff' | 'settings' | 'site' | 'numbers' | 'gate';

/** A command as the matrix runs it. */
export interface FaultCommand {
  readonly name: string;
  /** The function of the bridge; null for a move in Jira. */
  readonly presses: BridgeFunction | null;
  readonly scene: SceneName;
  readonly kind: StoryKind;
  /**
   * Where `ok` does not say that it is done: `queued` has handed it to the queue, and fails where that cannot be reached; `healed` tries
   * by the way, and the schedule makes up for it. Absent: it is done.
   */
  readonly later?: 'queued' | 'healed';
  readonly run: (site: AppSite, scene: Scene) => Promise<Answer>;
}

/** Where pages of the project stand. */
export const PLACE = { projectKey: 'SHOP' };

/** The same id every time: a case sends its command twice, and the second must have no further effect. */
export const COMMAND_ID = 'fault-matrix-command';

/** Whose press of what. */
export interface Press {
  readonly part: Part;
  readonly name: BridgeFunction;
}

/** Presses it where its surface stands. */
export async function press(site: AppSite, { part, name }: Press, payload: object, { issueKey }: Scene): Promise<Answer> {
  const result = await site.call(part, name, payload, placeOf(name, issueKey));
  if (!result.ok) return { code: result.error.code, says: JSON.stringify(result.error) };
  const { outcome, jiraMessage } = result.value as { outcome?: string; jiraMessage?: string | null };
  return { code: outcome === 'refusedByJira' ? 'refusedByJira' : 'ok', says: outcome === 'refusedByJira' ? String(jiraMessage) : '' };
}

function placeOf(name: BridgeFunction, issueKey: string): Place {
  switch (name.split('.')[0]) {
    case 'settings':
    case 'project':
      return PLACE;
    case 'playbook':
    case 'admin':
      return {};
    default:
      return { issueKey };
  }
}

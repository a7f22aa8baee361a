import type { BridgeFunction } from '../../src/contract/bridge-contract';
import type { CallResult } from '../../src/contract/call';
import type { AppSite, Part, Place } from './app-site';
import type { Scene, SceneName } from './fault-scenes';

/** How a command ended for whoever gave it: `ok`, a code of the closed set, `notMoved`, or for a move what Jira said. */
export interface Answer {
  readonly code: string;
  readonly says: string;
}

/** Where it shows what a command did: in the record, beside it in Jira's status, in what people keep, in Jira's administration, in numbers. */
export type StoryKind = 'handoff' | 'move' | 'settings' | 'site' | 'numbers' | 'gate';

/** A command as the matrix runs it. */
export interface FaultCommand {
  readonly name: string;
  /** The function of the bridge; null for a move in Jira. */
  readonly presses: BridgeFunction | null;
  readonly scene: SceneName;
  readonly kind: StoryKind;
  /** `ok` does not say that it is done: the queue or the schedule does it. */
  readonly mayBeLate?: true;
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
  return toAnswer(await site.call(part, name, payload, placeOf(name, issueKey)));
}

/** What a call's result is to whoever made it. */
export function toAnswer(result: CallResult<unknown>): Answer {
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

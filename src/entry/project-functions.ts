import { getHealth } from '../app/get-health';
import { getProjectHome } from '../app/get-project-home';
import { getWaiting } from '../app/get-waiting';
import type { AppPorts } from '../app/ports/app-ports';
import type { OwnLists, WaitingLists } from '../app/ports/handoff-lists';
import type { ProjectReader } from '../app/ports/site';
import type { BridgeFunction } from '../contract/bridge-contract';
import * as payloads from '../contract/payloads';
import { waiting } from '../contract/waiting-payloads';
import { entry, type BridgeTable } from './bridge-entry';
import { ROW_FUNCTIONS, type HandoffPorts } from './row-functions';
import { toProjectCaller } from './trusted-context';

/** What the functions of the project page reach. */
export type ProjectPorts = HandoffPorts &
  Pick<AppPorts, 'summaries'> & { readonly lists: OwnLists & WaitingLists; readonly site: ProjectReader };

/** Functions of the project page: its lists, and the Handoff screen as it opens in a row of them. */
export const PROJECT_FUNCTIONS: BridgeTable<ProjectPorts, Extract<BridgeFunction, `project.${string}`> | keyof typeof ROW_FUNCTIONS> = {
  ...ROW_FUNCTIONS,
  'project.home': entry(payloads.nothing, (ports, context) => getProjectHome(ports, toProjectCaller(context))),
  'project.health': entry(payloads.nothing, (ports, context) => getHealth(ports, toProjectCaller(context))),
  'project.waiting': entry(waiting, (ports, context, query) => getWaiting(ports, toProjectCaller(context), query)),
};

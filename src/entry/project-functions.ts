import { getProjectHome } from '../app/get-project-home';
import type { AppPorts } from '../app/ports/app-ports';
import type { OwnLists } from '../app/ports/handoff-lists';
import type { ProjectReader } from '../app/ports/site';
import type { BridgeFunction } from '../contract/bridge-contract';
import * as payloads from '../contract/payloads';
import { entry, type BridgeTable } from './bridge-entry';
import { HANDOFF_FUNCTIONS, type HandoffPorts } from './handoff-functions';
import { toProjectCaller } from './trusted-context';

/** What the functions of the project page reach. */
export type ProjectPorts = HandoffPorts & Pick<AppPorts, 'summaries'> & { readonly lists: OwnLists; readonly site: ProjectReader };

/** Functions of the project page: its lists, and all of the Handoff screen, which opens in a row of them. */
export const PROJECT_FUNCTIONS: BridgeTable<ProjectPorts, Extract<BridgeFunction, `project.${string}`> | keyof typeof HANDOFF_FUNCTIONS> = {
  ...HANDOFF_FUNCTIONS,
  'project.home': entry(payloads.nothing, (ports, context) => getProjectHome(ports, toProjectCaller(context))),
};

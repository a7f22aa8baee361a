import { getProjectHome } from '../app/get-project-home';
import type { ActPorts } from '../app/act-on-handoff';
import type { AppPorts } from '../app/ports/app-ports';
import type { OwnLists } from '../app/ports/handoff-lists';
import type { ProjectReader } from '../app/ports/site';
import type { BridgeFunction } from '../contract/bridge-contract';
import * as payloads from '../contract/payloads';
import { entry, type BridgeTable } from './bridge-entry';
import { rate } from './plain-command';
import { toProjectCaller } from './trusted-context';

/** What the functions of the project page reach. */
export type ProjectPorts = ActPorts & Pick<AppPorts, 'summaries'> & { readonly lists: OwnLists; readonly site: ProjectReader };

/** Functions of the project page: its lists, and rating in a row of them. */
export const PROJECT_FUNCTIONS: BridgeTable<ProjectPorts, Extract<BridgeFunction, `project.${string}`> | 'handoff.rate'> = {
  'handoff.rate': rate,
  'project.home': entry(payloads.nothing, (ports, context) => getProjectHome(ports, toProjectCaller(context))),
};

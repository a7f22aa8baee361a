import { getGadgetHealth } from '../app/get-gadget-health';
import { listGadgetProjects } from '../app/list-gadget-projects';
import type { AppPorts } from '../app/ports/app-ports';
import type { ConfigHistory } from '../app/ports/config-store';
import type { WaitingLists } from '../app/ports/handoff-lists';
import type { BridgeFunction } from '../contract/bridge-contract';
import * as gadget from '../contract/gadget-payloads';
import { nothing } from '../contract/payload-parts';
import { entry, type BridgeTable } from './bridge-entry';

/** What the functions of the dashboard gadget reach. */
export type GadgetPorts = Pick<AppPorts, 'summaries' | 'site' | 'queue' | 'machine' | 'log'> & {
  readonly configs: ConfigHistory;
  readonly lists: WaitingLists;
};

/** Functions of the dashboard gadget. A dashboard stands in no project: each asks Jira what the person may see. */
export const GADGET_FUNCTIONS: BridgeTable<GadgetPorts, Extract<BridgeFunction, `gadget.${string}`>> = {
  'gadget.projects': entry(nothing, (ports) => listGadgetProjects(ports)),
  'gadget.health': entry(gadget.gadgetHealth, (ports, _context, payload) => getGadgetHealth(ports, payload)),
};

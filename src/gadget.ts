import Resolver from '@forge/resolver';

import { makeBridge } from './entry/bridge-entry';
import { GADGET_FUNCTIONS, type GadgetPorts } from './entry/gadget-functions';
import { eventQueue } from './forge/event-queue';
import { jiraSiteReader } from './forge/jira-site';
import { kvsConfigHistory } from './forge/kvs-config-reader';
import { kvsWaitingLists } from './forge/kvs-handoff-lists';
import { kvsDigestReader } from './forge/kvs-month-summaries';
import { consoleLog } from './forge/log-console';
import { nodeMachine } from './forge/node-machine';

/** Its adapters. They hold no data: a warm process serves many sites (platform.md 5). */
const PORTS: GadgetPorts = {
  configs: kvsConfigHistory,
  lists: kvsWaitingLists,
  summaries: kvsDigestReader,
  site: jiraSiteReader,
  queue: eventQueue,
  machine: nodeMachine,
  log: consoleLog,
};

const resolver = new Resolver();
for (const [name, handler] of makeBridge(GADGET_FUNCTIONS, PORTS)) resolver.define(name, handler);

/** The gadget on dashboards. */
export const bridge = resolver.getDefinitions();

import Resolver from '@forge/resolver';

import { makeBridge } from './entry/bridge-entry';
import { HANDOFF_FUNCTIONS } from './entry/handoff-functions';
import { handoffPorts } from './ports';

const resolver = new Resolver();
for (const [name, handler] of makeBridge(HANDOFF_FUNCTIONS, handoffPorts)) resolver.define(name, handler);

/** The Handoff screen on the work item. */
export const bridge = resolver.getDefinitions();

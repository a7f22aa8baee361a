import Resolver from '@forge/resolver';

import { makeBridge } from './entry/bridge-entry';
import { GADGET_FUNCTIONS } from './entry/gadget-functions';
import { gadgetPorts } from './ports';

const resolver = new Resolver();
for (const [name, handler] of makeBridge(GADGET_FUNCTIONS, gadgetPorts)) resolver.define(name, handler);

/** The gadget on dashboards. */
export const bridge = resolver.getDefinitions();

import Resolver from '@forge/resolver';

import { makeBridge } from './entry/bridge-entry';
import { PROJECT_FUNCTIONS } from './entry/project-functions';
import { projectPorts } from './ports';

const resolver = new Resolver();
for (const [name, handler] of makeBridge(PROJECT_FUNCTIONS, projectPorts)) resolver.define(name, handler);

/** The project page. */
export const bridge = resolver.getDefinitions();

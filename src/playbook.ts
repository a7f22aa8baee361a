import Resolver from '@forge/resolver';

import { makeBridge } from './entry/bridge-entry';
import { PLAYBOOK_FUNCTIONS } from './entry/playbook-functions';
import { playbookPorts } from './ports';

const resolver = new Resolver();
for (const [name, handler] of makeBridge(PLAYBOOK_FUNCTIONS, playbookPorts)) resolver.define(name, handler);

/** The playbook, a page of the site. */
export const bridge = resolver.getDefinitions();

import Resolver from '@forge/resolver';

import { makeBridge } from './entry/bridge-entry';
import { SETTINGS_FUNCTIONS } from './entry/settings-functions';
import { settingsPorts } from './ports';

const resolver = new Resolver();
for (const [name, handler] of makeBridge(SETTINGS_FUNCTIONS, settingsPorts)) resolver.define(name, handler);

/** The settings of a project, the pages of the workflow rule and the page for the Jira administrator. */
export const bridge = resolver.getDefinitions();

import type { BridgeFunction } from '../../src/contract/bridge-contract';
import { GADGET_FUNCTIONS } from '../../src/entry/gadget-functions';
import { HANDOFF_FUNCTIONS } from '../../src/entry/handoff-functions';
import { PLAYBOOK_FUNCTIONS } from '../../src/entry/playbook-functions';
import { PROJECT_FUNCTIONS } from '../../src/entry/project-functions';
import { SETTINGS_FUNCTIONS } from '../../src/entry/settings-functions';

/** Every function of the bridge, in no order of meaning. */
export const BRIDGE_FUNCTIONS = [
  ...new Set(
    [HANDOFF_FUNCTIONS, PROJECT_FUNCTIONS, PLAYBOOK_FUNCTIONS, SETTINGS_FUNCTIONS, GADGET_FUNCTIONS].flatMap((table) => Object.keys(table)),
  ),
] as readonly BridgeFunction[];

/**
 * Functions that write nothing, neither here nor in Jira; the access matrix holds them to it. What shows numbers may hand the queue a month
 * that is due to be made anew. `handoff.get` is not one: it takes over a move that no event told of.
 */
export const READS: readonly BridgeFunction[] = [
  'handoff.watch',
  'handoff.round',
  'handoff.times',
  'handoff.timeline',
  'people.find',
  'me.get',
  'project.home',
  'project.review',
  'project.health',
  'project.numberItems',
  'project.waiting',
  'settings.get',
  'settings.effect',
  'settings.versions',
  'settings.drafts',
  'settings.typesElsewhere',
  'settings.recogniseGroups',
  'settings.checkRules',
  'settings.numbersLeft',
  'settings.limits',
  'settings.coverage',
  'settings.testRun',
  'settings.recentItems',
  'settings.findPeople',
  'settings.audit',
  'settings.guides',
  'settings.guideVersions',
  'playbook.index',
  'playbook.page',
  'playbook.versions',
  'playbook.typeVersions',
  'playbook.home',
  'playbook.spotChecks',
  'gadget.projects',
  'gadget.health',
  'rule.explain',
  'admin.overview',
];

/** Every other one. */
export const WRITES: readonly BridgeFunction[] = BRIDGE_FUNCTIONS.filter((name) => !READS.includes(name));

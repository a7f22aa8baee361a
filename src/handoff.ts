import Resolver from '@forge/resolver';

import { settleNow } from './app/command/settle-now';
import { makeBridge } from './entry/bridge-entry';
import { HANDOFF_FUNCTIONS, type HandoffPorts } from './entry/handoff-functions';
import { decide } from './domain/handoff/decide-all';
import { eventQueue } from './forge/event-queue';
import { jiraIssueMover, jiraIssueReader } from './forge/jira-issues';
import { jiraPeopleReader, jiraPermissionChecker } from './forge/jira-people';
import { jiraRuleReader } from './forge/jira-site';
import { kvsConfigHistory } from './forge/kvs-config-reader';
import { kvsRecordHistory } from './forge/kvs-record-store';
import { kvsScreenStore } from './forge/kvs-screen-store';
import { consoleLog } from './forge/log-console';
import { nodeMachine } from './forge/node-machine';

const SETTLING = {
  records: kvsRecordHistory,
  screens: kvsScreenStore,
  issues: jiraIssueReader,
  people: jiraPeopleReader,
  rules: jiraRuleReader,
  queue: eventQueue,
  machine: nodeMachine,
  decide,
  log: consoleLog,
};

/** Its adapters. They hold no data: a warm process serves many sites (platform.md 5). */
const PORTS: HandoffPorts = {
  records: kvsRecordHistory,
  configs: kvsConfigHistory,
  screens: kvsScreenStore,
  issues: jiraIssueReader,
  mover: jiraIssueMover,
  permissions: jiraPermissionChecker,
  people: jiraPeopleReader,
  queue: eventQueue,
  machine: nodeMachine,
  decide,
  settle: (loaded) => settleNow(SETTLING, loaded),
  log: consoleLog,
};

const resolver = new Resolver();
for (const [name, handler] of makeBridge(HANDOFF_FUNCTIONS, PORTS)) resolver.define(name, handler);

/** The Handoff screen on the work item. */
export const bridge = resolver.getDefinitions();

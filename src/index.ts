import Resolver from '@forge/resolver';

import type { AppPorts } from './app/ports/app-ports';
import { makeBridge } from './entry/bridge';
import { handleProductEvent } from './entry/events';
import { runWork as consumeWork } from './entry/queue-consumer';
import { runPersonalDataReport, runSweep as sweepNow } from './entry/schedules';
import { validateTransition } from './entry/validator';
import { eventQueue } from './forge/event-queue';
import { jiraIssueMover, jiraIssueReader } from './forge/jira-issues';
import { jiraFieldMirror, jiraNotifier } from './forge/jira-outgoing';
import { jiraPeopleReader, jiraPermissionChecker } from './forge/jira-people';
import { jiraSiteAdmin, jiraSiteReader } from './forge/jira-site';
import { kvsConfigStore } from './forge/kvs-config-store';
import { kvsGateReader } from './forge/kvs-gate-reader';
import { kvsHandoffLists } from './forge/kvs-handoff-lists';
import { kvsMonthSummaries } from './forge/kvs-month-summaries';
import { kvsPersonStore, privacyReporter } from './forge/kvs-persons';
import { kvsRecordStore } from './forge/kvs-record-store';
import { kvsScreenStore } from './forge/kvs-screen-store';
import { consoleLog } from './forge/log-console';
import { nodeMachine } from './forge/node-machine';

/** Every port with its adapter. Adapters hold no data: a warm process serves many sites (platform.md 5). */
const ports: AppPorts = {
  records: kvsRecordStore,
  configs: kvsConfigStore,
  screens: kvsScreenStore,
  gate: kvsGateReader,
  lists: kvsHandoffLists,
  summaries: kvsMonthSummaries,
  persons: kvsPersonStore,
  reporter: privacyReporter,
  issues: jiraIssueReader,
  mover: jiraIssueMover,
  permissions: jiraPermissionChecker,
  people: jiraPeopleReader,
  notifier: jiraNotifier,
  mirror: jiraFieldMirror,
  site: jiraSiteReader,
  siteAdmin: jiraSiteAdmin,
  queue: eventQueue,
  machine: nodeMachine,
  log: consoleLog,
};

const resolver = new Resolver();
for (const [name, handler] of makeBridge(ports)) resolver.define(name, handler);

// Resolvers of all surfaces and of the rule's pages.
export const bridge = resolver.getDefinitions();

// The workflow validator.
export const gate = (payload: unknown, context: unknown) => validateTransition(ports, payload, context);

// Product events, schedules and the queue.
export const events = (event: unknown) => handleProductEvent(ports, event);
export const runSweep = () => sweepNow(ports);
export const reportPersonalData = () => runPersonalDataReport(ports);
export const runWork = (event: unknown) => consumeWork(ports, event);

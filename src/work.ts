import { handleProductEvent } from './entry/events';
import { runWork as consumeWork, type WorkPorts } from './entry/queue-consumer';
import { runSweep as sweepNow } from './entry/sweep-schedule';
import { decide } from './domain/handoff/decide-all';
import { eventQueue } from './forge/event-queue';
import { jiraIssueMover, jiraIssueReader } from './forge/jira-issues';
import { jiraFieldMirror, jiraNotifier } from './forge/jira-outgoing';
import { jiraPeopleReader } from './forge/jira-people';
import { jiraRuleReader } from './forge/jira-site';
import { kvsConfigReader } from './forge/kvs-config-reader';
import { kvsConfigStore } from './forge/kvs-config-store';
import { kvsHandoffLists } from './forge/kvs-handoff-lists';
import { kvsRecordHistory } from './forge/kvs-record-store';
import { kvsScreenStore } from './forge/kvs-screen-store';
import { consoleLog } from './forge/log-console';
import { nodeMachine } from './forge/node-machine';

/** Its adapters. They hold no data: a warm process serves many sites (platform.md 5). */
const PORTS: WorkPorts = {
  records: kvsRecordHistory,
  configs: kvsConfigReader,
  configStore: kvsConfigStore,
  screens: kvsScreenStore,
  lists: kvsHandoffLists,
  issues: jiraIssueReader,
  mover: jiraIssueMover,
  people: jiraPeopleReader,
  notifier: jiraNotifier,
  mirror: jiraFieldMirror,
  rules: jiraRuleReader,
  queue: eventQueue,
  machine: nodeMachine,
  decide,
  log: consoleLog,
};

/** Product events. */
export const events = (event: unknown) => handleProductEvent(PORTS, event);

/** The schedule that makes up for what was lost. */
export const runSweep = () => sweepNow(PORTS);

/** The queue of work on work items and gates. */
export const runWork = (event: unknown) => consumeWork(PORTS, event);

import { validateTransition } from './entry/validator';
import type { GatePorts } from './app/check-gate';
import { eventQueue } from './forge/event-queue';
import { jiraIssueReader } from './forge/jira-issues';
import { kvsConfigReader } from './forge/kvs-config-reader';
import { kvsGateReader } from './forge/kvs-gate-reader';
import { kvsRecordStore } from './forge/kvs-record-store';
import { consoleLog } from './forge/log-console';
import { nodeMachine } from './forge/node-machine';

/** Its adapters. They hold no data: a warm process serves many sites (platform.md 5). */
const PORTS: GatePorts = {
  records: kvsRecordStore,
  configs: kvsConfigReader,
  gate: kvsGateReader,
  issues: jiraIssueReader,
  queue: eventQueue,
  machine: nodeMachine,
  log: consoleLog,
};

/** The workflow validator: the one function somebody waits for at every move, so it loads nothing else. */
export const validate = (payload: unknown, context: unknown) => validateTransition(PORTS, payload, context);

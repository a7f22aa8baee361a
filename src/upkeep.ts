import { runPersonalDataReport } from './entry/report-schedule';
import { runUpkeep as consumeUpkeep, type UpkeepPorts } from './entry/upkeep-consumer';
import { eventQueue } from './forge/event-queue';
import { kvsConfigHistory } from './forge/kvs-config-reader';
import { kvsConfigStore } from './forge/kvs-config-store';
import { kvsHandoffLists } from './forge/kvs-handoff-lists';
import { kvsMonthSummaries } from './forge/kvs-month-summaries';
import { kvsPersonStore, privacyReporter } from './forge/kvs-persons';
import { kvsProjectDocuments } from './forge/kvs-project-documents';
import { kvsRecordHistory } from './forge/kvs-record-store';
import { kvsScreenStore } from './forge/kvs-screen-store';
import { consoleLog } from './forge/log-console';
import { nodeMachine } from './forge/node-machine';

/** Its adapters. They hold no data: a warm process serves many sites (platform.md 5). */
const PORTS: UpkeepPorts = {
  records: kvsRecordHistory,
  configs: kvsConfigHistory,
  configStore: kvsConfigStore,
  documents: kvsProjectDocuments,
  screens: kvsScreenStore,
  lists: kvsHandoffLists,
  summaries: kvsMonthSummaries,
  persons: kvsPersonStore,
  reporter: privacyReporter,
  queue: eventQueue,
  machine: nodeMachine,
  log: consoleLog,
};

/** The schedule that reports whose account ids are stored. */
export const reportPersonalData = () => runPersonalDataReport(PORTS);

/** The queue of upkeep: numbers, and people who left. */
export const runUpkeep = (event: unknown) => consumeUpkeep(PORTS, event);

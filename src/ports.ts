import type { GatePorts } from './app/check-gate';
import { settleLater } from './app/command/settle-later';
import { settleNow } from './app/command/settle-now';
import type { GadgetPorts } from './entry/gadget-functions';
import type { HandoffPorts } from './entry/handoff-functions';
import type { PlaybookPorts } from './entry/playbook-functions';
import type { ProjectPorts } from './entry/project-functions';
import type { WorkPorts } from './entry/queue-consumer';
import type { SettingsPorts } from './entry/settings-functions';
import type { UpkeepPorts } from './entry/upkeep-consumer';
import { decide } from './domain/handoff/decide-all';
import { decideInRow } from './domain/handoff/decide-in-row';
import { eventQueue } from './forge/event-queue';
import { jiraIssueMover, jiraIssueReader } from './forge/jira-issues';
import { jiraGroupReader } from './forge/jira-groups';
import { jiraFieldMirror, jiraNotifier } from './forge/jira-outgoing';
import { jiraPeopleReader, jiraPermissionChecker } from './forge/jira-people';
import { jiraRecentIssueReader } from './forge/jira-recent-issues';
import { jiraProjectReader, jiraRuleReader, jiraSiteAdmin, jiraSiteReader } from './forge/jira-site';
import { kvsConfigHistory, kvsConfigReader } from './forge/kvs-config-reader';
import { kvsConfigStore } from './forge/kvs-config-store';
import { kvsGateReader } from './forge/kvs-gate-reader';
import { kvsHandoffLists, kvsOpenLists, kvsProjectLists, kvsWaitingLists } from './forge/kvs-handoff-lists';
import { kvsDigestReader, kvsMonthSummaries } from './forge/kvs-month-summaries';
import { kvsPersonStore, privacyReporter } from './forge/kvs-persons';
import { kvsDocumentWriter, kvsProjectDocuments } from './forge/kvs-project-documents';
import { kvsRecordHistory, kvsRecordStore } from './forge/kvs-record-store';
import { kvsScreenStore } from './forge/kvs-screen-store';
import { consoleLog } from './forge/log-console';
import { nodeMachine } from './forge/node-machine';

/** Adapters of the workflow validator. Adapters hold no data: a warm process serves many sites (platform.md 5). */
export const gatePorts: GatePorts = {
  records: kvsRecordStore,
  configs: kvsConfigReader,
  gate: kvsGateReader,
  issues: jiraIssueReader,
  queue: eventQueue,
  machine: nodeMachine,
  log: consoleLog,
};

const settling = {
  records: kvsRecordStore,
  screens: kvsScreenStore,
  issues: jiraIssueReader,
  people: jiraPeopleReader,
  rules: jiraRuleReader,
  queue: eventQueue,
  machine: nodeMachine,
  decide,
  log: consoleLog,
};

/** Adapters of the Handoff screen. */
export const handoffPorts: HandoffPorts = {
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
  settle: (loaded) => settleNow(settling, loaded),
  log: consoleLog,
};

/** Adapters of the project page. */
export const projectPorts: ProjectPorts = {
  records: kvsRecordStore,
  configs: kvsConfigReader,
  screens: kvsScreenStore,
  documents: kvsDocumentWriter,
  lists: kvsProjectLists,
  summaries: kvsDigestReader,
  issues: jiraIssueReader,
  mover: jiraIssueMover,
  permissions: jiraPermissionChecker,
  people: jiraPeopleReader,
  site: jiraProjectReader,
  queue: eventQueue,
  machine: nodeMachine,
  decide: decideInRow,
  settle: (loaded) => settleLater({ queue: eventQueue, machine: nodeMachine, log: consoleLog }, loaded),
  log: consoleLog,
};

/** Adapters of the settings pages. */
export const settingsPorts: SettingsPorts = {
  gate: kvsGateReader,
  records: kvsRecordStore,
  issues: jiraIssueReader,
  configs: kvsConfigHistory,
  configStore: kvsConfigStore,
  documents: kvsProjectDocuments,
  lists: kvsOpenLists,
  recent: jiraRecentIssueReader,
  groups: jiraGroupReader,
  permissions: jiraPermissionChecker,
  people: jiraPeopleReader,
  site: jiraSiteReader,
  siteAdmin: jiraSiteAdmin,
  summaries: kvsDigestReader,
  queue: eventQueue,
  machine: nodeMachine,
  log: consoleLog,
};

/** Adapters of the playbook. */
export const playbookPorts: PlaybookPorts = {
  configs: kvsConfigHistory,
  documents: kvsProjectDocuments,
  records: kvsRecordStore,
  lists: kvsHandoffLists,
  issues: jiraIssueReader,
  permissions: jiraPermissionChecker,
  people: jiraPeopleReader,
  site: jiraSiteReader,
  summaries: kvsDigestReader,
  queue: eventQueue,
  machine: nodeMachine,
  log: consoleLog,
};

/** Adapters of the dashboard gadget. */
export const gadgetPorts: GadgetPorts = {
  configs: kvsConfigHistory,
  lists: kvsWaitingLists,
  summaries: kvsDigestReader,
  site: jiraSiteReader,
  queue: eventQueue,
  machine: nodeMachine,
  log: consoleLog,
};

/** Adapters of events, of the queue of work, and of the schedule beside it. */
export const workPorts: WorkPorts = {
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

/** Adapters of the queue of upkeep, and of the schedule beside it. */
export const upkeepPorts: UpkeepPorts = {
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

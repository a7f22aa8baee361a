import Resolver from '@forge/resolver';

import { makeBridge } from './entry/bridge-entry';
import { SETTINGS_FUNCTIONS, type SettingsPorts } from './entry/settings-functions';
import { eventQueue } from './forge/event-queue';
import { jiraDirectoryReader } from './forge/jira-directory';
import { jiraGroupReader } from './forge/jira-groups';
import { jiraIssueReader } from './forge/jira-issues';
import { jiraPeopleReader, jiraPermissionChecker } from './forge/jira-people';
import { jiraRecentIssueReader } from './forge/jira-recent-issues';
import { jiraSiteAdmin, jiraSiteReader } from './forge/jira-site';
import { kvsConfigHistory } from './forge/kvs-config-reader';
import { kvsConfigStore } from './forge/kvs-config-store';
import { kvsGateReader } from './forge/kvs-gate-reader';
import { kvsOpenLists } from './forge/kvs-handoff-lists';
import { kvsDigestReader } from './forge/kvs-month-summaries';
import { kvsProjectDocuments } from './forge/kvs-project-documents';
import { kvsRecordStore } from './forge/kvs-record-store';
import { consoleLog } from './forge/log-console';
import { nodeMachine } from './forge/node-machine';

/** Its adapters. They hold no data: a warm process serves many sites (platform.md 5). */
const PORTS: SettingsPorts = {
  gate: kvsGateReader,
  records: kvsRecordStore,
  issues: jiraIssueReader,
  configs: kvsConfigHistory,
  configStore: kvsConfigStore,
  documents: kvsProjectDocuments,
  lists: kvsOpenLists,
  recent: jiraRecentIssueReader,
  directory: jiraDirectoryReader,
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

const resolver = new Resolver();
for (const [name, handler] of makeBridge(SETTINGS_FUNCTIONS, PORTS)) resolver.define(name, handler);

/** The settings of a project, the pages of the workflow rule and the page for the Jira administrator. */
export const bridge = resolver.getDefinitions();

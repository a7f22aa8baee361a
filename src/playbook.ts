import Resolver from '@forge/resolver';

import { makeBridge } from './entry/bridge-entry';
import { PLAYBOOK_FUNCTIONS, type PlaybookPorts } from './entry/playbook-functions';
import { eventQueue } from './forge/event-queue';
import { jiraIssueReader } from './forge/jira-issues';
import { jiraPeopleReader, jiraPermissionChecker } from './forge/jira-people';
import { jiraSiteReader } from './forge/jira-site';
import { kvsConfigHistory } from './forge/kvs-config-reader';
import { kvsHandoffLists } from './forge/kvs-handoff-lists';
import { kvsDigestReader } from './forge/kvs-month-summaries';
import { kvsProjectDocuments } from './forge/kvs-project-documents';
import { kvsRecordStore } from './forge/kvs-record-store';
import { consoleLog } from './forge/log-console';
import { nodeMachine } from './forge/node-machine';

/** Its adapters. They hold no data: a warm process serves many sites (platform.md 5). */
const PORTS: PlaybookPorts = {
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

const resolver = new Resolver();
for (const [name, handler] of makeBridge(PLAYBOOK_FUNCTIONS, PORTS)) resolver.define(name, handler);

/** The playbook, a page of the site. */
export const bridge = resolver.getDefinitions();

import Resolver from '@forge/resolver';

import { settleLater } from './app/command/settle-later';
import { makeBridge } from './entry/bridge-entry';
import { PROJECT_FUNCTIONS, type ProjectPorts } from './entry/project-functions';
import { decideInRow } from './domain/handoff/decide-in-row';
import { eventQueue } from './forge/event-queue';
import { jiraIssueMover, jiraIssueReader } from './forge/jira-issues';
import { jiraPeopleReader, jiraPermissionChecker } from './forge/jira-people';
import { jiraProjectReader } from './forge/jira-site';
import { kvsConfigReader } from './forge/kvs-config-reader';
import { kvsProjectLists } from './forge/kvs-handoff-lists';
import { kvsDigestReader } from './forge/kvs-month-summaries';
import { kvsDocumentWriter } from './forge/kvs-project-documents';
import { kvsRecordStore } from './forge/kvs-record-store';
import { kvsScreenStore } from './forge/kvs-screen-store';
import { consoleLog } from './forge/log-console';
import { nodeMachine } from './forge/node-machine';

/** Its adapters. They hold no data: a warm process serves many sites (platform.md 5). */
const PORTS: ProjectPorts = {
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

const resolver = new Resolver();
for (const [name, handler] of makeBridge(PROJECT_FUNCTIONS, PORTS)) resolver.define(name, handler);

/** The project page. */
export const bridge = resolver.getDefinitions();

import type {
  IssueTypeRecord,
  ProjectRecord,
  RuleRecord,
  StatusRecord,
  TransitionRecord,
  WorkflowRecord,
} from '../services/jira/state/records';
import { ROLE_ACTORS, accountOf } from './people';

/** Statuses of company-managed projects, and those the team-managed project has for itself. */
export const STATUS = {
  toDo: '10000',
  inDevelopment: '10001',
  inQa: '10002',
  done: '10003',
  appToDo: '10010',
  appInDevelopment: '10011',
  appInQa: '10012',
  appDone: '10013',
} as const;

export const PROJECT = { shop: '10000', app: '10001', ops: '10002' } as const;

export const STATUSES: StatusRecord[] = [
  { id: STATUS.toDo, name: 'To Do', category: 'new', projectId: null },
  { id: STATUS.inDevelopment, name: 'In Development', category: 'indeterminate', projectId: null },
  { id: STATUS.inQa, name: 'In QA', category: 'indeterminate', projectId: null },
  { id: STATUS.done, name: 'Done', category: 'done', projectId: null },
  { id: STATUS.appToDo, name: 'To Do', category: 'new', projectId: PROJECT.app },
  { id: STATUS.appInDevelopment, name: 'In Development', category: 'indeterminate', projectId: PROJECT.app },
  { id: STATUS.appInQa, name: 'In QA', category: 'indeterminate', projectId: PROJECT.app },
  { id: STATUS.appDone, name: 'Done', category: 'done', projectId: PROJECT.app },
];

export const ISSUE_TYPES: IssueTypeRecord[] = [
  { id: '10001', name: 'Story', description: 'Something a user wants', subtask: false, projectId: null },
  { id: '10002', name: 'Task', description: 'A piece of work', subtask: false, projectId: null },
  { id: '10003', name: 'Bug', description: 'Something that is broken', subtask: false, projectId: null },
  { id: '10011', name: 'Task', description: 'A piece of work', subtask: false, projectId: PROJECT.app },
  { id: '10012', name: 'Bug', description: 'Something that is broken', subtask: false, projectId: PROJECT.app },
];

const GATE_MODULE = 'handoff-gate';

/** Ids of the demo's workflows. */
const WORKFLOW = {
  shop: 'b9f1c2d0-5e47-4a31-8c6d-10f2e3a4b501',
  app: 'b9f1c2d0-5e47-4a31-8c6d-10f2e3a4b502',
  ops: 'b9f1c2d0-5e47-4a31-8c6d-10f2e3a4b503',
} as const;

type FourStatuses = [toDo: string, inDevelopment: string, inQa: string, done: string];

const SHARED_STATUSES: FourStatuses = [STATUS.toDo, STATUS.inDevelopment, STATUS.inQa, STATUS.done];
const APP_STATUSES: FourStatuses = [STATUS.appToDo, STATUS.appInDevelopment, STATUS.appInQa, STATUS.appDone];

/** SHOP has both rules; APP has both too; OPS only the first, so its admin meets a block as soon as Baton is on. */
export const WORKFLOWS: WorkflowRecord[] = [
  workflow({ id: WORKFLOW.shop, name: 'Shop delivery workflow', projectId: null }, SHARED_STATUSES, ['prepared', 'accepted']),
  workflow({ id: WORKFLOW.app, name: 'Software workflow for project APP', projectId: PROJECT.app }, APP_STATUSES, ['prepared', 'accepted']),
  workflow({ id: WORKFLOW.ops, name: 'Operations workflow', projectId: null }, SHARED_STATUSES, ['prepared']),
];

export const PROJECTS: ProjectRecord[] = [
  project({
    id: PROJECT.shop,
    key: 'SHOP',
    name: 'Online shop',
    style: 'company-managed',
    workflowId: WORKFLOW.shop,
    issueTypeIds: ['10001', '10002', '10003'],
  }),
  project({
    id: PROJECT.app,
    key: 'APP',
    name: 'Mobile app',
    style: 'team-managed',
    workflowId: WORKFLOW.app,
    issueTypeIds: ['10011', '10012'],
  }),
  project({
    id: PROJECT.ops,
    key: 'OPS',
    name: 'Operations',
    style: 'company-managed',
    workflowId: WORKFLOW.ops,
    issueTypeIds: ['10002', '10003'],
  }),
];

function workflow(
  { id, name, projectId }: Pick<WorkflowRecord, 'id' | 'name' | 'projectId'>,
  statusIds: FourStatuses,
  requires: ('prepared' | 'accepted')[],
): WorkflowRecord {
  const [toDo, inDevelopment, inQa, done] = statusIds;
  const prepared = requires.includes('prepared') ? [rule(`${id.slice(-2)}1`, 'prepared')] : [];
  const accepted = requires.includes('accepted') ? [rule(`${id.slice(-2)}2`, 'accepted')] : [];
  const transitions: TransitionRecord[] = [
    { id: '1', name: 'Create', from: 'initial', to: toDo, screen: [], validators: [] },
    { id: '11', name: 'Start work', from: [toDo], to: inDevelopment, screen: [], validators: [] },
    { id: '21', name: 'Send to QA', from: [inDevelopment], to: inQa, screen: [], validators: prepared },
    { id: '31', name: 'Finish', from: [inQa], to: done, screen: [], validators: accepted },
    { id: '41', name: 'Back to development', from: [inQa], to: inDevelopment, screen: [], validators: [] },
    { id: '51', name: 'Reopen', from: [done], to: inDevelopment, screen: [], validators: [] },
    { id: '61', name: 'Stop work', from: [inDevelopment], to: toDo, screen: [], validators: [] },
  ];
  return { id, name, projectId, statusIds, transitions, versionNumber: 1 };
}

function rule(suffix: string, requires: 'prepared' | 'accepted'): RuleRecord {
  const configuration = JSON.stringify({ schema: 1, requires, mode: 'enforce', onFault: 'block' });
  return { id: `a1e4c7f0-2b58-4d93-8e61-000000000${suffix}`, moduleKey: GATE_MODULE, configuration, disabled: false, tag: null };
}

function project(facts: Pick<ProjectRecord, 'id' | 'key' | 'name' | 'style' | 'workflowId' | 'issueTypeIds'>): ProjectRecord {
  return { ...facts, leadId: accountOf('lena'), roleActors: ROLE_ACTORS, lastIssueNumber: 0 };
}

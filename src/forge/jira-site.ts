import { getAppContext, route } from '@forge/api';
import * as v from 'valibot';

import type {
  InstalledRule,
  ProjectReader,
  RuleReader,
  SiteAdmin,
  SiteProject,
  SiteReader,
  SiteStatus,
  SiteWorkflow,
} from '../app/ports/site';
import { JiraFault } from '../app/ports/jira-fault';
import { requestEffect, requestJson } from './jira-request';

const PAGE_SIZE = 50;

/** Pages read of any list at most. */
const MAX_PAGES = 20;

const project = v.object({
  id: v.string(),
  key: v.string(),
  name: v.string(),
  simplified: v.optional(v.boolean()),
  style: v.optional(v.string()),
});

const statusesByType = v.array(
  v.object({
    id: v.string(),
    name: v.string(),
    statuses: v.array(v.object({ id: v.string(), name: v.string(), statusCategory: v.optional(v.object({ key: v.string() })) })),
  }),
);

const fieldList = v.array(
  v.object({
    id: v.string(),
    name: v.string(),
    schema: v.optional(v.object({ type: v.string(), custom: v.optional(v.string(), '') })),
  }),
);

const roleList = v.array(v.object({ id: v.number(), name: v.string() }));

/** Fields nobody fills to hand work over: Jira sets them itself, or Baton's own mirror. */
const NOT_FILLABLE: readonly string[] = [
  'status',
  'issuetype',
  'project',
  'created',
  'updated',
  'creator',
  'comment',
  'worklog',
  'votes',
  'watches',
  'thumbnail',
  'summary',
  'issuekey',
  'attachment',
  'resolution',
  'resolutiondate',
  'lastViewed',
  'statuscategorychangedate',
];

async function getProject(projectId: string): Promise<SiteProject> {
  return toProject(await requestJson('user', route`/rest/api/3/project/${projectId}`, project));
}

/** As much of `SiteReader` as the project page needs, so that it does not load the rest. */
export const jiraProjectReader: ProjectReader = { getProject };

/** `SiteReader` as the person of this invocation. */
export const jiraSiteReader: SiteReader = {
  getProject,

  async listStatuses(projectId) {
    const types = await requestJson('user', route`/rest/api/3/project/${projectId}/statuses`, statusesByType);
    const statuses = new Map<string, SiteStatus>();
    for (const { id, name, statusCategory } of types.flatMap((type) => type.statuses))
      statuses.set(id, { id, name, category: toCategory(statusCategory?.key) });
    return { statuses: [...statuses.values()], workItemTypes: types.map(({ id, name }) => ({ id, name })) };
  },

  async listRoles(projectId) {
    const roles = await requestJson('user', route`/rest/api/3/project/${projectId}/roledetails`, roleList);
    return roles.map(({ id, name }) => ({ id: String(id), name }));
  },

  async listFields() {
    const fields = await requestJson('user', route`/rest/api/3/field`, fieldList);
    return fields
      .filter(({ id, schema }) => !NOT_FILLABLE.includes(id) && schema?.custom.includes('/static/handoff-') !== true)
      .map(({ id, name, schema }) => ({ id, name, holdsUser: schema?.type === 'user' }));
  },

  async listProjects() {
    return listPages(async (startAt) => {
      const query = new URLSearchParams({ startAt: String(startAt), maxResults: String(PAGE_SIZE) });
      const page = await requestJson('user', route`/rest/api/3/project/search?${query}`, pageOf(project));
      return { values: page.values.map(toProject), isLast: page.isLast };
    });
  },
};

function toProject({ id, key, name, simplified, style }: v.InferOutput<typeof project>): SiteProject {
  const isTeamManaged = simplified === true || style === 'next-gen';
  return { id, key, name, style: isTeamManaged ? 'team-managed' : 'company-managed' };
}

function toCategory(key: string | undefined): SiteStatus['category'] {
  if (key === 'done') return 'done';
  return key === 'new' ? 'new' : 'indeterminate';
}

const installedRules = v.object({
  workflowId: v.object({ name: v.string(), draft: v.optional(v.boolean(), false) }),
  validators: v.optional(
    v.array(
      v.object({
        id: v.string(),
        key: v.string(),
        configuration: v.object({ value: v.string(), disabled: v.optional(v.boolean(), false), tag: v.optional(v.string()) }),
        transition: v.optional(v.object({ id: v.number(), name: v.string() })),
      }),
    ),
    [],
  ),
});

const workflow = v.object({
  id: v.string(),
  name: v.string(),
  scope: v.optional(v.object({ type: v.string(), project: v.optional(v.object({ id: v.string() })) })),
  statuses: v.optional(v.array(v.object({ statusReference: v.string() })), []),
  transitions: v.optional(
    v.array(
      v.object({
        id: v.string(),
        name: v.string(),
        type: v.string(),
        toStatusReference: v.optional(v.string(), ''),
        links: v.optional(v.array(v.object({ fromStatusReference: v.optional(v.string()) })), []),
      }),
    ),
    [],
  ),
});

const workflowPage = v.object({
  values: v.array(workflow),
  isLast: v.optional(v.boolean(), true),
  statuses: v.optional(v.array(v.object({ id: v.string(), statusReference: v.string() })), []),
});

const usages = v.object({ projects: v.optional(v.object({ values: v.array(v.object({ id: v.string() })) })) });

async function listRules(): Promise<readonly InstalledRule[]> {
  const workflows = await listPages(async (startAt) => {
    const query = new URLSearchParams({
      types: 'validator',
      expand: 'transition',
      startAt: String(startAt),
      maxResults: String(PAGE_SIZE),
    });
    const page = await requestJson('app', route`/rest/api/3/workflow/rule/config?${query}`, pageOf(installedRules));
    return { values: page.values, isLast: page.isLast };
  });
  return workflows.flatMap(({ workflowId, validators }) =>
    validators.map(({ id, key, configuration, transition }): InstalledRule => ({
      ruleId: id,
      key,
      workflowName: workflowId.name,
      transition: transition === undefined ? null : { id: String(transition.id), name: transition.name },
      value: configuration.value,
      disabled: configuration.disabled,
    })),
  );
}

async function listWorkflows(): Promise<readonly SiteWorkflow[]> {
  const found = await listPages(async (startAt) => {
    const query = new URLSearchParams({ expand: 'values.transitions', startAt: String(startAt), maxResults: String(PAGE_SIZE) });
    const page = await requestJson('app', route`/rest/api/3/workflows/search?${query}`, workflowPage);
    const idOf = new Map(page.statuses.map(({ id, statusReference }) => [statusReference, id]));
    return {
      values: page.values.map((each) => ({ id: each.id, workflow: toWorkflow(each, (reference) => idOf.get(reference) ?? reference) })),
      isLast: page.isLast,
    };
  });
  return Promise.all(
    found.map(async ({ id, workflow: each }) => (each.projectIds === null ? { ...each, projectIds: await listUsages(id) } : each)),
  );
}

/** As much of `SiteAdmin` as observing a move needs, so that the surfaces of a handoff do not load the rest. */
export const jiraRuleReader: RuleReader = { listRules, listWorkflows };

/** `SiteAdmin` as the app, whose own rules these are; pinning as the person, who must be a Jira admin. */
export const jiraSiteAdmin: SiteAdmin = {
  listRules,
  async switchRules(rules, enabled) {
    const names = [...new Set(rules.map(({ workflowName }) => workflowName))];
    const body = {
      workflows: names.map((name) => ({
        workflowId: { name, draft: false },
        validators: rules
          .filter(({ workflowName }) => workflowName === name)
          .map(({ ruleId, key, value }) => ({ id: ruleId, key, configuration: { value, disabled: !enabled } })),
      })),
    };
    const errors = v.object({
      updateResults: v.array(
        v.object({
          updateErrors: v.optional(v.array(v.string()), []),
          ruleUpdateErrors: v.optional(v.record(v.string(), v.array(v.string())), {}),
        }),
      ),
    });
    const { updateResults } = await requestJson('app', route`/rest/api/3/workflow/rule/config`, errors, {
      method: 'PUT',
      body,
      repeatable: true,
    });
    const messages = updateResults.flatMap(({ updateErrors, ruleUpdateErrors }) => [
      ...updateErrors,
      ...Object.values(ruleUpdateErrors).flat(),
    ]);
    if (messages.length > 0) throw new JiraFault('refused', messages);
  },

  listWorkflows,

  async pinPanel(projectIds, pinned) {
    const { appAri, environmentAri } = getAppContext();
    await requestEffect('user', route`/rest/api/3/forge/panel/action/bulk/async`, {
      method: 'POST',
      repeatable: true,
      body: {
        moduleId: `ari:cloud:ecosystem::extension/${appAri.appId}/${environmentAri.environmentId}/static/handoff-panel`,
        projectList: projectIds.map((projectIdOrKey) => ({ action: pinned ? 'PIN' : 'UNPIN', projectIdOrKey })),
      },
    });
  },
};

function toWorkflow({ name, scope, transitions }: v.InferOutput<typeof workflow>, idOf: (reference: string) => string): SiteWorkflow {
  return {
    name,
    projectIds: scope?.type === 'PROJECT' && scope.project !== undefined ? [scope.project.id] : null,
    transitions: transitions
      .filter(({ type }) => type !== 'INITIAL')
      .map((each) => ({
        id: each.id,
        name: each.name,
        fromStatusIds:
          each.type === 'GLOBAL'
            ? []
            : each.links.flatMap(({ fromStatusReference }) => (fromStatusReference === undefined ? [] : [idOf(fromStatusReference)])),
        toStatusId: idOf(each.toStatusReference),
      })),
  };
}

async function listUsages(workflowId: string): Promise<readonly string[] | null> {
  try {
    const answer = await requestJson('app', route`/rest/api/3/workflow/${workflowId}/projectUsages?maxResults=200`, usages);
    return answer.projects?.values.map(({ id }) => id) ?? [];
  } catch (error) {
    if (error instanceof JiraFault && error.kind === 'notFound') return null;
    throw error;
  }
}

function pageOf<Schema extends v.GenericSchema>(value: Schema) {
  return v.object({ values: v.array(value), isLast: v.optional(v.boolean(), true) });
}

async function listPages<T>(read: (startAt: number) => Promise<{ values: readonly T[]; isLast: boolean }>): Promise<T[]> {
  const all: T[] = [];
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const { values, isLast } = await read(all.length);
    all.push(...values);
    if (isLast || values.length === 0) break;
  }
  return all;
}

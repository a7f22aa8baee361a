import { WORKFLOW_CATEGORY } from '../state/records';
import type { JiraParts } from '../jira-service';
import { forbidden, invalid, JiraError } from '../jira-error';
import { DEFAULT_RULE_PAGE } from '../limits';
import type { RestRoute } from '../rest-router';
import type { RuleRecord, TransitionRecord, WorkflowRecord } from '../state/records';
import { readList, readPage, toPage } from './paging';

interface RuleUpdate {
  id: string;
  configuration: { value: string; disabled?: boolean; tag?: string };
}

interface UpdateBody {
  workflows?: { workflowId: { name: string; draft?: boolean }; validators?: RuleUpdate[] }[];
}

/** Workflows and the app's own rules in them. */
export function workflowRoutes({ state, permissions, rules, shapes }: JiraParts): RestRoute[] {
  return [
    {
      method: 'GET',
      path: '/workflow/rule/config',
      scope: 'manage:jira-configuration',
      handle: ({ caller, query }) => {
        if (caller.kind !== 'app') throw forbidden('Only Connect and Forge apps can use this operation.');
        const types = readList(query, 'types');
        if (types.length === 0) throw invalid('The parameter types is required.');
        const keys = readList(query, 'keys');
        const names = readList(query, 'workflowNames');
        const withTransition = readList(query, 'expand').includes('transition');
        const wanted = state.workflows.list().filter(({ name }) => names.length === 0 || names.includes(name));
        const rows = wanted
          .map((workflow) => ({
            workflowId: toWorkflowId(workflow),
            postFunctions: [],
            conditions: [],
            validators: types.includes('validator') ? listRules(workflow, keys, withTransition) : [],
          }))
          .filter(({ validators }) => validators.length > 0);
        return { status: 200, body: { self: shapes.self('/workflow/rule/config'), ...toPage(rows, readPage(query, DEFAULT_RULE_PAGE)) } };
      },
    },
    {
      method: 'PUT',
      path: '/workflow/rule/config',
      scope: 'manage:jira-configuration',
      handle: ({ caller, body }) => {
        if (caller.kind !== 'app') throw forbidden('Only Connect and Forge apps can use this operation.');
        const { workflows = [] } = (body ?? {}) as UpdateBody;
        const updateResults = workflows.map(({ workflowId, validators = [] }) => {
          const workflow = state.workflows.list().find(({ name }) => name === workflowId.name);
          if (workflow === undefined) return { workflowId, ruleUpdateErrors: {}, updateErrors: ['The workflow was not found.'] };
          const errors = validators.flatMap(({ id, configuration }) => {
            try {
              rules.edit(caller, workflow.id, id, {
                configuration: configuration.value,
                disabled: configuration.disabled ?? false,
                tag: configuration.tag ?? null,
              });
              return [];
            } catch (error) {
              if (!(error instanceof JiraError)) throw error;
              return [[id, error.errorMessages] as const];
            }
          });
          return { workflowId, ruleUpdateErrors: Object.fromEntries(errors), updateErrors: [] };
        });
        return { status: 200, body: { updateResults } };
      },
    },
    {
      method: 'GET',
      path: '/workflows/search',
      scope: 'manage:jira-configuration',
      handle: ({ caller, query }) => {
        if (!permissions.isJiraAdmin(caller)) throw forbidden('Administer Jira is needed to search workflows.');
        const text = (query.get('queryString') ?? '').toLowerCase();
        const found = state.workflows.list().filter(({ name }) => name.toLowerCase().includes(text));
        const statusIds = [...new Set(found.flatMap(({ statusIds }) => statusIds))];
        return {
          status: 200,
          body: {
            ...toPage(found.map(toDocument), readPage(query)),
            statuses: statusIds.map((id) => {
              const { name, category } = state.statuses.get(id);
              return { id, name, statusReference: id, statusCategory: WORKFLOW_CATEGORY[category] };
            }),
          },
        };
      },
    },
    {
      method: 'GET',
      path: '/workflow/{id}/projectUsages',
      scope: 'manage:jira-configuration',
      handle: ({ caller }, { id = '' }) => {
        if (!permissions.isJiraAdmin(caller)) throw forbidden('Administer Jira is needed to see where workflows are used.');
        const projects = state.projectsOfWorkflow(id).map((project) => ({ id: project.id }));
        return { status: 200, body: { workflowId: id, projects: { values: projects } } };
      },
    },
  ];
}

function toWorkflowId({ name }: WorkflowRecord): { name: string; draft: boolean } {
  return { name, draft: false };
}

function listRules(workflow: WorkflowRecord, keys: string[], withTransition: boolean): object[] {
  return workflow.transitions.flatMap((transition) =>
    transition.validators
      .filter(({ moduleKey }) => keys.length === 0 || keys.includes(moduleKey))
      .map((rule) => toRule(rule, withTransition ? transition : null)),
  );
}

function toRule({ id, moduleKey, configuration, disabled, tag }: RuleRecord, transition: TransitionRecord | null): object {
  return {
    id,
    key: moduleKey,
    configuration: { value: configuration, disabled, ...(tag === null ? {} : { tag }) },
    ...(transition === null ? {} : { transition: { id: Number(transition.id), name: transition.name } }),
  };
}

/** The form of Jira's newer workflow API: statuses by reference, links for where a transition starts. */
function toDocument(workflow: WorkflowRecord): object {
  return {
    id: workflow.id,
    name: workflow.name,
    description: '',
    isEditable: true,
    scope: workflow.projectId === null ? { type: 'GLOBAL' } : { type: 'PROJECT', project: { id: workflow.projectId } },
    version: { id: workflow.id, versionNumber: workflow.versionNumber },
    statuses: workflow.statusIds.map((id) => ({ statusReference: id, deprecated: false, properties: {} })),
    transitions: workflow.transitions.map((transition) => ({
      id: transition.id,
      name: transition.name,
      type: transition.from === 'initial' ? 'INITIAL' : transition.from === 'any' ? 'GLOBAL' : 'DIRECTED',
      toStatusReference: transition.to,
      links: Array.isArray(transition.from) ? transition.from.map((id) => ({ fromStatusReference: id })) : [],
      validators: transition.validators.map((rule) => ({
        id: rule.id,
        ruleKey: 'forge:expression-validator',
        parameters: { key: rule.moduleKey, config: rule.configuration, disabled: String(rule.disabled) },
      })),
      actions: [],
      properties: {},
    })),
  };
}

import { WORKFLOW_CATEGORY } from '../services/jira/state/records';
import type { AppModule } from '../runtime/app-manifest';
import { RuleConfiguration } from '../services/jira/operations/rule-configuration';
import { asPerson } from '../services/jira/state/caller';
import type { JiraState } from '../services/jira/state/jira-state';
import type { Permissions } from '../services/jira/state/permissions';
import type { IssueRecord, ProjectRecord, TransitionRecord, WorkflowRecord } from '../services/jira/state/records';
import type { FramePlace } from '../site';

/** Id of the one dashboard everybody has. */
const DASHBOARD_ID = '10000';

/** Kind of place each module type is shown in. */
const PLACE_OF_TYPE: Record<string, FramePlace['kind']> = {
  'jira:issuePanel': 'issue',
  'jira:issueContext': 'issue',
  'jira:projectPage': 'project',
  'jira:projectSettingsPage': 'projectSettings',
  'jira:adminPage': 'admin',
  'jira:globalPage': 'global',
  'jira:dashboardGadget': 'gadget',
  'jira:workflowValidator': 'rule',
};

/** Works out what the platform vouches for when a module is opened somewhere, and who it would open it for. */
export class ModulePlaces {
  constructor(
    private readonly state: JiraState,
    private readonly permissions: Permissions,
    private readonly rules: RuleConfiguration,
  ) {}

  /** Whether the platform would render the module there for this person. */
  mayOpen(accountId: string, module: AppModule, place: FramePlace): boolean {
    if (PLACE_OF_TYPE[module.type] !== place.kind) return false;
    const caller = asPerson(accountId);
    switch (place.kind) {
      case 'issue':
        return this.permissions.findIssue(caller, place.issueKey) !== null;
      case 'project':
        return this.permissions.findProject(caller, place.projectKey) !== null;
      case 'projectSettings': {
        const project = this.permissions.findProject(caller, place.projectKey);
        return project !== null && this.permissions.has(caller, project, 'ADMINISTER_PROJECTS');
      }
      case 'admin':
        return this.permissions.isJiraAdmin(caller);
      case 'global':
        return true;
      case 'gadget': {
        const gadget = this.state.gadgets.find(place.gadgetId);
        return gadget?.accountId === accountId && gadget.moduleKey === module.key;
      }
      case 'rule': {
        const workflow = this.state.workflows.find(place.workflowId);
        return workflow !== null && this.rules.mayEdit(caller, workflow);
      }
    }
  }

  /**
   * `context.extension` of a module in a place, whoever asks.
   *
   * @returns `null` when the place does not exist.
   */
  findExtension(module: AppModule, place: FramePlace): Record<string, unknown> | null {
    switch (place.kind) {
      case 'issue':
        return this.issueExtension(module, this.state.findIssue(place.issueKey));
      case 'project':
      case 'projectSettings': {
        const project = this.state.findProject(place.projectKey);
        return project === null ? null : { type: module.type, project: toProject(project), location: `/jira/projects/${project.key}` };
      }
      case 'admin':
      case 'global':
        return { type: module.type };
      case 'gadget':
        return {
          type: module.type,
          dashboard: { id: DASHBOARD_ID },
          gadget: { id: place.gadgetId },
          gadgetConfiguration: this.state.gadgets.find(place.gadgetId)?.configuration ?? {},
          location: '/jira/dashboards',
          ...(place.page === 'edit' ? { entryPoint: 'edit' } : {}),
        };
      case 'rule':
        return this.ruleExtension(module, place);
    }
  }

  private issueExtension(module: AppModule, issue: IssueRecord | null): Record<string, unknown> | null {
    if (issue === null) return null;
    const type = this.state.issueTypes.get(issue.issueTypeId);
    return {
      type: module.type,
      issue: { id: issue.id, key: issue.key, type: type.name, typeId: type.id },
      project: toProject(this.state.projects.get(issue.projectId)),
      isNewToIssue: false,
      location: `/browse/${issue.key}`,
    };
  }

  private ruleExtension(module: AppModule, place: Extract<FramePlace, { kind: 'rule' }>): Record<string, unknown> | null {
    const workflow = this.state.workflows.find(place.workflowId);
    const transition = workflow?.transitions.find(({ id }) => id === place.transitionId);
    if (workflow === null || transition === undefined) return null;
    const rule = transition.validators.find(({ id }) => id === place.ruleId);
    return {
      type: module.type,
      entryPoint: place.page,
      isNewEditor: true,
      workflowId: workflow.id,
      workflowName: workflow.name,
      ...(workflow.projectId === null ? {} : { scopedProjectId: workflow.projectId }),
      transitionContext: this.toTransitionContext(workflow, transition),
      ...(rule === undefined ? {} : { validatorConfig: parseJson(rule.configuration) }),
    };
  }

  private toTransitionContext(workflow: WorkflowRecord, { id, from, to }: TransitionRecord): Record<string, unknown> {
    const toStatus = (statusId: string | undefined) => {
      const status = statusId === undefined ? null : this.state.statuses.get(statusId);
      const category = status === null ? null : WORKFLOW_CATEGORY[status.category];
      return status === null ? null : { id: status.id, name: status.name, statusCategory: category, description: '' };
    };
    const [firstFrom] = from === 'any' || from === 'initial' ? [] : from;
    return { id, from: toStatus(firstFrom), to: toStatus(workflow.statusIds.includes(to) ? to : undefined) };
  }
}

/** What a caller of `/_local/invoke` means with its short context, for a module of this type. */
export function toFramePlace(module: AppModule, given: Record<string, unknown>): FramePlace | null {
  const text = (name: string): string => (typeof given[name] === 'string' ? given[name] : '');
  switch (PLACE_OF_TYPE[module.type]) {
    case 'issue':
      return { kind: 'issue', issueKey: text('issueKey') };
    case 'project':
      return { kind: 'project', projectKey: text('projectKey') };
    case 'projectSettings':
      return { kind: 'projectSettings', projectKey: text('projectKey') };
    case 'admin':
      return { kind: 'admin' };
    case 'global':
      return { kind: 'global' };
    case 'gadget':
      return { kind: 'gadget', gadgetId: text('gadgetId'), page: text('page') === 'edit' ? 'edit' : 'view' };
    case 'rule': {
      const page = text('page');
      return {
        kind: 'rule',
        workflowId: text('workflowId'),
        transitionId: text('transitionId'),
        page: page === 'edit' || page === 'view' ? page : 'create',
        ...(text('ruleId') === '' ? {} : { ruleId: text('ruleId') }),
      };
    }
    default:
      return null;
  }
}

function toProject({ id, key, style }: ProjectRecord): Record<string, unknown> {
  return { id, key, type: 'software', style };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

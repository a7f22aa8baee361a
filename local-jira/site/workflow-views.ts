import { runInNewContext } from 'node:vm';

import type { JiraParts } from '../services/jira/jira-service';
import type { Caller } from '../services/jira/state/caller';
import type { RuleRecord, TransitionRecord, WorkflowRecord } from '../services/jira/state/records';
import type { WorkflowCard, WorkflowRuleView, WorkflowTransitionView, WorkflowView } from '../site';
import type { AppModules } from './app-modules';
import type { SiteViews } from './site-views';

/** Time a description's expression may take, in ms; Jira stops expressions by steps. */
const EXPRESSION_TIMEOUT_MS = 50;

/** Turns workflows into what the editor page shows. */
export class WorkflowViews {
  constructor(
    private readonly parts: JiraParts,
    private readonly views: SiteViews,
    private readonly modules: AppModules,
  ) {}

  /** Those the person may edit, and those of projects the person runs, to look at. */
  list(caller: Caller): WorkflowRecord[] {
    const { state, permissions, rules } = this.parts;
    return state.workflows
      .list()
      .filter(
        (workflow) =>
          rules.mayEdit(caller, workflow) ||
          state.projectsOfWorkflow(workflow.id).some((project) => permissions.has(caller, project, 'ADMINISTER_PROJECTS')),
      );
  }

  card({ id, name, projectId }: WorkflowRecord): WorkflowCard {
    const projectKeys = this.parts.state.projectsOfWorkflow(id).map(({ key }) => key);
    return { id, name, style: projectId === null ? 'company-managed' : 'team-managed', projectKeys };
  }

  view(caller: Caller, workflow: WorkflowRecord): WorkflowView {
    const card = this.card(workflow);
    const validators = this.modules
      .list('jira:workflowValidator')
      .filter(({ raw }) => ((raw['projectTypes'] as string[] | undefined) ?? ['company-managed']).includes(card.style));
    return {
      ...card,
      statuses: workflow.statusIds.map((id) => this.views.status(id)),
      transitions: workflow.transitions.map((transition) => this.transition(transition)),
      validators: validators.map(({ key, title, description }) => ({ moduleKey: key, name: title, description })),
      mayEdit: this.parts.rules.mayEdit(caller, workflow),
    };
  }

  private transition({ id, name, from, to, validators }: TransitionRecord): WorkflowTransitionView {
    return {
      id,
      name,
      from: from === 'initial' ? null : from === 'any' ? [] : from.map((statusId) => this.views.status(statusId)),
      to: this.views.status(to),
      rules: validators.map((rule) => this.rule(rule)),
    };
  }

  private rule({ id, moduleKey, configuration, disabled }: RuleRecord): WorkflowRuleView {
    const module = this.modules.find(moduleKey);
    const expression = (module?.raw['configurationDescription'] as { expression?: string } | undefined)?.expression;
    return {
      ruleId: id,
      moduleKey,
      name: module?.title ?? moduleKey,
      description: expression === undefined ? '' : evaluate(expression, configuration),
      configuration,
      disabled,
    };
  }
}

/** What an expression over `config` says; empty when it fails, as Jira then shows nothing. */
function evaluate(expression: string, configuration: string): string {
  try {
    const config: unknown = JSON.parse(configuration);
    const value: unknown = runInNewContext(expression, { config }, { timeout: EXPRESSION_TIMEOUT_MS });
    return typeof value === 'string' ? value : '';
  } catch {
    return '';
  }
}

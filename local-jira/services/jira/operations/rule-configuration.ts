import { forbidden, invalid, JiraError } from '../jira-error';
import { MAX_RULE_CONFIGURATION_BYTES } from '../limits';
import type { NewRule } from '../../../site';
import type { Caller } from '../state/caller';
import type { JiraState } from '../state/jira-state';
import type { Permissions } from '../state/permissions';
import type { RuleRecord, TransitionRecord, WorkflowRecord } from '../state/records';

/** Adds, changes and removes the app's validators on transitions, as the workflow editor and the rules route do. */
export class RuleConfiguration {
  constructor(
    private readonly state: JiraState,
    private readonly permissions: Permissions,
  ) {}

  /** Company-managed workflows belong to Jira admins, a team-managed project's own one to its admins. */
  mayEdit(caller: Caller, workflow: WorkflowRecord): boolean {
    if (workflow.projectId === null) return this.permissions.isJiraAdmin(caller);
    return this.permissions.has(caller, this.state.projects.get(workflow.projectId), 'ADMINISTER_PROJECTS');
  }

  /** @returns the new rule's id. */
  add(caller: Caller, workflowId: string, transitionId: string, { moduleKey, configuration }: NewRule): string {
    const workflow = this.getEditable(caller, workflowId);
    checkConfiguration(configuration);
    const rule: RuleRecord = { id: newRuleId(this.state), moduleKey, configuration, disabled: false, tag: null };
    const transition = workflow.transitions.find(({ id }) => id === transitionId);
    if (transition === undefined) throw new JiraError(404, [`Workflow ${workflow.name} has no transition ${transitionId}.`]);
    if (transition.from === 'initial') throw invalid('This rule cannot be used on the transition that creates work items.');
    this.save(workflow, (candidate) => (candidate.id === transitionId ? [...candidate.validators, rule] : candidate.validators));
    return rule.id;
  }

  edit(caller: Caller, workflowId: string, ruleId: string, change: Partial<Pick<RuleRecord, 'configuration' | 'disabled' | 'tag'>>): void {
    const workflow = this.getEditable(caller, workflowId);
    if (change.configuration !== undefined) checkConfiguration(change.configuration);
    this.requireRule(workflow, ruleId);
    this.save(workflow, ({ validators }) => validators.map((rule) => (rule.id === ruleId ? { ...rule, ...change } : rule)));
  }

  remove(caller: Caller, workflowId: string, ruleId: string): void {
    const workflow = this.getEditable(caller, workflowId);
    this.requireRule(workflow, ruleId);
    this.save(workflow, ({ validators }) => validators.filter(({ id }) => id !== ruleId));
  }

  private getEditable(caller: Caller, workflowId: string): WorkflowRecord {
    const workflow = this.state.workflows.find(workflowId);
    if (workflow === null) throw new JiraError(404, ['The workflow was not found.']);
    if (!this.mayEdit(caller, workflow)) throw forbidden('Only an administrator of this workflow can change it.');
    return workflow;
  }

  private requireRule(workflow: WorkflowRecord, ruleId: string): void {
    const hasRule = workflow.transitions.some(({ validators }) => validators.some(({ id }) => id === ruleId));
    if (!hasRule) throw new JiraError(404, [`Workflow ${workflow.name} has no rule ${ruleId}.`]);
  }

  private save(workflow: WorkflowRecord, toValidators: (transition: TransitionRecord) => RuleRecord[]): void {
    this.state.workflows.put(workflow.id, {
      ...workflow,
      versionNumber: workflow.versionNumber + 1,
      transitions: workflow.transitions.map((transition) => ({ ...transition, validators: toValidators(transition) })),
    });
  }
}

function checkConfiguration(configuration: string): void {
  if (Buffer.byteLength(configuration) > MAX_RULE_CONFIGURATION_BYTES) {
    throw invalid(`A rule's configuration has at most ${MAX_RULE_CONFIGURATION_BYTES} bytes.`);
  }
}

function newRuleId(state: JiraState): string {
  return `00000000-0000-4000-8000-${state.ids.next('rule', 1).padStart(12, '0')}`;
}

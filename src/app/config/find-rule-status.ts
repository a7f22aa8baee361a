import type { RuleStatus } from '../../contract/settings';
import type { HandoffType, ProjectConfig } from '../../domain/type/handoff-type';
import { JiraFault } from '../ports/jira-fault';
import type { AppPorts } from '../ports/app-ports';
import { readRequires } from './read-rule';
import type { InstalledRule, SiteProject, SiteStatus, SiteWorkflow, WorkflowTransition } from '../ports/site';

/** A transition of one of the project's workflows. */
interface Place {
  readonly workflow: SiteWorkflow;
  readonly transition: WorkflowTransition;
}

/**
 * Whether the Baton rule stands on the transitions along each active type's route. `unknown` where Jira did not tell: then nobody is
 * told that all is well, nor that something is missing.
 */
export async function findRuleStatus(
  ports: Pick<AppPorts, 'siteAdmin' | 'log'>,
  project: SiteProject,
  config: ProjectConfig,
  statuses: readonly SiteStatus[],
): Promise<readonly RuleStatus[]> {
  const types = config.types.filter(({ switches }) => switches.active).map(({ current }) => current);
  try {
    const [rules, workflows] = await Promise.all([ports.siteAdmin.listRules(), ports.siteAdmin.listWorkflows()]);
    const own = workflows.filter(({ projectIds }) => projectIds?.includes(project.id) === true);
    if (own.length === 0) return types.map(toUnknown);
    return types.map((type) => toStatus(type, own, rules, { project, statuses }));
  } catch (error) {
    if (!(error instanceof JiraFault)) throw error;
    ports.log.fault('rules.unavailable', error);
    return types.map(toUnknown);
  }
}

function toUnknown({ typeId }: HandoffType): RuleStatus {
  return { typeId, installed: 'unknown', unprotected: [], request: null };
}

function toStatus(
  type: HandoffType,
  workflows: readonly SiteWorkflow[],
  rules: readonly InstalledRule[],
  names: { project: SiteProject; statuses: readonly SiteStatus[] },
): RuleStatus {
  const places = workflows.flatMap((workflow) =>
    workflow.transitions.filter((transition) => isOnRoute(transition, type)).map((transition): Place => ({ workflow, transition })),
  );
  const open = places.filter((place) => !rules.some((rule) => guards(rule, place, type)));
  const unprotected = open.map((place) => describe(place, type, names.statuses));
  const installed = places.length > 0 && open.length === 0 ? 'yes' : open.length === places.length ? 'no' : 'partly';
  return { typeId: type.typeId, installed, unprotected, request: installed === 'yes' ? null : toRequest(type, open, unprotected, names) };
}

function isOnRoute(transition: WorkflowTransition, { route }: HandoffType): boolean {
  if (transition.toStatusId !== route.toStatusId) return false;
  return transition.fromStatusIds.length === 0 || transition.fromStatusIds.some((id) => route.fromStatusIds.includes(id));
}

/** A type that opens at acceptance needs a rule that asks for it: one that asks for a prepared handoff would stop the accepted one. */
function guards(rule: InstalledRule, { workflow, transition }: Place, { opensAt }: HandoffType): boolean {
  const requires = readRequires(rule);
  const fits = requires === 'accepted' || (requires === 'prepared' && opensAt === 'offer');
  return fits && !rule.disabled && rule.workflowName === workflow.name && rule.transition?.id === transition.id;
}

function describe({ transition }: Place, { route }: HandoffType, statuses: readonly SiteStatus[]): string {
  const nameOf = (id: string): string => statuses.find((status) => status.id === id)?.name ?? id;
  const from = transition.fromStatusIds
    .filter((id) => route.fromStatusIds.includes(id))
    .map(nameOf)
    .join(', ');
  return `${from === '' ? 'Any status' : from} → ${nameOf(transition.toStatusId)} (${transition.name})`;
}

/** A text a Jira admin can act on without knowing Baton. */
function toRequest(
  type: HandoffType,
  open: readonly Place[],
  unprotected: readonly string[],
  { project, statuses }: { project: SiteProject; statuses: readonly SiteStatus[] },
): string {
  const workflows = [...new Set(open.map(({ workflow }) => workflow.name))];
  const nameOf = (id: string): string => statuses.find((status) => status.id === id)?.name ?? id;
  const route = `${type.route.fromStatusIds.map(nameOf).join(', ')} → ${nameOf(type.route.toStatusId)}`;
  const where = unprotected.length === 0 ? [`- ${route}`] : unprotected.map((line) => `- ${line}`);
  return [
    `Please add the rule "Handoff" (Baton) to the workflow of project ${project.name} (${project.key})${workflows.length === 0 ? '' : `: ${workflows.join(', ')}`}.`,
    `Open the workflow editor, choose the transition, add the rule "Handoff", choose that the handoff must be ${type.opensAt === 'offer' ? 'prepared' : 'accepted'}, save and publish:`,
    ...where,
    `It stops a work item on the way ${route} until what ${type.team} needs is there, and says what is missing.`,
  ].join('\n');
}

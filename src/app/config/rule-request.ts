import { requirementOf, type CoveredWay } from '../../domain/coverage/coverage';
import type { HandoffType } from '../../domain/type/handoff-type';
import type { SiteProject, SiteStatus } from '../ports/site';

/** Names a text for the Jira admin uses. */
export interface RequestNames {
  readonly project: SiteProject;
  readonly statuses: readonly SiteStatus[];
}

/** A transition as people know it, `From → To (name)`; only the statuses in `fromStatusIds`, none of them means any. */
export function describeWay(
  { transition }: Pick<CoveredWay, 'transition'>,
  statuses: readonly SiteStatus[],
  fromStatusIds: readonly string[] = transition.fromStatusIds,
): string {
  const from = fromStatusIds.map((id) => nameOf(id, statuses)).join(', ');
  return `${from === '' ? 'Any status' : from} → ${nameOf(transition.toStatusId, statuses)} (${transition.name})`;
}

/**
 * A text a Jira admin can act on without knowing Baton: what to do on which transition of which workflow. Null when nothing needs one.
 *
 * @param ways What the text is about; those without a gap are left out.
 * @param types Types of the project, to say what a rule must ask for.
 */
export function requestFor(ways: readonly CoveredWay[], types: readonly HandoffType[], { project, statuses }: RequestNames): string | null {
  const lines = ways.flatMap((way) => {
    const task = taskFor(way, types);
    return task === null ? [] : [`- ${way.workflow}: ${describeWay(way, statuses)}: ${task}`];
  });
  if (lines.length === 0) return null;
  return [
    `Please look after the rule "Handoff" (Baton) in the workflow of project ${project.name} (${project.key}).`,
    'Open the workflow editor, choose the transition, then save and publish:',
    ...lines,
    'The rule stops a work item until what the next person needs is there, and says what is missing.',
  ].join('\n');
}

/** The same for one type nobody can move along yet. */
export function requestForRoute({ route, opensAt, team }: HandoffType, { project, statuses }: RequestNames): string {
  const from = route.fromStatusIds.map((id) => nameOf(id, statuses)).join(', ');
  return [
    `Please add a transition ${from} → ${nameOf(route.toStatusId, statuses)} to the workflow of project ${project.name} (${project.key}), with the rule "Handoff" (Baton) on it.`,
    `Choose that the handoff must be ${requirementOf({ opensAt })}, save and publish. It stops a work item until what ${team} needs is there, and says what is missing.`,
  ].join('\n');
}

function taskFor({ findings, typeIds, checkedTypeIds }: CoveredWay, types: readonly HandoffType[]): string | null {
  const open = types.filter(({ typeId }) => typeIds.includes(typeId) && !checkedTypeIds.includes(typeId));
  const needed = open.some((type) => requirementOf(type) === 'accepted') ? 'accepted' : 'prepared';
  if (findings.includes('ruleBroken'))
    return 'the rule cannot be read and stops every move: open it, choose what it asks for, and save it.';
  if (findings.includes('noRule')) return `add the rule and choose that the handoff must be ${needed}.`;
  if (findings.includes('ruleOff')) return 'switch the rule on again.';
  if (findings.includes('wrongRequirement')) return `change the rule: the handoff must be ${needed}.`;
  return null;
}

function nameOf(id: string, statuses: readonly SiteStatus[]): string {
  return statuses.find((status) => status.id === id)?.name ?? id;
}

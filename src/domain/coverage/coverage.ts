import type { HandoffType } from '../type/handoff-type';

/** A transition of a workflow; an empty list of statuses means any status. */
interface CoverageTransition {
  readonly id: string;
  readonly name: string;
  readonly fromStatusIds: readonly string[];
  readonly toStatusId: string;
}

/** A rule of Baton on a transition, as Jira keeps it; `broken`: its settings cannot be read, so it stops every move. */
export interface CoverageRule {
  readonly transitionId: string | null;
  readonly requires: 'prepared' | 'accepted' | 'broken';
  readonly mode: 'enforce' | 'observe';
  readonly disabled: boolean;
}

/** A workflow of a project with Baton's rules in it. */
export interface CoverageWorkflow {
  readonly name: string;
  readonly transitions: readonly CoverageTransition[];
  readonly rules: readonly CoverageRule[];
  /** Whether other projects use it too: a rule in it stops their moves as well. */
  readonly isShared: boolean;
}

/**
 * What is worth knowing about a transition. Of those a handoff goes along: `noRule`; `ruleOff`: only switched-off ones; `wrongRequirement`:
 * none asks for what the handoff needs. Of any: `ruleBroken`; `twin`: its namesake, or another one between the same statuses, has the rule
 * and this one has none; `anyStatus`, `around`: it enters a receiving status from any status, or from one the handoff does not name, which
 * no rule of Baton checks; `idle`: the rule fits no handoff and lets every move pass; `watching`: it stops nothing; `shared`.
 */
export type CoverageFinding =
  'noRule' | 'ruleOff' | 'wrongRequirement' | 'ruleBroken' | 'twin' | 'anyStatus' | 'around' | 'idle' | 'watching' | 'shared';

/** Findings that leave a gap or stop what should pass; the others are as they may be meant. */
export const GAPS: readonly CoverageFinding[] = ['noRule', 'ruleOff', 'wrongRequirement', 'ruleBroken', 'twin', 'anyStatus'];

/** One transition, the handoffs along it, and what stands there. */
export interface CoveredWay {
  readonly workflow: string;
  readonly transition: CoverageTransition;
  readonly rules: readonly CoverageRule[];
  /** Types whose route it is. */
  readonly typeIds: readonly string[];
  /** Those of them that a rule here checks. */
  readonly checkedTypeIds: readonly string[];
  readonly findings: readonly CoverageFinding[];
}

/** As much of a type as deciding where it needs a rule takes. */
export type CoveredType = Pick<HandoffType, 'typeId' | 'route' | 'opensAt'>;

/**
 * Whether the project's rules hold: every transition of its workflows with the handoffs along it, the rules on it, and what is wrong
 * (S-002, domain.md 4.8).
 *
 * @param types Active types of the project.
 */
export function judgeCoverage(types: readonly CoveredType[], workflows: readonly CoverageWorkflow[]): readonly CoveredWay[] {
  return workflows.flatMap((workflow) => workflow.transitions.map((transition) => judgeWay(transition, workflow, types)));
}

/** What a rule must ask for on the route of a type: one that opens at acceptance is checked by nothing less. */
export function requirementOf({ opensAt }: Pick<HandoffType, 'opensAt'>): 'prepared' | 'accepted' {
  return opensAt === 'acceptance' ? 'accepted' : 'prepared';
}

function judgeWay(transition: CoverageTransition, workflow: CoverageWorkflow, types: readonly CoveredType[]): CoveredWay {
  const rules = rulesOn(transition, workflow);
  const along = types.filter((type) => isAlong(transition, type));
  const checked = along.filter((type) => rules.some((rule) => checks(rule, type)));
  return {
    workflow: workflow.name,
    transition,
    rules,
    typeIds: along.map(({ typeId }) => typeId),
    checkedTypeIds: checked.map(({ typeId }) => typeId),
    findings: [
      ...findGap(rules, along, checked),
      ...(rules.some(({ requires, disabled }) => requires === 'broken' && !disabled) ? (['ruleBroken'] as const) : []),
      ...(isLesserTwin(transition, workflow) ? (['twin'] as const) : []),
      ...findWayAround(transition, types),
      ...(isIdle(transition, rules, along, types) ? (['idle'] as const) : []),
      ...(rules.some(({ mode, disabled }) => mode === 'observe' && !disabled) ? (['watching'] as const) : []),
      ...(workflow.isShared && rules.length > 0 ? (['shared'] as const) : []),
    ],
  };
}

function rulesOn(transition: CoverageTransition, { rules }: CoverageWorkflow): readonly CoverageRule[] {
  return rules.filter(({ transitionId }) => transitionId === transition.id);
}

function isAlong({ fromStatusIds, toStatusId }: CoverageTransition, { route }: CoveredType): boolean {
  if (toStatusId !== route.toStatusId) return false;
  return fromStatusIds.length === 0 || fromStatusIds.some((id) => route.fromStatusIds.includes(id));
}

/** A rule that asks for an accepted handoff asks for a prepared one where the type opens at the offer (`decideGate`). */
function checks(rule: CoverageRule, type: CoveredType): boolean {
  return !rule.disabled && (rule.requires === 'accepted' || rule.requires === requirementOf(type));
}

function findGap(
  rules: readonly CoverageRule[],
  along: readonly CoveredType[],
  checked: readonly CoveredType[],
): readonly CoverageFinding[] {
  if (checked.length === along.length) return [];
  if (rules.length === 0) return ['noRule'];
  const standing = rules.filter(({ disabled }) => !disabled);
  if (standing.length === 0) return ['ruleOff'];
  return standing.every(({ requires }) => requires === 'broken') ? [] : ['wrongRequirement'];
}

function isLesserTwin(transition: CoverageTransition, workflow: CoverageWorkflow): boolean {
  const stands = (one: CoverageTransition): boolean => rulesOn(one, workflow).some(({ disabled }) => !disabled);
  if (stands(transition)) return false;
  return workflow.transitions.some(
    (other) => other.id !== transition.id && stands(other) && (other.name === transition.name || isBetweenTheSame(other, transition)),
  );
}

function isBetweenTheSame(one: CoverageTransition, other: CoverageTransition): boolean {
  if (one.toStatusId !== other.toStatusId) return false;
  const isFromAny = one.fromStatusIds.length === 0 || other.fromStatusIds.length === 0;
  return isFromAny || one.fromStatusIds.some((id) => other.fromStatusIds.includes(id));
}

function findWayAround({ fromStatusIds, toStatusId }: CoverageTransition, types: readonly CoveredType[]): readonly CoverageFinding[] {
  const entered = types.filter(({ route }) => route.toStatusId === toStatusId);
  if (entered.length === 0) return [];
  if (fromStatusIds.length === 0) return ['anyStatus'];
  return fromStatusIds.every((id) => entered.some(({ route }) => route.fromStatusIds.includes(id))) ? [] : ['around'];
}

/** A rule that asks for an accepted handoff also guards the way out of a receiving status. */
function isIdle(
  { fromStatusIds }: CoverageTransition,
  rules: readonly CoverageRule[],
  along: readonly CoveredType[],
  types: readonly CoveredType[],
): boolean {
  const standing = rules.filter(({ disabled, requires }) => !disabled && requires !== 'broken');
  const leads = types.some(({ route }) => fromStatusIds.length === 0 || fromStatusIds.includes(route.toStatusId));
  return standing.length > 0 && along.length === 0 && standing.every(({ requires }) => requires === 'prepared' || !leads);
}

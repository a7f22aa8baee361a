import { decideGate } from '../../domain/gate/decide-gate';
import type { GateInput, GateIssue } from '../../domain/gate/gate-verdict';
import type { RuleConfiguration } from '../../domain/gate/projection';
import { toGateRoutes } from '../../domain/gate/to-gate-routes';
import { toGateView } from '../../domain/gate/to-gate-view';
import type { Actor } from '../../domain/handoff/command';
import { toMark } from '../../domain/handoff/attachment-marks';
import type { Instant } from '../../domain/handoff/handoff';
import type { HandoffType, ProjectConfig } from '../../domain/type/handoff-type';
import { readMode } from '../config/read-rule';
import type { AppPorts } from '../ports/app-ports';
import type { JiraIssue } from '../ports/issues';
import { JiraFault } from '../ports/jira-fault';
import { toTypeRef, type StoredRecord } from '../record/stored-record';

/** A status change that happened in Jira. */
export interface Move {
  readonly fromStatusId: string;
  readonly toStatusId: string;
  readonly at: Instant;
  readonly actor: Actor;
}

/** Rules are looked up only for a move that looks like one past the gate. */
export type FindBypassPorts = Pick<AppPorts, 'rules' | 'log'>;

interface Suspicion {
  readonly move: Move;
  readonly issue: JiraIssue;
  readonly config: ProjectConfig | null;
}

/**
 * The type along whose route the work item moved although no handoff stood behind it, as the gate itself would have judged the moment
 * before (domain.md 4.8). Null where one did, where a waiver let it pass, where no active type has the route, and where the gate is paused
 * or only watches: those moves are counted by the gate.
 *
 * @param stored The record before the move; null where there is none.
 */
export async function findBypassedType(
  ports: FindBypassPorts,
  stored: StoredRecord | null,
  { move, issue, config }: Suspicion,
): Promise<HandoffType | null> {
  const entry = config?.on === true ? config.types.find(({ current, switches }) => switches.active && isAlong(move, current)) : undefined;
  if (config === null || entry === undefined || entry.switches.gatePaused) return null;
  if (decideGate(toInput(stored, { move, issue, config }, entry.current)).kind !== 'deny') return null;
  return (await isOnlyWatched(ports, issue.projectId, move)) ? null : entry.current;
}

function isAlong({ fromStatusId, toStatusId }: Move, { route }: HandoffType): boolean {
  return route.toStatusId === toStatusId && route.fromStatusIds.includes(fromStatusId);
}

/** Everything is known here, so that the decision asks for nothing more. */
function toInput(stored: StoredRecord | null, { move, issue, config }: Suspicion, type: HandoffType): GateInput {
  const known = stored?.seen.status ?? null;
  const status = known?.id === move.fromStatusId ? known : { id: move.fromStatusId, enteredAt: '' };
  const seen = { projectId: issue.projectId, issueTypeId: issue.issueTypeId, status };
  const view =
    stored === null
      ? null
      : toGateView(stored.record, seen, (typeId, version) => stored.types[toTypeRef(typeId, version)] ?? null, Infinity);
  const rule: RuleConfiguration = {
    schema: 1,
    requires: type.opensAt === 'acceptance' ? 'accepted' : 'prepared',
    mode: 'enforce',
    onFault: 'allow',
  };
  return {
    now: move.at,
    transition: move,
    rule,
    licenceActive: undefined,
    routes: toGateRoutes(config, issue.projectId),
    view,
    issue: toGateIssue(issue, stored, type),
    lookedUp: ['truth', 'issue'],
  };
}

function toGateIssue(issue: JiraIssue, stored: StoredRecord | null, current: HandoffType): GateIssue {
  const types = [current, ...Object.values(stored?.types ?? {})];
  const askedFieldIds = types.flatMap(({ items, receiver }) => [
    ...items.flatMap(({ fieldId }) => fieldId ?? []),
    ...(receiver.kind === 'userField' ? [receiver.fieldId] : []),
  ]);
  const conditionIds = types.flatMap(({ items }) => items.flatMap(({ appliesIf }) => appliesIf?.fieldId ?? []));
  return {
    issueTypeId: issue.issueTypeId,
    askedFieldIds,
    filledFieldIds: issue.filledFieldIds,
    accountIds: issue.userFields,
    attachmentCount: issue.attachments.length,
    attachmentMarks: issue.attachments.map(toMark),
    fieldValues: Object.fromEntries(conditionIds.map((fieldId) => [fieldId, issue.fieldTexts[fieldId] ?? []])),
  };
}

/** Whether every rule of Baton on this way only watches. Where Jira does not tell, or no rule stands there, it is not. */
async function isOnlyWatched(ports: FindBypassPorts, projectId: string, { fromStatusId, toStatusId }: Move): Promise<boolean> {
  try {
    const [rules, workflows] = await Promise.all([ports.rules.listRules(), ports.rules.listWorkflows()]);
    const ways = workflows
      .filter(({ projectIds }) => projectIds?.includes(projectId) === true)
      .flatMap(({ name, transitions }) =>
        transitions
          .filter((way) => way.toStatusId === toStatusId && (way.fromStatusIds.length === 0 || way.fromStatusIds.includes(fromStatusId)))
          .map(({ id }) => ({ name, id })),
      );
    const standing = rules.filter(
      (rule) => !rule.disabled && ways.some(({ name, id }) => rule.workflowName === name && rule.transition?.id === id),
    );
    return standing.length > 0 && standing.every((rule) => readMode(rule) === 'observe');
  } catch (error) {
    if (!(error instanceof JiraFault)) throw error;
    ports.log.fault('rules.unavailable', error);
    return false;
  }
}

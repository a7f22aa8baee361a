import type { GateIssue, JudgedMove } from '../../domain/gate/gate-verdict';
import { admits, covers, judgeOwnRoute } from '../../domain/gate/judge-own-route';
import { toGateRoute } from '../../domain/gate/to-gate-routes';
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
  const active = config?.on === true ? config.types.filter(({ switches }) => switches.active) : [];
  const entry = active.find(({ current }) => covers(current.route, move) && admits(current, issue.issueTypeId));
  if (entry === undefined || entry.switches.gatePaused) return null;
  const { current } = entry;
  const requires = current.opensAt === 'acceptance' ? 'accepted' : 'prepared';
  if (judgeOwnRoute(toInput(stored, { move, issue }, current), requires, toGateRoute(current, false)).kind !== 'denied') return null;
  return (await isOnlyWatched(ports, issue.projectId, move)) ? null : current;
}

/** Everything is known here, so that the decision asks for nothing more. */
function toInput(stored: StoredRecord | null, { move, issue }: Omit<Suspicion, 'config'>, type: HandoffType): JudgedMove {
  const known = stored?.seen.status ?? null;
  const status = known?.id === move.fromStatusId ? known : { id: move.fromStatusId, enteredAt: '' };
  const seen = { projectId: issue.projectId, issueTypeId: issue.issueTypeId, status };
  const view =
    stored === null
      ? null
      : toGateView(stored.record, seen, (typeId, version) => stored.types[toTypeRef(typeId, version)] ?? null, Infinity);
  return {
    now: move.at,
    transition: move,
    view,
    issue: toGateIssue(issue, stored, type),
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

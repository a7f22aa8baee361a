import type { Command } from '../../domain/handoff/command';
import { evolveAll } from '../../domain/handoff/evolve';
import type { Handoff, Instant } from '../../domain/handoff/handoff';
import { findWaiver } from '../../domain/handoff/waiver';
import type { HandoffType, ProjectConfig } from '../../domain/type/handoff-type';
import { AppError } from '../app-error';
import type { JiraIssue } from '../ports/issues';
import type { Machine } from '../ports/machine';
import { NOTHING, type Plan } from '../record/change-record';
import { isSeenStale, toFacts, toSeen } from '../record/issue-facts';
import { getPinnedType, type StoredRecord } from '../record/stored-record';
import { decideOn } from './decide-on';
import { findBypassedType, type FindBypassPorts, type Move } from './find-bypass';

/** Two instants this close may be one move, seen by Jira's clock and by ours, in ms. */
const SAME_MOVE_MS = 30_000;

/** What a move is judged with. `findConfig` is asked only for a move that is news. */
interface Observed {
  readonly move: Move | null;
  readonly issue: JiraIssue;
  readonly findConfig: () => ProjectConfig | null | Promise<ProjectConfig | null>;
}

/**
 * What a move means for the handoffs of the work item: along a route it offers the prepared one, against a route it returns the waiting
 * one (design decision 6, experience.md 3); past a handoff that did not let it, it is kept as such (domain.md 4.8). Has one effect however
 * often it is observed; a move older than what was seen already has none. Anything else the work item changed is taken over too.
 */
export async function planMove(
  ports: FindBypassPorts & { readonly machine: Machine },
  stored: StoredRecord,
  { move, issue, findConfig }: Observed,
): Promise<Plan> {
  const { machine } = ports;
  const isNews = move !== null && isNewer(stored, move);
  let plan: Plan = NOTHING;
  if (isNews) {
    const bypassed = await findBypassedType(ports, stored, { move, issue, config: await findConfig() });
    if (bypassed !== null) plan = append(plan, planBypass(stored, bypassed, { move, issue, machine }));
    for (const handoff of stored.record.handoffs) {
      const command = toCommand(handoff, getPinnedType(stored, handoff), move);
      if (command !== null) plan = append(plan, decideQuietly(afterPlan(stored, plan), command, handoff, { move, issue, machine }));
    }
  }
  const status = isNews
    ? { id: move.toStatusId, enteredAt: move.at }
    : (stored.seen.status ?? toSeen(issue, stored.seen, machine.now()).status);
  const seen = { ...toSeen(issue, stored.seen, machine.now()), status };
  const isChanged =
    isNews || stored.seen.status === null || isSeenStale({ ...stored.seen, status: { id: issue.statusId, enteredAt: '' } }, issue);
  return isChanged ? { ...plan, beside: { ...plan.beside, seen } } : plan;
}

/** The path is what is known of it: an event names a move, a look afterwards only that there was one. */
function planBypass(
  stored: StoredRecord,
  type: HandoffType,
  { move, issue, machine }: { move: Move; issue: JiraIssue; machine: Machine },
): Plan {
  const { fromStatusId, toStatusId, actor } = move;
  return decideOn(stored, { type: 'recordBypass', typeId: type.typeId, fromStatusId, toStatusId }, type, {
    actor,
    path: actor.kind === 'system' ? 'other' : 'move',
    commandId: machine.newId(),
    facts: toFacts(issue, type),
    canEdit: false,
    isCandidate: false,
    defaultReceiver: null,
    machine,
  });
}

/**
 * The move that must have happened since the work item was last seen, when no event told of it; null when there was none.
 *
 * @param issue Looked up after `stored` was read: an older look would take a move the record knows of for one back.
 */
export function findMissedMove(stored: StoredRecord, issue: JiraIssue, now: Instant): Move | null {
  const { status } = stored.seen;
  if (status === null || status.id === issue.statusId) return null;
  return { fromStatusId: status.id, toStatusId: issue.statusId, at: now, actor: { kind: 'system' } };
}

function isNewer(stored: StoredRecord, move: Move): boolean {
  const { status } = stored.seen;
  if (status === null) return true;
  const laterByMs = Date.parse(move.at) - Date.parse(status.enteredAt);
  return status.id === move.toStatusId ? laterByMs > SAME_MOVE_MS : laterByMs >= 0 || status.id === move.fromStatusId;
}

function toCommand(handoff: Handoff, type: HandoffType, { fromStatusId, toStatusId, at }: Move): Command | null {
  const { handoffId } = handoff;
  const { route } = type;
  const goesAlong = route.fromStatusIds.includes(fromStatusId) && route.toStatusId === toStatusId;
  const letPass = handoff.state === 'RETURNED' && findWaiver(handoff, 'left', at) !== null;
  if (goesAlong && (handoff.state === 'DRAFT' || letPass) && type.opensAt === 'offer') return { type: 'offer', handoffId };
  const goesBack = route.toStatusId === fromStatusId && route.fromStatusIds.includes(toStatusId);
  const waits = handoff.state === 'OFFERED' || handoff.state === 'IN_VERIFICATION';
  return goesBack && waits ? { type: 'return', handoffId, reason: '', itemIds: [], sectionIds: [] } : null;
}

/** A refusal here changes nothing: the move has happened, and the panel shows how the handoff stands. */
function decideQuietly(
  stored: StoredRecord,
  command: Command,
  handoff: Handoff,
  { move, issue, machine }: { move: Move; issue: JiraIssue; machine: Machine },
): Plan {
  const type = getPinnedType(stored, handoff);
  try {
    return decideOn(stored, command, type, {
      actor: move.actor,
      path: 'move',
      commandId: machine.newId(),
      facts: toFacts(issue, type),
      canEdit: true,
      isCandidate: false,
      defaultReceiver: null,
      machine,
    });
  } catch (error) {
    if (error instanceof AppError) return NOTHING;
    throw error;
  }
}

function append(plan: Plan, more: Plan): Plan {
  return { ...plan, events: [...plan.events, ...more.events], packages: [...(plan.packages ?? []), ...(more.packages ?? [])] };
}

function afterPlan(stored: StoredRecord, plan: Plan): StoredRecord {
  return { ...stored, record: evolveAll(stored.record, plan.events) };
}

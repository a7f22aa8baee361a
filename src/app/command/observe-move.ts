import type { Sides } from '../../domain/calendar/side-time';
import type { Command } from '../../domain/handoff/command';
import { recordRework } from '../../domain/handoff/commands/record-rework';
import { recordWorkStart } from '../../domain/handoff/commands/record-work-start';
import type { Decide } from '../../domain/handoff/decide';
import { evolveAll } from '../../domain/handoff/evolve';
import type { Handoff } from '../../domain/handoff/handoff';
import { findWaiver } from '../../domain/handoff/waiver';
import type { HandoffType, ProjectConfig } from '../../domain/type/handoff-type';
import { AppError } from '../app-error';
import type { AppPorts } from '../ports/app-ports';
import type { JiraIssue } from '../ports/issues';
import type { Machine } from '../ports/machine';
import { NOTHING, type Plan } from '../record/change-record';
import { isSeenStale, toFacts, toSeen, withResolution } from '../record/issue-facts';
import { getPinnedType, toTypeRef, type StoredRecord } from '../record/stored-record';
import { decideOn } from './decide-on';
import { findSidesOfDrafts, type SidePorts } from './find-sides';
import { findBypassedType, type FindBypassPorts, type Move } from './find-bypass';

/** What taking a move over needs besides the work item. */
interface MoveGiven {
  readonly machine: Machine;
  readonly decide: Decide;
  /** When the sides of each draft work, by handoff id, where its type asks for it. */
  readonly sides: Readonly<Record<string, Sides>>;
}

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
  ports: FindBypassPorts & SidePorts & Pick<AppPorts, 'machine' | 'decide'>,
  stored: StoredRecord,
  { move, issue, findConfig }: Observed,
): Promise<Plan> {
  const { machine, decide } = ports;
  const isNews = move !== null && isNewer(stored, move);
  let plan: Plan = NOTHING;
  if (isNews) {
    const bypassed = await findBypassedType(ports, stored, { move, issue, config: await findConfig() });
    if (bypassed !== null) plan = append(plan, planBypass(stored, bypassed, { move, issue, machine, decide }));
    const given = { machine, decide, sides: await findSidesOfDrafts(ports, stored) };
    for (const handoff of stored.record.handoffs) {
      const command = toCommand(handoff, getPinnedType(stored, handoff), move);
      if (command !== null) plan = append(plan, decideQuietly(afterPlan(stored, plan), command, handoff, { move, issue, given }));
    }
  }
  if (isNews) {
    plan = append(plan, planReworks(afterPlan(stored, plan), move, machine));
    plan = append(plan, planWorkStarts(stored, plan, move, machine));
  }
  const known = stored.seen.status ?? toSeen(issue, stored.seen, machine.now()).status;
  const entered = isNews ? { id: move.toStatusId, enteredAt: move.at } : known;
  const status = entered === null ? null : withResolution(entered, issue, stored.seen.status);
  const seen = { ...toSeen(issue, stored.seen, machine.now()), status };
  const isChanged =
    isNews ||
    stored.seen.status === null ||
    stored.seen.status.doneSince !== status?.doneSince ||
    isSeenStale({ ...stored.seen, status: { id: issue.statusId, enteredAt: '' } }, issue);
  return isChanged ? { ...plan, beside: { ...plan.beside, seen } } : plan;
}

/** The path is what is known of it: an event names a move, a look afterwards only that there was one. */
function planBypass(
  stored: StoredRecord,
  type: HandoffType,
  { move, issue, machine, decide }: { move: Move; issue: JiraIssue; machine: Machine; decide: Decide },
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
    decide,
  });
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

/**
 * T22: a move back to a status of the sending side after acceptance is rework of the newest accepted handoff of each such route. Baton
 * records it itself, so nobody is named or scored.
 */
function planReworks(stored: StoredRecord, move: Move, machine: Machine): Plan {
  const { handoffs, ended } = stored.record;
  const accepted = [
    ...handoffs.flatMap((one) => (one.state === 'ACCEPTED' && one.acceptance !== null ? [{ ...one, acceptedAt: one.acceptance.at }] : [])),
    ...ended.flatMap((one) => (one.state === 'CLOSED' && one.acceptedAt !== null ? [{ ...one, acceptedAt: one.acceptedAt }] : [])),
  ].sort((one, other) => other.acceptedAt.localeCompare(one.acceptedAt));
  const newest = accepted.filter(({ typeId }, index) => accepted.findIndex((other) => other.typeId === typeId) === index);
  const events = newest.flatMap(({ handoffId, typeId, typeVersion }) => {
    const ref = toTypeRef(typeId, typeVersion);
    const route = stored.types[ref]?.route ?? stored.closedRoutes?.[ref];
    const cameBack = route?.fromStatusIds.includes(move.toStatusId) === true && !route.fromStatusIds.includes(move.fromStatusId);
    if (!cameBack) return [];
    const decision = recordRework(
      stored.record,
      { type: 'recordMoveBack', handoffId, movedAt: move.at },
      {
        now: machine.now(),
        actor: { kind: 'system' },
        path: 'move',
        commandId: machine.newId(),
        handoffType: { typeId, items: [], notePrompts: [] },
      },
    );
    return decision.ok ? decision.events : [];
  });
  return { events };
}

/**
 * M04: the work item entered a status in which the receiving side works. The move that hands off is none of theirs, so what counts is what
 * was handed off before; a handoff that ended keeps the statuses beside its route.
 */
function planWorkStarts(stored: StoredRecord, plan: Plan, { toStatusId, at: movedAt }: Move, machine: Machine): Plan {
  const { record } = afterPlan(stored, plan);
  const events = [...stored.record.handoffs, ...stored.record.ended].flatMap((before) => {
    const { handoffId, typeId, typeVersion, firstOfferedAt, workStarted } = before;
    const ref = toTypeRef(typeId, typeVersion);
    const statusIds = stored.types[ref]?.options?.workStatusIds ?? stored.closedRoutes?.[ref]?.workStatusIds ?? [];
    if (firstOfferedAt === null || workStarted !== undefined || !statusIds.includes(toStatusId)) return [];
    const decision = recordWorkStart(
      record,
      { type: 'recordWorkStart', handoffId, movedAt },
      { now: machine.now(), actor: { kind: 'system' }, path: 'move', commandId: machine.newId(), handoffType: { typeId } },
    );
    return decision.ok ? decision.events : [];
  });
  return { events };
}

/** A refusal here changes nothing: the move has happened, and the panel shows how the handoff stands. */
function decideQuietly(
  stored: StoredRecord,
  command: Command,
  handoff: Handoff,
  { move, issue, given: { machine, decide, sides } }: { move: Move; issue: JiraIssue; given: MoveGiven },
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
      sides: sides[handoff.handoffId],
      machine,
      decide,
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

import { closesAt, isComplete } from '../domain/handoff/closing';
import { addMs } from '../domain/handoff/instant';
import { isHoldOver } from '../domain/handoff/hold';
import { isOverdue } from '../domain/handoff/overdue';
import { whatIsLeft } from '../domain/handoff/what-is-left';
import { nextLeftFrom } from '../domain/handoff/when-answer';
import type { HandoffRow } from '../domain/handoff/handoff-row';
import { decideOn, findLive, type DecideWith } from './command/decide-on';
import { offerHeld, STUCK_LOOK_MS } from './command/offer-held';
import { requestFollowUp } from './command/request-follow-up';
import { deliverOutbox, type DeliverPorts, type NoticeStrings } from './deliver-outbox';
import { observeIssue, type ObservePorts } from './observe-issue';
import type { AppPorts } from './ports/app-ports';
import { endsAt, isReady, needsDelivery } from './record/build-change';
import { changeRecord, NOTHING, type Plan } from './record/change-record';
import { toFactsSeen } from './record/issue-facts';
import { isReadyAsTold } from './record/mirror-value';
import { getPinnedType, type StoredRecord } from './record/stored-record';
import type { Machine } from './ports/machine';

export type SweepPorts = DeliverPorts & ObservePorts & Pick<AppPorts, 'lists' | 'mover'>;

type Deciding = Pick<AppPorts, 'machine' | 'decide'>;

/** Longest time between two looks at a complete draft that nobody moves, in ms. */
const LONGEST_LOOK_MS = 24 * 60 * 60_000;

/** The schedule may run this long, in ms, of the 300 s it has. */
const SWEEP_BUDGET_MS = 240_000;

/**
 * What no press and no event did: deliveries that were lost, offers that should have followed a move, handoffs whose seven days are
 * over. It only finds work in rows; everything is decided on the record, so a row that lags does no harm.
 */
export async function sweep(ports: SweepPorts, strings: NoticeStrings): Promise<{ readonly looked: number; readonly failed: number }> {
  const started = ports.machine.now();
  const rows = await ports.lists.listDue(started);
  let failed = 0;
  for (const row of rows) {
    if (Date.parse(ports.machine.now()) - Date.parse(started) > SWEEP_BUDGET_MS) break;
    try {
      await lookAt(ports, row, strings);
    } catch (error) {
      failed += 1;
      ports.log.fault('sweep.failed', error, { handoffId: row.handoffId });
    }
  }
  return { looked: rows.length, failed };
}

async function lookAt(ports: SweepPorts, row: HandoffRow, strings: NoticeStrings): Promise<void> {
  const { issueId, handoffId } = row;
  const stored = await ports.records.find(issueId);
  if (stored === null) return ports.lists.clearTimer(row);
  if (needsDelivery(stored, handoffId)) await deliverOutbox(ports, issueId, strings);
  const live = findLive(stored, handoffId);
  if (live === null) return finish(ports, row, stored);
  const isHeldUntilNow = isHoldOver(live, ports.machine.now());
  // Before what a status means is done, the status itself is looked up: its last change may not have been told.
  if (isHeldUntilNow || isReady(stored, handoffId) || isDue(endsAt(stored, handoffId), ports.machine))
    await observeIssue(ports, issueId, null);
  const plan = (found: StoredRecord): Plan => planAfterLook(found, handoffId, ports);
  const changed = isHeldUntilNow
    ? await offerHeld(ports, issueId, handoffId)
    : await changeRecord(ports, { issueId, commandId: null, begin: null, plan });
  await requestFollowUp(ports, changed);
}

/** The row of an ended handoff keeps its timer only while the two fields still have to say so. */
async function finish(ports: SweepPorts, row: HandoffRow, before: StoredRecord): Promise<void> {
  const stored = needsDelivery(before, row.handoffId) ? await ports.records.find(row.issueId) : before;
  if (stored === null || !needsDelivery(stored, row.handoffId)) await ports.lists.clearTimer(row);
}

/** Closes what is over; everything else gets its row written with the next instant to look. */
function planAfterLook(found: StoredRecord, handoffId: string, ports: Deciding): Plan {
  const { machine } = ports;
  const handoff = findLive(found, handoffId);
  if (handoff === null) return NOTHING;
  const now = machine.now();
  const dueAt = closesAt(handoff);
  if (dueAt !== null && dueAt <= now) {
    return decideOn(
      found,
      { type: 'close', handoffId, reason: isComplete(handoff) ? 'complete' : 'timeout' },
      getPinnedType(found, handoff),
      bySystem(found, ports),
    );
  }
  const { status } = found.seen;
  if (status !== null && isDue(endsAt(found, handoffId), machine))
    return decideOn(found, { type: 'endResolved', handoffId, status }, getPinnedType(found, handoff), bySystem(found, ports));
  if (isOverdue(handoff, now) && handoff.offer?.overdueAt === undefined)
    return decideOn(found, { type: 'noteOverdue', handoffId }, getPinnedType(found, handoff), bySystem(found, ports));
  if (handoff.hold?.stuck !== undefined) return { events: [], rowTimers: { [handoffId]: addMs(now, STUCK_LOOK_MS) } };
  if (!isReady(found, handoffId)) return { events: [], rowTimers: { [handoffId]: null } };
  const ageMs = Date.parse(now) - Date.parse(handoff.changedAt);
  const type = getPinnedType(found, handoff);
  const lookAgainAt = addMs(now, Math.min(Math.max(ageMs, FIRST_LOOK_MS), LONGEST_LOOK_MS));
  const comesAt = nextLeftFrom(handoff, type, now) ?? lookAgainAt;
  const hasCome = isReadyAsTold(found, handoff) && whatIsLeft(handoff, type, null, now).length > 0;
  return {
    events: [],
    ...(hasCome ? { beside: { judgedAt: now } } : {}),
    rowTimers: { [handoffId]: comesAt < lookAgainAt ? comesAt : lookAgainAt },
  };
}

function isDue(at: string | null, machine: Machine): boolean {
  return at !== null && at <= machine.now();
}

function bySystem({ seen }: StoredRecord, { machine, decide }: Deciding): DecideWith {
  return {
    actor: { kind: 'system' },
    path: 'other',
    commandId: machine.newId(),
    facts: toFactsSeen(seen),
    canEdit: false,
    isCandidate: false,
    defaultReceiver: null,
    machine,
    decide,
  };
}

/** Shortest time between two looks, in ms: the schedule's own interval. */
const FIRST_LOOK_MS = 5 * 60_000;

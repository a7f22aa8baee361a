import { isHoldOver } from '../../domain/handoff/hold';
import { addMs } from '../../domain/handoff/instant';
import type { Command } from '../../domain/handoff/command';
import type { AppPorts } from '../ports/app-ports';
import type { JiraIssue } from '../ports/issues';
import { changeRecord, NOTHING, type Changed, type Plan } from '../record/change-record';
import { toFacts } from '../record/issue-facts';
import { getPinnedType, type StoredRecord } from '../record/stored-record';
import { decideOn, findLive } from './decide-on';
import { findSides } from './find-sides';
import { moveIssue } from './move-issue';

type OfferHeldPorts = Pick<AppPorts, 'records' | 'issues' | 'mover' | 'screens' | 'people' | 'machine' | 'decide' | 'log'>;

/** Pause between two looks at a handoff that could not go out when its time came, in ms (S-053). */
export const STUCK_LOOK_MS = 30 * 60_000;

/**
 * Hands off what was held until now (S-123): moves the work item along, as Baton since nobody is there, then offers. What cannot go out stays
 * held and is looked at again; its sender is told once.
 */
export async function offerHeld(ports: OfferHeldPorts, issueId: string, handoffId: string): Promise<Changed> {
  const issue = await ports.issues.get('app', issueId);
  const stored = await ports.records.find(issueId);
  const isUnmoved =
    stored !== null && (await goesOut(ports, stored, issue, handoffId)) && !(await moveAlong(ports, stored, issue, handoffId));
  const plan = async (found: StoredRecord): Promise<Plan> => {
    const decided = await decideHeld(ports, found, issue, { type: 'offerHeld', handoffId, isUnmoved });
    if (decided.events.length > 0 || findLive(found, handoffId)?.hold === undefined) return decided;
    return { events: [], rowTimers: { [handoffId]: addMs(ports.machine.now(), STUCK_LOOK_MS) } };
  };
  return changeRecord(ports, { issueId, commandId: null, begin: null, plan });
}

async function goesOut(ports: OfferHeldPorts, stored: StoredRecord, issue: JiraIssue, handoffId: string): Promise<boolean> {
  const { events } = await decideHeld(ports, stored, issue, { type: 'offerHeld', handoffId });
  return events.some(({ type }) => type === 'offered');
}

async function decideHeld(
  ports: OfferHeldPorts,
  stored: StoredRecord,
  issue: JiraIssue,
  command: Extract<Command, { type: 'offerHeld' }>,
): Promise<Plan> {
  const handoff = findLive(stored, command.handoffId);
  if (handoff === null || !isHoldOver(handoff, ports.machine.now())) return NOTHING;
  const type = getPinnedType(stored, handoff);
  const facts = toFacts(issue, type);
  return decideOn(stored, command, type, {
    actor: { kind: 'system' },
    path: 'other',
    commandId: ports.machine.newId(),
    facts,
    canEdit: false,
    isCandidate: false,
    defaultReceiver: null,
    sides: await findSides(ports, stored, { type: 'offer', handoffId: command.handoffId }, { type, facts }),
    machine: ports.machine,
    decide: ports.decide,
  });
}

/** @returns Whether the work item stands where the handoff is offered. */
async function moveAlong(ports: OfferHeldPorts, stored: StoredRecord, issue: JiraIssue, handoffId: string): Promise<boolean> {
  const handoff = findLive(stored, handoffId);
  if (handoff === null) return true;
  const { opensAt, route } = getPinnedType(stored, handoff);
  if (opensAt === 'acceptance' || issue.statusId === route.toStatusId) return true;
  if (!route.fromStatusIds.includes(issue.statusId)) return false;
  return (await moveIssue(ports, issue, route.toStatusId, 'app')).kind === 'moved';
}

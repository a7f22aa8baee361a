import type { HandoffTimes } from '../contract/times';
import { awayUntil, nextDayStart, worksAgainAt } from '../domain/calendar/side-time';
import { nearestCommonSlot, overlapMinutes, smallestShift } from '../domain/calendar/overlap';
import { localDate } from '../domain/calendar/working-calendar';
import { effectiveReceiver } from '../domain/handoff/receiver';
import { optionsOf } from '../domain/type/type-options';
import { loadSides } from './command/find-sides';
import { requireInProject } from './command/load-case';
import { AppError } from './app-error';
import { askJira } from './jira-trouble';
import type { AppPorts, IssueCaller } from './ports/app-ports';
import { toFacts } from './record/issue-facts';
import { getPinnedType } from './record/stored-record';
import { readStore } from './store-trouble';

type TimePorts = Pick<AppPorts, 'records' | 'issues' | 'screens' | 'people' | 'machine' | 'log'>;

/**
 * When the two sides of a handoff work, as far as its type shows that: never anybody's whole calendar. Asked for after the screen is there,
 * so that showing it costs no more.
 *
 * @throws {AppError} NOT_FOUND for a work item that is hidden from the caller or a handoff that is not live.
 */
export async function getTimes(ports: TimePorts, caller: IssueCaller, handoffId: string): Promise<HandoffTimes> {
  const [stored, issue] = await Promise.all([
    readStore(ports.records.find(caller.issueId)),
    askJira(ports.issues.get('user', caller.issueId)),
  ]);
  requireInProject(caller, issue.projectId);
  const handoff = stored?.record.handoffs.find((live) => live.handoffId === handoffId);
  if (stored === null || handoff === undefined) throw new AppError('NOT_FOUND');
  const type = getPinnedType(stored, handoff);
  const { holdAllowed, readiness, talk } = optionsOf(type);
  const named = effectiveReceiver(handoff, type, toFacts(issue, type));
  const takenBy = handoff.offer?.takenBy ?? null;
  const receiver = takenBy === null ? named : ({ kind: 'person', accountId: takenBy } as const);
  const isPerson = receiver?.kind === 'person';
  if (!holdAllowed && (!isPerson || (readiness === 'off' && talk === 'off'))) return { receiver: null, shared: null };
  const sides = await loadSides(ports, handoff, receiver);
  const now = ports.machine.now();
  const hold = holdAllowed ? { holdUntil: nextDayStart(sides.receiver, now) } : {};
  if (!isPerson) return { receiver: null, shared: null, ...hold };
  const calendars = [sides.sender.calendar, sides.receiver.calendar] as const;
  const today = localDate(now, calendars[0]);
  return {
    ...hold,
    receiver: readiness === 'off' ? null : { awayUntil: awayUntil(sides.receiver, now), worksAgainAt: worksAgainAt(sides.receiver, now) },
    shared:
      talk === 'off'
        ? null
        : {
            minutes: overlapMinutes(...calendars, today),
            shiftMinutes: smallestShift(...calendars, today),
            slot: nearestCommonSlot(...calendars, awayUntil(sides.receiver, now) ?? now),
          },
  };
}

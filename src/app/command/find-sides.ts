import { UNKNOWN_SIDE, type Sides, type SideTime } from '../../domain/calendar/side-time';
import { defaultCalendar } from '../../domain/calendar/working-calendar';
import type { Command, IssueFacts } from '../../domain/handoff/command';
import type { AccountId, Handoff, Receiver } from '../../domain/handoff/handoff';
import { effectiveReceiver } from '../../domain/handoff/receiver';
import type { HandoffType } from '../../domain/type/handoff-type';
import { optionsOf } from '../../domain/type/type-options';
import type { AppPorts } from '../ports/app-ports';
import { toFactsSeen } from '../record/issue-facts';
import { getPinnedType, type StoredRecord } from '../record/stored-record';
import { readStore } from '../store-trouble';
import { findLive } from './decide-on';

/** Ports that tell when people work. */
export type SidePorts = Pick<AppPorts, 'screens' | 'people' | 'log'>;

/**
 * When the two sides work, as a command that offers has to know; undefined where the type does not ask, and then nothing is looked up.
 *
 * @param facts What Jira says of a receiver taken from a field.
 */
export async function findSides(
  ports: SidePorts,
  stored: StoredRecord,
  command: Command,
  { type, facts }: { readonly type: HandoffType; readonly facts: IssueFacts },
): Promise<Sides | undefined> {
  if (command.type !== 'offer' && command.type !== 'changeReceiver') return undefined;
  const { due, readiness } = optionsOf(type);
  const handoff = findLive(stored, command.handoffId);
  if (handoff === null || (due === null && readiness === 'off')) return undefined;
  return loadSides(ports, handoff, command.type === 'offer' ? effectiveReceiver(handoff, type, facts) : command.receiver);
}

/** The same for every draft a move may offer, by handoff id. */
export async function findSidesOfDrafts(ports: SidePorts, stored: StoredRecord): Promise<Readonly<Record<string, Sides>>> {
  const drafts = stored.record.handoffs.filter(({ state }) => state === 'DRAFT');
  const found = await Promise.all(
    drafts.map(async (handoff) => {
      const { handoffId } = handoff;
      const given = { type: getPinnedType(stored, handoff), facts: toFactsSeen(stored.seen) };
      return [handoffId, await findSides(ports, stored, { type: 'offer', handoffId }, given)] as const;
    }),
  );
  return Object.fromEntries(found.flatMap(([handoffId, sides]) => (sides === undefined ? [] : [[handoffId, sides]])));
}

/** Both sides as they are now. A group has no working hours of its own: its time is taken to be the sender's. */
export async function loadSides(ports: SidePorts, handoff: Handoff, receiver: Receiver | null): Promise<Sides> {
  const senderId = handoff.sender.value ?? handoff.createdBy;
  const receiverId = receiver?.kind === 'person' ? receiver.accountId : null;
  const times = await findTimes(ports, receiverId === null ? [senderId] : [senderId, receiverId]);
  const sender = times.get(senderId) ?? UNKNOWN_SIDE;
  return { sender, receiver: receiverId === null ? { ...sender, awayUntil: null } : (times.get(receiverId) ?? UNKNOWN_SIDE) };
}

/** What each person set, else Monday to Friday, 9 to 17 in the zone Jira tells, else in UTC. */
async function findTimes(ports: SidePorts, accountIds: readonly AccountId[]): Promise<ReadonlyMap<AccountId, SideTime>> {
  const ids = [...new Set(accountIds)];
  const own = await readStore(Promise.all(ids.map((accountId) => ports.screens.findSettings(accountId))));
  const unset = ids.filter((_accountId, index) => own[index]?.work === undefined);
  const zones = await findZones(ports, unset);
  return new Map(
    ids.map((accountId, index) => [
      accountId,
      own[index]?.work ?? { calendar: defaultCalendar(zones.get(accountId) ?? 'UTC'), awayUntil: null },
    ]),
  );
}

/** Without Jira's answer times are reckoned in UTC, rather than stopping a handoff. */
async function findZones(ports: SidePorts, accountIds: readonly AccountId[]): Promise<ReadonlyMap<AccountId, string>> {
  try {
    return accountIds.length === 0 ? new Map() : await ports.people.getZones(accountIds);
  } catch (error) {
    ports.log.fault('zones.unavailable', error);
    return new Map();
  }
}

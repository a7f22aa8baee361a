import type { BridgeContract } from '../contract/bridge-contract';
import type { TimelineEntry } from '../contract/handoff-screen';
import { findBreak, openEvent, type StoredEvent } from '../domain/audit/event-chain';
import type { LoggedEvent } from '../domain/handoff/event';
import { isVoidable } from '../domain/handoff/commands/void';
import type { HandoffType } from '../domain/type/handoff-type';
import { AppError } from './app-error';
import { findLive } from './command/decide-on';
import { requireInProject } from './command/load-case';
import { readStore } from './store-trouble';
import { askJira } from './jira-trouble';
import type { AppPorts, IssueCaller } from './ports/app-ports';
import type { ConfigHistory } from './ports/config-store';
import type { RecordHistory } from './ports/record-store';

/** Longest detail of one line, in UTF-16 code units. */
const MAX_DETAIL_LENGTH = 200;

/** Before a log that looks broken is read again, in ms. */
const PAUSE_UP_TO_MS = 1_000;

type LogPorts = Pick<AppPorts, 'machine'> & { readonly records: RecordHistory };

/**
 * The history of one handoff, oldest first, for who may see the work item, and whether it still is what was written. Ratings are left out:
 * they belong to the pair.
 */
export async function getTimeline(
  ports: Pick<AppPorts, 'issues' | 'people' | 'permissions'> & LogPorts & { readonly configs: ConfigHistory },
  caller: IssueCaller,
  handoffId: string,
): Promise<BridgeContract['handoff.timeline']['result']> {
  if (!handoffId.startsWith(`${caller.issueId}-`)) throw new AppError('NOT_FOUND');
  const [issue, stored] = await Promise.all([
    askJira(ports.issues.get('user', caller.issueId)),
    readStore(ports.records.find(caller.issueId)),
  ]);
  requireInProject(caller, issue.projectId);
  const chain = stored?.chains[handoffId];
  if (chain === undefined) throw new AppError('NOT_FOUND');
  const { log, isWhole } = await readLog(ports, handoffId, chain);
  const events = log.map(open).filter(({ type }) => !HIDDEN.includes(type));
  const type = await findType(ports, events[0], stored?.types ?? {});
  const entries = events.map((event) => toEntry(event, type));
  const people = await askJira(ports.people.getMany([...new Set(entries.flatMap(({ actorId }) => actorId ?? []))]));
  const live = findLive(stored, handoffId);
  const canVoid =
    caller.licensed &&
    live !== null &&
    isVoidable(live, ports.machine.now()) &&
    (await askJira(ports.permissions.isProjectAdmin(issue.projectId)));
  return { entries, isWhole, canVoid, people: Object.fromEntries(people.map((person) => [person.accountId, person])) };
}

/** A log that looks broken is read once more before anybody is told so: events are read in batches, which may lag behind the record. */
async function readLog(
  { records, machine }: LogPorts,
  handoffId: string,
  head: { readonly seq: number; readonly hash: string },
): Promise<{ readonly log: readonly StoredEvent[]; readonly isWhole: boolean }> {
  const read = () => readStore(records.listEvents(handoffId, head.seq));
  const first = await read();
  if (findBreak(first, head, machine.sha256) === null) return { log: first, isWhole: true };
  await machine.pause(PAUSE_UP_TO_MS);
  const log = await read();
  return { log, isWhole: findBreak(log, head, machine.sha256) === null };
}

const HIDDEN: readonly LoggedEvent['type'][] = ['rating.set', 'rating.changed'];

/** What stands in the chain is what was sealed, so its shape is that of a logged event. */
function open(stored: StoredEvent): LoggedEvent {
  return openEvent(stored) as LoggedEvent;
}

async function findType(
  ports: { readonly configs: ConfigHistory },
  first: LoggedEvent | undefined,
  pinned: Readonly<Record<string, HandoffType>>,
): Promise<HandoffType | null> {
  if (first === undefined) return null;
  const { projectId, typeId, typeVersion } = first;
  return pinned[`${typeId}:${String(typeVersion)}`] ?? readStore(ports.configs.findTypeVersion(projectId, typeId, typeVersion));
}

function toEntry(event: LoggedEvent, type: HandoffType | null): TimelineEntry {
  const { at, actor, path } = event;
  const detail = toDetail(event, type);
  return {
    at,
    event: event.type === 'cancelled' && event.endReason !== undefined ? `cancelled.${event.endReason}` : event.type,
    actorId: actor.kind === 'system' ? null : actor.accountId,
    actorKind: actor.kind,
    path,
    detail: detail === null || detail.length <= MAX_DETAIL_LENGTH ? detail : `${detail.slice(0, MAX_DETAIL_LENGTH - 1)}…`,
  };
}

function toDetail(event: LoggedEvent, type: HandoffType | null): string | null {
  const nameAll = (ids: readonly string[]): string | null => (ids.length === 0 ? null : ids.map((id) => titleOf(id, type)).join(', '));
  switch (event.type) {
    case 'item_changed':
    case 'note_changed':
      return nameAll(event.changes.map(({ id }) => id));
    case 'question.asked':
    case 'question.answered':
    case 'note.added':
    case 'talk.waived':
      return event.text;
    case 'accepted':
      return event.nextStep;
    case 'offered':
      return nameAll(event.waivedIds ?? []);
    case 'waiver.granted':
    case 'readiness.overridden':
      return event.reason;
    case 'sender_changed':
      return event.reason ?? null;
    case 'returned':
      return (
        [nameAll([...event.itemIds, ...event.sectionIds]), event.reason].filter((part) => part !== null && part !== '').join(': ') || null
      );
    case 'rework.recorded':
      return [nameAll([...event.itemIds, ...event.sectionIds]), event.text].filter((part) => part !== null).join(': ') || null;
    case 'gate.denied':
    case 'gate.would_block':
      return nameAll(event.missedIds);
    case 'moved_incomplete':
      return nameAll(event.leftIds);
    case 'readback.submitted':
      return event.answers.map(({ text }) => text).join(' · ');
    case 'readback.corrected_by_sender':
      return event.corrections.map(({ text }) => text).join(' · ');
    case 'change_confirmed':
      return nameAll(event.facts.map(({ itemId }) => itemId));
    case 'cancelled':
      return event.reason === '' ? null : event.reason;
    default:
      return null;
  }
}

function titleOf(id: string, type: HandoffType | null): string {
  const item = type?.items.find(({ itemId }) => itemId === id)?.title;
  return item ?? type?.notePrompts.find(({ sectionId }) => sectionId === id)?.title ?? id;
}

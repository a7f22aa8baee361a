import type { StoredEvent } from '../domain/audit/event-chain';
import { erasePersonFrom, erasePersonIn, toPseudonym, type FormerPerson } from '../domain/audit/erase-person';
import { toGateView } from '../domain/gate/to-gate-view';
import type { HandoffRow } from '../domain/handoff/handoff-row';
import type { AppPorts } from './ports/app-ports';
import type { RecordChange, StoredRound } from './ports/record-store';
import { toTypeRef, type StoredRecord } from './record/stored-record';

/** Ports erasing needs. */
type ErasePorts = Pick<AppPorts, 'records' | 'lists' | 'persons' | 'screens' | 'queue' | 'machine' | 'log'>;

/** A slice of the search for everything about some people: the index partition it is in (one more goes through what people chose),
 * and where it goes on there; null: its start. */
export interface EraseSlice {
  readonly accountIds: readonly string[];
  readonly pass: number;
  readonly cursor: string | null;
}

/**
 * Partitions of the timer index, which together hold every handoff of every project. A handoff may change from one to the other while the
 * search is under way, so the first is gone through twice.
 */
const PASSES = ['on', 'none', 'on'] as const;

/** Events and rounds one transaction writes beside record, gate view and row: data-model.md. */
const MAX_PARTS = 20;

/** Events asked for at a time. */
const EVENTS_AT_A_TIME = 100;

/**
 * E20: puts pseudonyms in the place of closed accounts and takes what those people wrote out, in one slice of all handoffs; the next slice
 * goes through the queue. Everything it does may be done again: a slice that failed is repeated by the queue, and a search that was lost
 * begins anew with the next weekly report, since people are only forgotten at its end.
 */
export async function erasePeople(ports: ErasePorts, { accountIds, pass, cursor }: EraseSlice): Promise<void> {
  const people = await Promise.all(accountIds.map((accountId) => toFormer(ports, accountId)));
  const partition = PASSES[pass];
  if (partition === undefined) {
    const page = await ports.persons.listAll(cursor);
    for (const accountId of page.accountIds) await forgetChoices(ports, accountId, accountIds);
    if (page.cursor !== null) return ports.queue.push([{ kind: 'erasePeople', accountIds, pass, cursor: page.cursor }]);
    await Promise.all(accountIds.map((accountId) => ports.persons.forget(accountId)));
    ports.log.info('personal_data.erased', { people: accountIds.length });
    return;
  }
  const page = await ports.lists.listAll(partition, cursor);
  for (const row of page.rows) for (const person of people) await eraseInHandoff(ports, row, person);
  const next = page.cursor === null ? { pass: pass + 1, cursor: null } : { pass, cursor: page.cursor };
  await ports.queue.push([{ kind: 'erasePeople', accountIds, ...next }]);
}

/** Whom others handed off to last is remembered to preselect them; nobody hands off to a former person. */
async function forgetChoices(ports: ErasePorts, accountId: string, gone: readonly string[]): Promise<void> {
  const settings = await ports.screens.findSettings(accountId);
  if (settings === null || gone.includes(accountId)) return;
  const kept = Object.entries(settings.lastReceivers).filter(
    ([, receiver]) => receiver.kind !== 'person' || !gone.includes(receiver.accountId),
  );
  if (kept.length === Object.keys(settings.lastReceivers).length) return;
  await ports.screens.saveSettings(accountId, { ...settings, lastReceivers: Object.fromEntries(kept) });
}

async function toFormer(ports: ErasePorts, accountId: string): Promise<FormerPerson> {
  const salt = await ports.persons.keepSalt(accountId, ports.machine.newSalt());
  return { accountId, pseudonym: toPseudonym(accountId, salt, ports.machine.sha256) };
}

async function eraseInHandoff(ports: ErasePorts, { handoffId, issueId }: HandoffRow, person: FormerPerson): Promise<void> {
  const [stored, row] = await Promise.all([ports.records.find(issueId), ports.lists.find(handoffId)]);
  if (stored === null || row === null) return;
  const events = (await listAllEvents(ports, handoffId)).filter((event) => erasePersonFrom(event, person) !== event);
  const attempts = Array.from({ length: row.facts.attempt }, (_, index) => index + 1);
  const rounds = (await Promise.all(attempts.map((attempt) => ports.records.findRound(handoffId, attempt)))).flatMap((round) =>
    round === null ? [] : [round],
  );
  await commitErased(ports, { stored, row, events, rounds }, person);
}

interface Found {
  readonly stored: StoredRecord;
  readonly row: HandoffRow;
  readonly events: readonly StoredEvent[];
  readonly rounds: readonly StoredRound[];
}

/**
 * Writes in transactions under the record's revision, so that nothing a person does meanwhile is lost. The month's numbers take the row
 * over as they take any other.
 */
async function commitErased(ports: ErasePorts, { stored, row, events, rounds }: Found, person: FormerPerson): Promise<void> {
  const author = rounds.at(-1)?.package.note.find(({ sectionId }) => sectionId === 'recommendation')?.by ?? row.senderId;
  const erasedRow = erasePersonIn(row, person, author);
  const parts = [
    ...events.map((event) => ({ event: { handoffId: row.handoffId, sealed: erasePersonFrom(event, person) } })),
    ...rounds
      .map((round) => ({ before: round, round: erasePersonIn(round, person, row.facts.receiverId) }))
      .filter(({ before, round }) => !isSame(before, round)),
  ];
  const record = erasePersonIn(stored, person);
  if (parts.length === 0 && isSame(erasedRow, row) && isSame(record, stored)) return;
  let { rev } = stored;
  for (let start = 0; start === 0 || start < parts.length; start += MAX_PARTS) {
    const batch = parts.slice(start, start + MAX_PARTS);
    const change = {
      events: batch.flatMap((part) => ('event' in part ? [part.event] : [])),
      rounds: batch.flatMap((part) => ('round' in part ? [part.round] : [])),
      rows: start === 0 ? [erasedRow] : [],
    };
    await ports.records.commit(toChange({ ...record, rev: rev + 1, writeId: ports.machine.newId() }, change));
    rev += 1;
  }
  const { projectId, typeId, cohortMonth: month, handoffId } = row;
  await ports.queue.push([
    { kind: 'deliver', issueId: row.issueId },
    ...(month === 'none' ? [] : [{ kind: 'summarise', projectId, typeId, month, handoffId } as const]),
  ]);
}

function toChange(stored: StoredRecord, change: Pick<RecordChange, 'events' | 'rounds' | 'rows'>): RecordChange {
  return {
    ...change,
    issueId: stored.record.issueId,
    stored,
    expectedRev: stored.rev - 1,
    gateView: toGateView(stored.record, stored.seen, (typeId, version) => stored.types[toTypeRef(typeId, version)] ?? null),
    formerIssueKey: null,
    people: [],
  };
}

/** All events of a handoff: of one that left its record's list nobody knows how many there are. */
async function listAllEvents(ports: ErasePorts, handoffId: string): Promise<readonly StoredEvent[]> {
  for (let asked = EVENTS_AT_A_TIME; ; asked *= 2) {
    const events = await ports.records.listEvents(handoffId, asked);
    if (events.length < asked) return events;
  }
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

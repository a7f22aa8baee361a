import type { StoredEvent } from '../../domain/audit/event-chain';
import { erasePersonFrom, erasePersonIn, type FormerPerson } from '../../domain/audit/erase-person';
import { toGateView } from '../../domain/gate/to-gate-view';
import { isOfNoHandoff } from '../../domain/handoff/evolve';
import type { HandoffRow } from '../../domain/handoff/handoff-row';
import type { RecordChange, StoredRound } from '../ports/record-store';
import { toTypeRef, type StoredRecord } from '../record/stored-record';
import { isSame, type ErasePorts } from './former-people';

/** Events and rounds one transaction writes beside record, gate view and row: data-model.md. */
const MAX_PARTS = 20;

/** Events asked for at a time. */
const EVENTS_AT_A_TIME = 100;

/** Takes somebody out of one handoff: its log, its rounds, its row, and the record of its work item. */
export async function eraseInHandoff(ports: ErasePorts, { handoffId, issueId }: HandoffRow, person: FormerPerson): Promise<void> {
  // In this order: what changes the rest after the record was read changes its revision too, and nothing is written.
  const stored = await ports.records.find(issueId);
  const row = await ports.lists.find(handoffId);
  if (stored === null || row === null) return;
  const events = erasedOf(handoffId, await listAllEvents(ports, handoffId), person);
  const attempts = Array.from({ length: row.facts.attempt }, (_, index) => index + 1);
  const found = await Promise.all(attempts.map((attempt) => ports.records.findRound(handoffId, attempt)));
  const rounds = found.flatMap((round) => round ?? []);
  const author = rounds.at(-1)?.package.note.find(({ sectionId }) => sectionId === 'recommendation')?.by ?? row.senderId;
  const erasedRounds = rounds.flatMap((round) => {
    const erased = erasePersonIn(round, person, row.facts.receiverId);
    return isSame(round, erased) ? [] : [erased];
  });
  const erasedRow = erasePersonIn(row, person, author);
  const isRowChanged = !isSame(erasedRow, row);
  if (!(await commitErased(ports, { stored, row: isRowChanged ? erasedRow : null, events, rounds: erasedRounds }, person))) return;
  const { projectId, typeId, cohortMonth: month } = row;
  await ports.queue.push([
    { kind: 'deliver', issueId },
    ...(month === 'none' ? [] : [{ kind: 'summarise', projectId, typeId, month, handoffId } as const]),
  ]);
}

/** Takes somebody out of a work item's record and its logs of moves without a handoff, which no list names. */
export async function eraseOnRecord(ports: ErasePorts, issueId: string, person: FormerPerson): Promise<void> {
  const stored = await ports.records.find(issueId);
  if (stored === null) return;
  const logs = Object.entries(stored.chains).filter(([handoffId]) => isOfNoHandoff(handoffId));
  const events = await Promise.all(
    logs.map(async ([handoffId, { seq }]) => erasedOf(handoffId, await ports.records.listEvents(handoffId, seq), person)),
  );
  await commitErased(ports, { stored, row: null, events: events.flat(), rounds: [] }, person);
}

interface Erased {
  /** The record as it stands. */
  readonly stored: StoredRecord;
  /** The rest as it will stand, as far as it changes. */
  readonly row: HandoffRow | null;
  readonly events: RecordChange['events'];
  readonly rounds: readonly StoredRound[];
}

/**
 * Writes in transactions under the record's revision, so that nothing a person does meanwhile is lost. The month's numbers take the row
 * over as they take any other.
 *
 * @returns Whether there was anything to write.
 */
async function commitErased(ports: ErasePorts, { stored, row, events, rounds }: Erased, person: FormerPerson): Promise<boolean> {
  const parts = [...events.map((event) => ({ event })), ...rounds.map((round) => ({ round }))];
  const record = erasePersonIn(stored, person);
  if (parts.length === 0 && row === null && isSame(record, stored)) return false;
  let { rev } = stored;
  for (let start = 0; start === 0 || start < parts.length; start += MAX_PARTS) {
    const batch = parts.slice(start, start + MAX_PARTS);
    const change = {
      events: batch.flatMap((part) => ('event' in part ? [part.event] : [])),
      rounds: batch.flatMap((part) => ('round' in part ? [part.round] : [])),
      rows: start === 0 && row !== null ? [row] : [],
    };
    await ports.records.commit(toChange({ ...record, rev: rev + 1, writeId: ports.machine.newId() }, change));
    rev += 1;
  }
  return true;
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

function erasedOf(handoffId: string, events: readonly StoredEvent[], person: FormerPerson): RecordChange['events'] {
  return events.flatMap((event) => {
    const sealed = erasePersonFrom(event, person);
    return sealed === event ? [] : [{ handoffId, sealed }];
  });
}

/** All events of a handoff: of one that left its record's list nobody knows how many there are. */
async function listAllEvents(ports: ErasePorts, handoffId: string): Promise<readonly StoredEvent[]> {
  for (let asked = EVENTS_AT_A_TIME; ; asked *= 2) {
    const events = await ports.records.listEvents(handoffId, asked);
    if (events.length < asked) return events;
  }
}

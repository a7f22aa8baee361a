import type { HandoffEvent } from '../../domain/handoff/event';
import type { HandoffRecord, Instant } from '../../domain/handoff/handoff';
import { msBetween } from '../../domain/handoff/instant';
import type { HandoffPackage } from '../../domain/handoff/handoff-package';
import { AppError } from '../app-error';
import type { Log } from '../ports/log';
import type { Machine } from '../ports/machine';
import type { EndedParts, RecordStore, StoredRound } from '../ports/record-store';
import { StoreFault } from '../ports/store-fault';
import { readStore } from '../store-trouble';
import { buildChange } from './build-change';
import { findClosing, type Closing } from './closed-as';
import type { SeenIssue, StoredRecord } from './stored-record';

/** What somebody decided to change, worked out against one state of the record. */
export interface Plan {
  readonly events: readonly HandoffEvent[];
  /** Parts beside the aggregate that change; absent parts stay. */
  readonly beside?: Partial<Pick<StoredRecord, 'seen' | 'editChecks' | 'outbox' | 'types' | 'judgedAt'>>;
  /** The package of each handoff offered by these events. */
  readonly packages?: readonly HandoffPackage[];
  /** The work item is gone: nothing anybody wrote stays in the record, and the gate forgets it (E17). */
  readonly erasesTexts?: true;
  /** Rows to write again although no event changed them, with the next instant to look at them; null for the row's own timer. */
  readonly rowTimers?: Readonly<Record<string, Instant | null>>;
}

/** Nothing to change: the record already is as wanted. */
export const NOTHING: Plan = { events: [] };

/** How a change is asked for. */
export interface ChangeRequest {
  readonly issueId: string;
  /** A repeated one has one effect; null for housekeeping, which is idempotent by itself. */
  readonly commandId: string | null;
  /** Who and what the record is about, to begin one where there is none; null: without a record there is nothing to do. */
  readonly begin: { readonly record: HandoffRecord; readonly seen: SeenIssue } | null;
  /** The record where the caller has just read it; spares the first read. */
  readonly known?: StoredRecord | null;
  /** Called again for every state the record is found in, so a lost race is decided anew. Throws to refuse. */
  readonly plan: (stored: StoredRecord) => Plan | Promise<Plan>;
}

/** Ports a change needs. */
export interface ChangePorts {
  readonly records: RecordStore;
  readonly machine: Machine;
  readonly log: Log;
}

/** What came of it; `stored` is null only where there was no record and none was begun. */
export interface Changed {
  readonly outcome: 'changed' | 'unchanged' | 'repeated';
  readonly stored: StoredRecord | null;
  /** What happened now; empty unless it was changed. */
  readonly events: readonly HandoffEvent[];
  /** The work item closed, or was accepted once more while it was; absent where it did not. */
  readonly closing?: Closing;
}

/** How often a lost race or an unclear answer is decided anew before it is reported. */
const MAX_ATTEMPTS = 6;

/** Longest pause between two of these, in ms: drawn at random so that rivals do not collide again. */
const PAUSE_UP_TO_MS = 120;

/** No further attempt begins after this, in ms: one more may take 12 s, and the platform ends an invocation after 25 s. */
const NO_NEW_ATTEMPT_AFTER_MS = 11_000;

/**
 * Changes the record of one work item: one transaction under the condition that nobody else changed it meanwhile.
 *
 * After any failure it reads the record again and decides by who wrote it and its last command ids, never by an error code
 * (design decision 4): if the command is in, it is done; if somebody else was faster, the plan is made again; if nothing
 * happened, it is tried again.
 *
 * @throws {AppError} VERSION_CONFLICT when it lost every race, STORAGE_BUSY when storage never took it; and whatever `plan` throws.
 */
export async function changeRecord(ports: ChangePorts, request: ChangeRequest): Promise<Changed> {
  let stored = request.known === undefined ? await findRecord(ports, request.issueId) : request.known;
  const startedAt = ports.machine.now();
  let lostRaces = 0;
  let lastFault: StoreFault | null = null;
  let tried: readonly HandoffEvent[] | null = null;
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    if (lastFault !== null && msBetween(startedAt, ports.machine.now()) > NO_NEW_ATTEMPT_AFTER_MS) break;
    if (stored === null) {
      if (request.begin === null) return { outcome: 'unchanged', stored: null, events: [] };
      stored = await beginRecord(ports, request.issueId, request.begin);
      continue;
    }
    if (request.commandId !== null && stored.commandIds.includes(request.commandId))
      return { outcome: tried === null ? 'repeated' : 'changed', stored, events: tried ?? [] };
    const plan = await request.plan(stored);
    if (plan.events.length === 0 && plan.beside === undefined && plan.rowTimers === undefined)
      return { outcome: 'unchanged', stored, events: [] };
    const rounds = await readRounds(ports, plan);
    const ended = await readEnded(ports, plan, stored);
    const change = buildChange({ before: stored, plan, rounds, ended, commandId: request.commandId, machine: ports.machine });
    try {
      await ports.records.commit(change);
      return toChanged(stored, change.stored, plan);
    } catch (error) {
      if (!(error instanceof StoreFault) || error.kind === 'invalid') throw error;
      lastFault = error;
      tried = plan.events;
      ports.log.info('transaction.failed', { kind: error.kind, attempt });
      await ports.machine.pause(PAUSE_UP_TO_MS * attempt);
      const found = await findRecord(ports, request.issueId);
      if (found !== null && found.rev !== stored.rev) lostRaces += 1;
      if (found?.writeId === change.stored.writeId) return toChanged(stored, found, plan);
      stored = found;
    }
  }
  throw new AppError(lostRaces >= MAX_ATTEMPTS - 1 ? 'VERSION_CONFLICT' : 'STORAGE_BUSY', {}, lastFault);
}

function toChanged(before: StoredRecord, stored: StoredRecord, { events }: Plan): Changed {
  const closing = findClosing(before, stored);
  return { outcome: 'changed', stored, events, ...(closing === null ? {} : { closing }) };
}

function findRecord(ports: ChangePorts, issueId: string): Promise<StoredRecord | null> {
  return readStore(ports.records.find(issueId));
}

/** First touch of a work item: an empty record, once, so that every later write has a revision to compare (data-model.md). */
async function beginRecord(
  ports: ChangePorts,
  issueId: string,
  { record, seen }: NonNullable<ChangeRequest['begin']>,
): Promise<StoredRecord | null> {
  const empty: StoredRecord = {
    rev: 0,
    writeId: ports.machine.newId(),
    record,
    seen,
    chains: {},
    commandIds: [],
    editChecks: {},
    types: {},
    rounds: [],
    outbox: { mirror: null, notices: {} },
  };
  try {
    await ports.records.create(issueId, empty);
    return empty;
  } catch (error) {
    if (!(error instanceof StoreFault) || error.kind === 'invalid') throw error;
    await ports.machine.pause(PAUSE_UP_TO_MS);
    return findRecord(ports, issueId);
  }
}

/** The stored rounds that the planned events go on: they hold the package, which the record does not. */
async function readRounds(ports: ChangePorts, plan: Plan): Promise<readonly StoredRound[]> {
  const needed = new Map<string, number>();
  for (const event of plan.events) if (CHANGES_ROUND.includes(event.type)) needed.set(event.handoffId, event.attempt);
  for (const { handoffId } of plan.packages ?? []) needed.delete(handoffId);
  const rounds = await readStore(Promise.all([...needed].map(([handoffId, attempt]) => ports.records.findRound(handoffId, attempt))));
  return rounds.flatMap((round) => round ?? []);
}

/** What stays of the ended handoffs that the planned events are about, by handoff id (T22). */
async function readEnded(ports: ChangePorts, plan: Plan, { record, chains }: StoredRecord): Promise<ReadonlyMap<string, EndedParts>> {
  const about = new Set(plan.events.map(({ handoffId }) => handoffId));
  const ids = record.ended.map(({ handoffId }) => handoffId).filter((handoffId) => about.has(handoffId));
  const read = ids.map(
    async (handoffId) => [handoffId, await readStore(ports.records.findEnded(handoffId, chains[handoffId]?.seq ?? 0))] as const,
  );
  return new Map(await Promise.all(read));
}

/** Events that change what the round of their attempt tells. */
const CHANGES_ROUND: readonly HandoffEvent['type'][] = [
  'question.asked',
  'question.answered',
  'question.withdrawn',
  'accepted',
  'returned',
];

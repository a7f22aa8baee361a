import { sealEvent, type StoredEvent } from '../../domain/audit/event-chain';
import { toGateView } from '../../domain/gate/to-gate-view';
import { packageDigest } from '../../domain/handoff/build-package';
import type { FindRoute } from '../../domain/handoff/chain';
import { endsWithWorkItemAt } from '../../domain/handoff/ended-with-work-item';
import { isLogged, type HandoffEvent, type LoggedEvent } from '../../domain/handoff/event';
import { evolve, evolveAll, isOfNoHandoff } from '../../domain/handoff/evolve';
import type { Handoff, HandoffRecord, Instant } from '../../domain/handoff/handoff';
import { addMs } from '../../domain/handoff/instant';
import { RATING_WINDOW_MS, REVERSAL_WINDOW_MS, REWORK_WINDOW_MS } from '../../domain/handoff/limits';
import type { HandoffRow } from '../../domain/handoff/handoff-row';
import { toHandoffRow } from '../../domain/handoff/to-handoff-row';
import { pickPresent } from '../../domain/handoff/pick-present';
import { withoutTexts } from '../../domain/handoff/without-texts';
import { whatIsLeft } from '../../domain/handoff/what-is-left';
import type { Route } from '../../domain/type/handoff-type';
import { AppError } from '../app-error';
import type { Machine } from '../ports/machine';
import type { EndedParts, RecordChange, StoredRound } from '../ports/record-store';
import type { Plan } from './change-record';
import { toClosedAs } from './closed-as';
import { toMirrorValue } from './mirror-value';
import { listNewPeople } from './people-in-events';
import { toRoundLines } from './round-lines';
import { subjectOf, toNotices } from './notices';
import { getPinnedType, KEPT_COMMAND_IDS, toTypeRef, type StoredRecord } from './stored-record';

/** Largest stored record, in bytes of UTF-8 JSON: below the platform's 240 KiB with room for what the client adds. */
const MAX_RECORD_BYTES = 236 * 1024;

/** How long the sweep leaves a delivery or an offer to the usual ways before it looks itself, in ms. */
const LOOK_AGAIN_MS = 5 * 60_000;

/** How long the route of a closed handoff is kept, in ms: until no move is its rework (T22), and until what turned round on it is closed too (M09). */
const KEEPS_ROUTE_MS = Math.max(REWORK_WINDOW_MS, REVERSAL_WINDOW_MS + RATING_WINDOW_MS + 24 * 60 * 60_000);

/** Head of the log of a handoff without events. */
const NO_CHAIN = { seq: 0, hash: '' } as const;

interface ChangeInput {
  readonly before: StoredRecord;
  readonly plan: Plan;
  /** Rounds the events go on. */
  readonly rounds: readonly StoredRound[];
  /** What stays of ended handoffs the events are about. */
  readonly ended: ReadonlyMap<string, EndedParts>;
  readonly commandId: string | null;
  readonly machine: Machine;
}

/**
 * Everything one plan writes: the record, its sealed events and every projection, in the operations of data-model.md.
 *
 * @throws {AppError} PACKAGE_TOO_LARGE when the record would not fit into storage any more.
 */
export function buildChange({ before, plan, rounds, ended, commandId, machine }: ChangeInput): RecordChange {
  const now = machine.now();
  const evolved = evolveAll(before.record, plan.events);
  const record = plan.erasesTexts === true ? withoutTexts(evolved) : evolved;
  const seenNow = plan.beside?.seen ?? before.seen;
  const seen = plan.erasesTexts === true ? { ...seenNow, summary: '' } : seenNow;
  const { events, chains } = sealAll(before, plan.events.filter(isLogged), ended, machine);
  const types = keepLive({ ...before.types, ...plan.beside?.types }, record.handoffs);
  const notices = toNotices(
    plan.beside?.outbox?.notices ?? before.outbox.notices,
    plan.events,
    { before: before.record, after: record },
    now,
  );
  const stored: StoredRecord = {
    rev: before.rev + 1,
    writeId: machine.newId(),
    record: record.projectId === seen.projectId ? record : { ...record, projectId: seen.projectId },
    seen,
    chains: keepChains(chains, record),
    commandIds: commandId === null ? before.commandIds : [...before.commandIds, commandId].slice(-KEPT_COMMAND_IDS),
    editChecks: plan.beside?.editChecks ?? before.editChecks,
    types,
    rounds: toRoundLines(before.rounds, plan.events),
    ...toRoutes(before, types, record, now),
    ...toClosedAs({ record, seen }, before.closedAs),
    outbox: { mirror: (plan.beside?.outbox ?? before.outbox).mirror, notices },
    ...pickPresent({ ...before, ...plan.beside }, ['judgedAt']),
  };
  if (new TextEncoder().encode(JSON.stringify(stored)).length > MAX_RECORD_BYTES) throw new AppError('PACKAGE_TOO_LARGE');
  return {
    issueId: record.issueId,
    stored,
    expectedRev: before.rev,
    gateView:
      plan.erasesTexts === true ? null : toGateView(stored.record, seen, (typeId, version) => types[toTypeRef(typeId, version)] ?? null),
    formerIssueKey: before.seen.issueKey === seen.issueKey ? null : before.seen.issueKey,
    events,
    rows: toRows(before, stored, { plan, ended, now }),
    rounds: toRounds(record.handoffs, before.record.handoffs, { events: plan.events, packages: plan.packages ?? [], rounds, machine }),
    people: listNewPeople(before.record, plan.events).map((accountId) => ({ accountId, reportAt: now })),
  };
}

function sealAll(before: StoredRecord, logged: readonly LoggedEvent[], ended: ChangeInput['ended'], machine: Machine) {
  const chains: Record<string, { seq: number; hash: string }> = { ...before.chains };
  for (const [handoffId, { hash }] of ended) chains[handoffId] = { seq: chains[handoffId]?.seq ?? 0, hash };
  const events = logged.map((event): { handoffId: string; sealed: StoredEvent } => {
    const head = chains[event.handoffId] ?? NO_CHAIN;
    const sealed = sealEvent(event, { previousHash: head.hash, seq: head.seq + 1, sha256: machine.sha256, newSalt: machine.newSalt });
    chains[event.handoffId] = { seq: sealed.seq, hash: sealed.hash };
    return { handoffId: event.handoffId, sealed };
  });
  return { events, chains };
}

/** Live handoffs, and moves without one, go on their chain; of an ended one only its length is kept, for reading its history. */
function keepChains(chains: StoredRecord['chains'], { handoffs, ended }: HandoffRecord): StoredRecord['chains'] {
  const live = handoffs.flatMap(({ handoffId }) => (chains[handoffId] === undefined ? [] : [[handoffId, chains[handoffId]] as const]));
  const over = ended.flatMap(({ handoffId }) =>
    chains[handoffId] === undefined ? [] : [[handoffId, { seq: chains[handoffId].seq, hash: '' }] as const],
  );
  const passed = Object.entries(chains).filter(([id]) => isOfNoHandoff(id));
  return Object.fromEntries([...passed, ...over, ...live]);
}

function keepLive<T>(types: Readonly<Record<string, T>>, live: readonly Handoff[]): Record<string, T> {
  const refs = new Set(live.map(({ typeId, typeVersion }) => toTypeRef(typeId, typeVersion)));
  return Object.fromEntries(Object.entries(types).filter(([ref]) => refs.has(ref)));
}

/** The routes of handoffs that closed not long ago: a move back along them is still theirs, and the next handoff may turn them round. */
function toRoutes(
  before: StoredRecord,
  types: StoredRecord['types'],
  { ended }: HandoffRecord,
  now: Instant,
): Pick<StoredRecord, 'closedRoutes'> {
  const known = { ...before.closedRoutes };
  for (const [ref, { route, options }] of Object.entries({ ...before.types, ...types }))
    known[ref] = options?.workStatusIds === undefined ? route : { ...route, workStatusIds: options.workStatusIds };
  const open = ended.filter(
    ({ state, acceptedAt }) => state === 'CLOSED' && acceptedAt !== null && addMs(acceptedAt, KEEPS_ROUTE_MS) >= now,
  );
  const refs = new Set(open.map(({ typeId, typeVersion }) => toTypeRef(typeId, typeVersion)));
  const kept = Object.entries(known).filter(([ref]) => refs.has(ref));
  return kept.length === 0 ? {} : { closedRoutes: Object.fromEntries(kept) };
}

/** Events that change nothing a list shows: their row stays as it is, so a save writes no row (data-model.md). */
const KEEPS_ROW: readonly HandoffEvent['type'][] = ['text_saved', 'item_changed', 'note_changed', 'change_confirmed', 'countersigned'];

/**
 * Rows of the handoffs whose list facts changed, each with the next instant the sweep should look at it: its own timer, a delivery still to
 * do, or, for a complete draft, a move whose event may have been lost.
 */
function toRows(
  before: StoredRecord,
  after: StoredRecord,
  { plan, ended, now }: Pick<ChangeInput, 'plan' | 'ended'> & { readonly now: Instant },
): HandoffRow[] {
  const touched = new Set(plan.events.filter(({ type }) => !KEEPS_ROW.includes(type)).map(({ handoffId }) => handoffId));
  for (const handoffId of Object.keys(plan.rowTimers ?? {})) touched.add(handoffId);
  for (const handoffId of touched) if (isOfNoHandoff(handoffId)) touched.delete(handoffId);
  for (const { handoffId } of after.record.handoffs) {
    if (needsDelivery(before, handoffId) !== needsDelivery(after, handoffId)) touched.add(handoffId);
    if (before.seen.projectId !== after.seen.projectId) touched.add(handoffId);
    if (endsAt(before, handoffId) !== endsAt(after, handoffId)) touched.add(handoffId);
  }
  const findRoute: FindRoute = (typeId, version) => findKnownRoute(after, typeId, version) ?? findKnownRoute(before, typeId, version);
  return [...touched].map((handoffId) => {
    const previous = lastLiveRow(before.record, plan.events, handoffId, findRoute) ?? ended.get(handoffId)?.row ?? null;
    const row = toHandoffRow(after.record, handoffId, previous, findRoute);
    const planned = plan.rowTimers?.[handoffId] ?? null;
    const looksAgain = needsDelivery(after, handoffId) || isReady(after, handoffId) || isStuck(after, handoffId);
    const lookAt = planned ?? (looksAgain ? addMs(now, LOOK_AGAIN_MS) : null);
    const [earliest] = [lookAt, endsAt(after, handoffId)].filter((at) => at !== null).sort();
    return earliest === undefined || earliest > row.timerAt ? row : { ...row, timerOn: 'on', timerAt: earliest };
  });
}

/** The row of a handoff as it was last live, which may be between two of the events; null where it ended before them. */
function lastLiveRow(before: HandoffRecord, events: readonly HandoffEvent[], handoffId: string, findRoute: FindRoute): HandoffRow | null {
  const isLive = ({ handoffs }: HandoffRecord): boolean => handoffs.some((handoff) => handoff.handoffId === handoffId);
  let record = before;
  for (const event of events) {
    const next = evolve(record, event);
    if (isLive(record) && !isLive(next)) break;
    record = next;
  }
  return isLive(record) ? toHandoffRow(record, handoffId, null, findRoute) : null;
}

function findKnownRoute({ types, closedRoutes }: StoredRecord, typeId: string, version: number): Route | null {
  const ref = toTypeRef(typeId, version);
  return types[ref]?.route ?? closedRoutes?.[ref] ?? null;
}

/** When this handoff ends with its work item (E18); null while it does not. */
export function endsAt(stored: StoredRecord, handoffId: string): Instant | null {
  const handoff = stored.record.handoffs.find((each) => each.handoffId === handoffId);
  return handoff === undefined ? null : endsWithWorkItemAt(handoff, getPinnedType(stored, handoff), stored.seen.status);
}

/** Whether it was held until a time that came, and could not go out then. */
function isStuck(stored: StoredRecord, handoffId: string): boolean {
  return stored.record.handoffs.some((each) => each.handoffId === handoffId && each.hold?.stuck !== undefined);
}

/** Whether this is a draft with nothing left as far as stored answers tell. */
export function isReady(stored: StoredRecord, handoffId: string): boolean {
  const handoff = stored.record.handoffs.find((each) => each.handoffId === handoffId);
  return handoff?.state === 'DRAFT' && whatIsLeft(handoff, getPinnedType(stored, handoff), null).length === 0;
}

/** Whether something about this handoff has still to reach Jira. */
export function needsDelivery(stored: StoredRecord, handoffId: string): boolean {
  if (Object.entries(stored.outbox.notices).some(([key, { state }]) => state === 'pending' && subjectOf(key) === handoffId)) return true;
  const { handoffs, ended } = stored.record;
  const newest = handoffs.at(-1) ?? ended[0];
  return newest?.handoffId === handoffId && needsMirror(stored);
}

/** Whether the two read-only fields say something else than they should. */
export function needsMirror(stored: StoredRecord): boolean {
  const wanted = toMirrorValue(stored);
  const written = stored.outbox.mirror ?? { state: '', receiverId: null };
  return wanted.state !== written.state || wanted.receiverId !== written.receiverId;
}

function toRounds(
  after: readonly Handoff[],
  before: readonly Handoff[],
  {
    events,
    packages,
    rounds,
    machine,
  }: { events: readonly HandoffEvent[]; packages: NonNullable<Plan['packages']>; rounds: readonly StoredRound[]; machine: Machine },
): StoredRound[] {
  const offered = packages.map((each): StoredRound => ({
    handoffId: each.handoffId,
    attempt: each.attempt,
    digest: packageDigest(each, machine.sha256),
    package: each,
    questions: [],
    returned: null,
    nextStep: null,
  }));
  return [...offered, ...rounds].map((round) => {
    const handoff = [...after, ...before].find(({ handoffId }) => handoffId === round.handoffId);
    if (handoff === undefined) return round;
    const returned = handoff.returns.find(({ attempt }) => attempt === round.attempt) ?? null;
    const goesOn = events.some((event) => event.handoffId === round.handoffId);
    return {
      ...round,
      returned,
      nextStep: handoff.acceptance?.nextStep ?? null,
      questions: goesOn && handoff.attempt === round.attempt ? handoff.questions : round.questions,
    };
  });
}

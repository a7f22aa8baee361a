import type { DecisionContext } from '../command';
import type { Decision } from '../decision';
import { headerFor, headerOf, refuse, say } from '../decision';
import type { EventHeader, LoggedEvent } from '../event';
import { evolveAll } from '../evolve';
import type { AccountId, Handoff, HandoffRecord, Instant, Receiver } from '../handoff';
import { ACTIVE_STATES } from '../handoff';
import { MAX_LIVE_HANDOFFS } from '../limits';
import { isComplete } from '../closing';
import { effectiveReceiver, isNamed } from '../receiver';
import { maySelf } from '../self-handoff';

/** The active handoff of a type; at most one exists (I1). */
export function findActive(record: HandoffRecord, typeId: string): Handoff | null {
  return record.handoffs.find((handoff) => handoff.typeId === typeId && ACTIVE_STATES.includes(handoff.state)) ?? null;
}

/** Who a new draft is from and to; what is absent takes its default. */
interface Parties {
  readonly by: AccountId;
  readonly sender?: AccountId;
  readonly receiver?: Receiver | null;
  /** When the chain it goes on began to be handed off (T17). */
  readonly chainStart?: Instant;
  /** The accepted handoff it hands back (E23). */
  readonly handsBack?: string;
}

/** A draft that begins: the events so far, the envelope of those that follow, and the draft as it stands after them. */
export interface Beginning {
  readonly header: EventHeader;
  readonly events: readonly LoggedEvent[];
  readonly draft: Handoff;
}

/**
 * T1: begins a draft, from the assignee, else from the editor (experience.md 2). Without a receiver of one's own choice it goes to
 * the preselected one where the sender chooses, unless that is the sender.
 */
export function beginDraft(
  record: HandoffRecord,
  context: DecisionContext,
  parties: Parties,
): Beginning | Extract<Decision, { ok: false }> {
  const { handoffType, issue, defaultReceiver } = context;
  if (findActive(record, handoffType.typeId) !== null) return refuse('ACTIVE_EXISTS');
  const room = makeRoom(record, context);
  if (room === null) return refuse('TOO_MANY_LIVE');
  const n = (record.counts[handoffType.typeId] ?? 0) + 1;
  const { typeId, version: typeVersion } = handoffType;
  const handoffId = `${record.issueId}-${typeId}-${n}`;
  const header = headerOf(record, { handoffId, typeId, typeVersion, attempt: 1, at: context.now }, context);
  const { by, chainStart, handsBack } = parties;
  const sender = parties.sender ?? issue.assigneeId ?? by;
  const preselected = handoffType.receiver.kind === 'senderChooses' && !isNamed(defaultReceiver, sender) ? defaultReceiver : null;
  const receiver = parties.receiver === undefined ? preselected : parties.receiver;
  const link = { ...(chainStart === undefined ? {} : { chainStart }), ...(handsBack === undefined ? {} : { handsBack }) };
  const events = [...room, say(header, { type: 'created', by, n, sender, receiver, ...link })];
  const draft = evolveAll(record, events).handoffs.find(({ handoffId }) => handoffId === header.handoffId);
  return draft === undefined ? refuse('NOT_FOUND') : { header, events, draft };
}

/**
 * A work item that is handed over again and again must not stop for want of room: where all places are taken, an accepted handoff
 * closes early, a rated one before one that still could be rated, the oldest first.
 *
 * @returns The event that makes room, nothing where there is room, null where every place is taken by an active handoff.
 */
function makeRoom(record: HandoffRecord, context: DecisionContext): LoggedEvent[] | null {
  if (record.handoffs.length < MAX_LIVE_HANDOFFS) return [];
  const accepted = record.handoffs.filter(({ state }) => state === 'ACCEPTED');
  const handoff = accepted.find(({ rating }) => rating !== null) ?? accepted[0];
  if (handoff === undefined) return null;
  const endReason = isComplete(handoff) ? 'complete' : 'timeout';
  return [say(headerFor({ record, handoff, context }), { type: 'closed', endReason })];
}

/** Whether the draft goes from somebody to the same person although it may not. */
export function isSelfHandoff(handoff: Handoff, context: DecisionContext): boolean {
  const sender = handoff.sender.value;
  if (maySelf(handoff, context.handoffType)) return false;
  return sender !== null && isNamed(effectiveReceiver(handoff, context.handoffType, context.issue), sender);
}

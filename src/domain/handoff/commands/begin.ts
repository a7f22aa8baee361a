import type { DecisionContext } from '../command';
import type { Decision } from '../decision';
import { refuse, say } from '../decision';
import type { EventHeader, LoggedEvent } from '../event';
import type { AccountId, Handoff, HandoffRecord, Receiver } from '../handoff';
import { ACTIVE_STATES } from '../handoff';
import { MAX_LIVE_HANDOFFS } from '../limits';
import { effectiveReceiver, isNamed } from '../receiver';

/** The active handoff of a type; at most one exists (I1). */
export function findActive(record: HandoffRecord, typeId: string): Handoff | null {
  return record.handoffs.find((handoff) => handoff.typeId === typeId && ACTIVE_STATES.includes(handoff.state)) ?? null;
}

/** Envelope of the events that begin a handoff. */
export function headerForNew(record: HandoffRecord, context: DecisionContext): EventHeader & { readonly n: number } {
  const { typeId, version } = context.handoffType;
  const n = (record.counts[typeId] ?? 0) + 1;
  return {
    handoffId: `${record.issueId}-${typeId}-${n}`,
    issueId: record.issueId,
    projectId: record.projectId,
    typeId,
    typeVersion: version,
    attempt: 1,
    at: context.now,
    actor: context.actor,
    path: context.path,
    commandId: context.commandId,
    n,
  };
}

/** Who a new draft is from and to; what is absent takes its default. */
interface Parties {
  readonly by: AccountId;
  readonly sender?: AccountId;
  readonly receiver?: Receiver | null;
}

/**
 * The event that begins a draft: from the assignee, else from the editor (experience.md 2). Without a receiver of one's own choice
 * it goes to the preselected one where the sender chooses, unless that is the sender.
 */
export function createdEvent(record: HandoffRecord, context: DecisionContext, parties: Parties): LoggedEvent {
  const { n, ...header } = headerForNew(record, context);
  const sender = parties.sender ?? context.issue.assigneeId ?? parties.by;
  const preselected =
    context.handoffType.receiver.kind === 'senderChooses' && !isNamed(context.defaultReceiver, sender) ? context.defaultReceiver : null;
  const receiver = parties.receiver === undefined ? preselected : parties.receiver;
  return say(header, { type: 'created', by: parties.by, n, sender, receiver });
}

/** Why no further handoff of the type can begin; null when one can. */
export function refuseAnother(record: HandoffRecord, typeId: string): Decision | null {
  if (findActive(record, typeId) !== null) return refuse('ACTIVE_EXISTS');
  return record.handoffs.length >= MAX_LIVE_HANDOFFS ? refuse('TOO_MANY_LIVE') : null;
}

/** Whether the draft goes from somebody to the same person. */
export function isSelfHandoff(handoff: Handoff, context: DecisionContext): boolean {
  const sender = handoff.sender.value;
  return sender !== null && isNamed(effectiveReceiver(handoff, context.handoffType, context.issue), sender);
}

import type { HandoffEvent } from '../../domain/handoff/event';
import type { HandoffRecord, Instant } from '../../domain/handoff/handoff';
import { msBetween } from '../../domain/handoff/instant';
import { handoffOfNotice, toEscalationKey, type Notice } from './stored-record';

/** A claimed notice whose sender has not come back for this long counts as not sent, in ms. */
const CLAIM_HOLDS_MS = 60_000;

/** Whether a notice did not go out as far as anybody knows, so that it may be sent again. */
export function isUnsent({ state, at }: Notice, now: Instant): boolean {
  return state === 'failed' || (state === 'claimed' && msBetween(at, now) >= CLAIM_HOLDS_MS);
}

/**
 * The promised notifications after these events: an offer to a person, a change to another person and a reminder promise one each; a
 * pool gets none beyond its list (experience.md 1); an overdue one those its event names. What is no longer waited for is forgotten.
 */
export function toNotices(
  before: Readonly<Record<string, Notice>>,
  events: readonly HandoffEvent[],
  after: HandoffRecord,
  now: Instant,
): Readonly<Record<string, Notice>> {
  const notices: Record<string, Notice> = { ...before };
  for (const event of events) {
    if (event.type === 'overdue') {
      const { handoffId, attempt, remindedId, escalatedToId } = event;
      const notice = { attempt, state: 'pending', at: now } as const;
      if (remindedId !== null) notices[handoffId] = { ...notice, kind: 'overdue', to: remindedId };
      if (escalatedToId !== null) notices[toEscalationKey(handoffId)] = { ...notice, kind: 'escalation', to: escalatedToId };
      continue;
    }
    if (event.type !== 'offered' && event.type !== 'receiver_changed' && event.type !== 'reminded') continue;
    const offer = after.handoffs.find(({ handoffId }) => handoffId === event.handoffId)?.offer ?? null;
    if (offer === null || offer.receiver.kind !== 'person') continue;
    const kind = event.type === 'reminded' ? 'reminder' : 'offer';
    notices[event.handoffId] = { attempt: event.attempt, kind, to: offer.receiver.accountId, state: 'pending', at: now };
  }
  const waiting = after.handoffs
    .filter(({ state }) => state === 'OFFERED' || state === 'IN_VERIFICATION')
    .map(({ handoffId }) => handoffId);
  return Object.fromEntries(Object.entries(notices).filter(([handoffId]) => waiting.includes(handoffOfNotice(handoffId))));
}

import type { HandoffEvent } from '../../domain/handoff/event';
import type { AccountId, HandoffRecord, Instant } from '../../domain/handoff/handoff';
import { msBetween } from '../../domain/handoff/instant';
import type { Notice } from './stored-record';

/** A claimed notice whose sender has not come back for this long counts as not sent, in ms. */
const CLAIM_HOLDS_MS = 60_000;

/** Whether a notice did not go out as far as anybody knows, so that it may be sent again. */
export function isUnsent({ state, at }: Notice, now: Instant): boolean {
  return state === 'failed' || (state === 'claimed' && msBetween(at, now) >= CLAIM_HOLDS_MS);
}

/** After the id of a handoff: the notice to whoever had taken it before somebody else was asked. */
const FORMER = ':former';

/** The handoff a notice is about. */
export function subjectOf(noticeKey: string): string {
  return noticeKey.endsWith(FORMER) ? noticeKey.slice(0, -FORMER.length) : noticeKey;
}

/** Who had taken it and is told that it is no longer theirs (T14); null where nobody had, or they passed it on themselves. */
function findFormer(before: HandoffRecord, { handoffId, by }: Extract<HandoffEvent, { type: 'receiver_changed' }>): AccountId | null {
  const takenBy = before.handoffs.find((each) => each.handoffId === handoffId)?.offer?.takenBy ?? null;
  return takenBy === by ? null : takenBy;
}

/**
 * The promised notifications after these events: an offer to a person, a change to another person and a reminder promise one each, and
 * whoever had taken it is told that it was given to somebody else; a pool gets none beyond its list (experience.md 1). What is no longer waited for is forgotten.
 */
export function toNotices(
  before: Readonly<Record<string, Notice>>,
  events: readonly HandoffEvent[],
  { before: recordBefore, after }: { readonly before: HandoffRecord; readonly after: HandoffRecord },
  now: Instant,
): Readonly<Record<string, Notice>> {
  const notices: Record<string, Notice> = { ...before };
  for (const event of events) {
    if (event.type !== 'offered' && event.type !== 'receiver_changed' && event.type !== 'reminded') continue;
    const former = event.type === 'receiver_changed' ? findFormer(recordBefore, event) : null;
    if (former !== null) {
      notices[`${event.handoffId}${FORMER}`] = { attempt: event.attempt, kind: 'reassigned', to: former, state: 'pending', at: now };
    }
    const offer = after.handoffs.find(({ handoffId }) => handoffId === event.handoffId)?.offer ?? null;
    if (offer === null || offer.receiver.kind !== 'person') continue;
    const kind = event.type === 'reminded' ? 'reminder' : 'offer';
    notices[event.handoffId] = { attempt: event.attempt, kind, to: offer.receiver.accountId, state: 'pending', at: now };
  }
  const waiting = after.handoffs
    .filter(({ state }) => state === 'OFFERED' || state === 'IN_VERIFICATION')
    .map(({ handoffId }) => handoffId);
  return Object.fromEntries(Object.entries(notices).filter(([key]) => waiting.includes(subjectOf(key))));
}

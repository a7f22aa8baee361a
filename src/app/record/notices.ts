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

/** After the id of a handoff: the notice to whoever answers for its type, when it is overdue. */
const ACCOUNTABLE = ':accountable';

/** After the id of a handoff: the notice to its sender, when Baton ended it or could not hand it off. */
const SENDER = ':sender';

/** The handoff a notice is about. */
export function subjectOf(noticeKey: string): string {
  const added = [FORMER, ACCOUNTABLE, SENDER].find((each) => noticeKey.endsWith(each));
  return added === undefined ? noticeKey : noticeKey.slice(0, -added.length);
}

/** Who had taken it and is told that it is no longer theirs (T14); null where nobody had, or they passed it on themselves. */
function findFormer(before: HandoffRecord, { handoffId, by }: Extract<HandoffEvent, { type: 'receiver_changed' }>): AccountId | null {
  const takenBy = before.handoffs.find((each) => each.handoffId === handoffId)?.offer?.takenBy ?? null;
  return takenBy === by ? null : takenBy;
}

/**
 * The promised notifications after these events: an offer to a person, a change to another person and a reminder promise one each, and
 * whoever had taken it is told that it was given to somebody else; a pool gets none beyond its list (experience.md 1); an overdue one
 * promises those its event names, one that Baton ended both sides, and one that stays held its sender. What is no longer waited for is forgotten, once that was told.
 */
export function toNotices(
  before: Readonly<Record<string, Notice>>,
  events: readonly HandoffEvent[],
  { before: recordBefore, after }: { readonly before: HandoffRecord; readonly after: HandoffRecord },
  now: Instant,
): Readonly<Record<string, Notice>> {
  const notices: Record<string, Notice> = { ...before };
  for (const event of events) {
    if (event.type === 'overdue') {
      const { handoffId, attempt, remindedId, escalatedToId } = event;
      const notice = { attempt, state: 'pending', at: now } as const;
      if (remindedId !== null) notices[handoffId] = { ...notice, kind: 'overdue', to: remindedId };
      if (escalatedToId !== null) notices[`${handoffId}${ACCOUNTABLE}`] = { ...notice, kind: 'escalation', to: escalatedToId };
      continue;
    }
    if (event.type === 'cancelled' && event.endReason !== undefined) Object.assign(notices, toEndNotices(recordBefore, event, now));
    const senderId = after.handoffs.find(({ handoffId }) => handoffId === event.handoffId)?.sender.value ?? null;
    if (event.type === 'hold.stuck' && senderId !== null)
      notices[`${event.handoffId}${SENDER}`] = { attempt: event.attempt, kind: 'stuck', to: senderId, state: 'pending', at: now };
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
  const isKept = ([key, { kind, state }]: readonly [string, Notice]): boolean =>
    waiting.includes(subjectOf(key)) || ((kind === 'ended' || kind === 'stuck') && (state === 'pending' || state === 'claimed'));
  return Object.fromEntries(Object.entries(notices).filter(isKept));
}

/** To the sender, and to whoever had taken it or was asked by name (E18). */
function toEndNotices(
  before: HandoffRecord,
  { handoffId, attempt }: Extract<HandoffEvent, { type: 'cancelled' }>,
  now: Instant,
): Record<string, Notice> {
  const handoff = before.handoffs.find((each) => each.handoffId === handoffId);
  const notice = { attempt, kind: 'ended', state: 'pending', at: now } as const;
  const receiver = handoff?.offer?.receiver;
  const asked = handoff?.offer?.takenBy ?? (receiver?.kind === 'person' ? receiver.accountId : null);
  const sender = handoff?.sender.value ?? null;
  return {
    ...(asked === null ? {} : { [handoffId]: { ...notice, to: asked } }),
    ...(sender === null || sender === asked ? {} : { [`${handoffId}${SENDER}`]: { ...notice, to: sender } }),
  };
}

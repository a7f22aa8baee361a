import { isFormer } from '../../domain/audit/former-person';
import { whatIsLeft } from '../../domain/handoff/what-is-left';
import type { EndedHandoff, Handoff } from '../../domain/handoff/handoff';
import { ACTIVE_STATES } from '../../domain/handoff/handoff';
import { getPinnedType, type MirrorValue, type StoredRecord } from './stored-record';

/** Nothing was ever handed over here. */
const EMPTY: MirrorValue = { state: '', receiverId: null };

/**
 * What the two read-only fields should say: the newest active handoff, else the newest of all. Words are those of experience.md 8;
 * *Ready* is a draft in which nothing was left when it last changed or a time in it had come, as far as stored answers tell. A former person
 * is nobody Jira could show.
 */
export function toMirrorValue(stored: StoredRecord): MirrorValue {
  const value = toValue(stored);
  return value.receiverId !== null && isFormer(value.receiverId) ? { ...value, receiverId: null } : value;
}

function toValue(stored: StoredRecord): MirrorValue {
  const { handoffs, ended } = stored.record;
  const active = handoffs.filter(({ state }) => ACTIVE_STATES.includes(state)).at(-1);
  if (active !== undefined) return fromLive(active, stored);
  const accepted = handoffs.at(-1);
  if (accepted !== undefined) return fromLive(accepted, stored);
  const newest = ended[0];
  return newest === undefined ? EMPTY : fromEnded(newest);
}

function fromLive(handoff: Handoff, stored: StoredRecord): MirrorValue {
  const receiver = handoff.offer?.receiver ?? null;
  const waitsFor = handoff.offer?.takenBy ?? (receiver?.kind === 'person' ? receiver.accountId : null);
  switch (handoff.state) {
    case 'DRAFT':
      return { state: isReadyAsTold(stored, handoff) ? 'Ready' : 'Draft', receiverId: null };
    case 'OFFERED':
      return { state: 'Waiting', receiverId: waitsFor };
    case 'IN_VERIFICATION':
      return { state: 'Checking', receiverId: waitsFor };
    case 'RETURNED':
      return { state: 'Returned', receiverId: null };
    case 'ACCEPTED':
      return { state: 'Accepted', receiverId: handoff.acceptance?.by ?? null };
    case 'CLOSED':
    case 'CANCELLED':
    case 'SUPERSEDED':
    case 'VOIDED':
      return EMPTY;
  }
}

/** Whether a draft counts as ready for the fields. They follow what is stored, so that what they should say can be told without asking the time. */
export function isReadyAsTold(stored: StoredRecord, handoff: Handoff): boolean {
  const { judgedAt = handoff.changedAt } = stored;
  const at = judgedAt > handoff.changedAt ? judgedAt : handoff.changedAt;
  return whatIsLeft(handoff, getPinnedType(stored, handoff), null, at).length === 0;
}

function fromEnded(ended: EndedHandoff): MirrorValue {
  if (ended.state === 'VOIDED') return EMPTY;
  return ended.state === 'CLOSED' ? { state: 'Closed', receiverId: ended.receiverId } : { state: 'Withdrawn', receiverId: null };
}

import { isFormer } from '../audit/former-person';
import type { AccountId } from '../handoff/handoff';
import type { HandoffRow } from '../handoff/handoff-row';
import type { Review } from './review';

/** As many as sit around a table. */
const MOST_INVITED = 12;

/**
 * Whom a review asks (S-110): champion and accountable person, then who had a part in the month's handoffs, by account id, so that their
 * order says nothing about anybody.
 */
export function inviteTo(pair: readonly (AccountId | null)[], rows: readonly HandoffRow[]): Review['invited'] {
  const sides = rows.flatMap(({ senderId, facts }) => [senderId, facts.receiverId]).sort();
  const people = [...pair, ...sides].flatMap((each) => (each === null || isFormer(each) ? [] : [each]));
  return [...new Set(people)].slice(0, MOST_INVITED).map((accountId) => ({ accountId }));
}

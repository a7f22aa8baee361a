import type { HandoffType } from '../type/handoff-type';
import { optionsOf } from '../type/type-options';
import type { DecisionContext, IssueFacts } from './command';
import { actingUser } from './decision';
import type { AccountId, Handoff } from './handoff';
import { effectiveReceiver, isNamed } from './receiver';

/** Whether the acting person answers for the type (S-034, its one accountable person). */
export function isAccountable(context: DecisionContext): boolean {
  const user = actingUser(context);
  return user !== null && optionsOf(context.handoffType).accountableId === user;
}

/**
 * Whether the acting person may step in where the pair cannot go on: T14, T15 and T16 at any active state. Never to accept, return or
 * rate for somebody: a sign-off by anybody else would prove nothing (domain.md 4.5).
 */
export function standsIn(context: DecisionContext): boolean {
  return isAccountable(context) || (actingUser(context) !== null && context.actorIsProjectAdmin === true);
}

/** Whether the acting person is one of the pair: the sender, the named receiver, or who took it. */
export function isOfPair(handoff: Handoff, context: DecisionContext): boolean {
  const user = actingUser(context);
  return user !== null && isSenderOrReceiver(handoff, context.handoffType, context.issue, user);
}

/** Whether this person hands it over, or is who it goes to as things stand. */
export function isSenderOrReceiver(handoff: Handoff, type: HandoffType, issue: IssueFacts | null, accountId: AccountId): boolean {
  const receiver = effectiveReceiver(handoff, type, issue);
  return handoff.sender.value === accountId || handoff.offer?.takenBy === accountId || isNamed(receiver, accountId);
}

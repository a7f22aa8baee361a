import { isFormer } from '../audit/former-person';
import type { HandoffType, ReceiverRule } from '../type/handoff-type';
import type { AccountId, Handoff, Receiver } from './handoff';

/**
 * Who the handoff goes to as things stand: who was offered it, else who was chosen, else who the type's rule names. While it is prepared,
 * somebody whose account was closed is nobody, so that the sender chooses anew (E20).
 *
 * @param issue What Jira says about a receiver taken from a user field; null when Jira was not asked.
 * @returns Null when nobody is named yet, or when only Jira could tell.
 */
export function effectiveReceiver(
  handoff: Handoff | null,
  type: HandoffType,
  issue: { readonly receiverFieldAccountId: AccountId | null } | null,
): Receiver | null {
  const chosen = handoff?.offer?.receiver ?? handoff?.receiver?.value ?? null;
  const waits = handoff !== null && handoff.state !== 'DRAFT' && handoff.state !== 'RETURNED';
  if (chosen !== null && (waits || !isGone(chosen))) return chosen;
  const rule = type.receiver;
  switch (rule.kind) {
    case 'senderChooses':
      return null;
    case 'person':
      return isGone(rule) ? null : { kind: 'person', accountId: rule.accountId };
    case 'group':
      return { kind: 'group', groupId: rule.groupId };
    case 'role':
      return { kind: 'role', roleId: rule.roleId };
    case 'userField': {
      const accountId = issue?.receiverFieldAccountId ?? null;
      return accountId === null ? null : { kind: 'person', accountId };
    }
  }
}

/** Whether this names somebody whose account was closed and erased. */
export function isGone(receiver: Receiver | ReceiverRule): boolean {
  return receiver.kind === 'person' && isFormer(receiver.accountId);
}

/** Whether somebody of several takes it: a group's or a role's handoff. */
export function isPool(receiver: Receiver): boolean {
  return receiver.kind !== 'person';
}

/** Whether the receiver is exactly this person. */
export function isNamed(receiver: Receiver | null, accountId: AccountId): boolean {
  return receiver?.kind === 'person' && receiver.accountId === accountId;
}

/** Whether two receivers are the same. */
export function sameReceiver(one: Receiver | null, other: Receiver | null): boolean {
  if (one === null || other === null) return one === other;
  switch (one.kind) {
    case 'person':
      return other.kind === 'person' && one.accountId === other.accountId;
    case 'group':
      return other.kind === 'group' && one.groupId === other.groupId;
    case 'role':
      return other.kind === 'role' && one.roleId === other.roleId;
  }
}

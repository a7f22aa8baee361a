import type { AccountId, Handoff, Receiver } from '../../domain/handoff/handoff';
import type { StoredRecord } from '../record/stored-record';

/** Everybody a screen may name, each once: what the one look-up of names asks for. */
export function listPeopleOnScreen(stored: StoredRecord | null, others: readonly (AccountId | null)[]): AccountId[] {
  const people = new Set<AccountId>();
  for (const accountId of others) if (accountId !== null) people.add(accountId);
  for (const handoff of stored?.record.handoffs ?? []) for (const accountId of listInHandoff(handoff)) people.add(accountId);
  for (const { by } of stored?.record.bypasses ?? []) if (by !== null) people.add(by);
  for (const ended of stored?.record.ended.slice(0, ENDED_ON_SCREEN) ?? []) {
    people.add(ended.senderId);
    if (ended.receiverId !== null) people.add(ended.receiverId);
    if (ended.endedBy !== null) people.add(ended.endedBy);
  }
  return [...people];
}

/** Ended handoffs whose people are named: one line per type is shown. */
const ENDED_ON_SCREEN = 5;

function listInHandoff(handoff: Handoff): AccountId[] {
  const { offer, acceptance, sender, receiver } = handoff;
  return [
    handoff.createdBy,
    ...(sender.value === null ? [] : [sender.value]),
    ...fromReceiver(receiver?.value ?? null),
    ...fromReceiver(offer?.receiver ?? null),
    ...toList(offer?.by ?? null),
    ...toList(offer?.takenBy ?? null),
    ...(acceptance === null ? [] : [acceptance.by]),
    ...Object.values(handoff.items).flatMap(({ by, value }) => (value?.kind === 'unknown' ? [by, value.ownerId] : [by])),
    ...Object.values(handoff.note).flatMap(({ by, unknown }) => (unknown === undefined ? [by] : [by, unknown.ownerId])),
    ...handoff.questions.flatMap(({ askedBy, answer }) => (answer === null ? [askedBy] : [askedBy, answer.by])),
    ...handoff.returns.flatMap(({ by }) => by),
    ...handoff.teamNotes.map(({ by }) => by),
    ...(handoff.waivers ?? []).map(({ by }) => by),
    ...toList(offer?.delegatedFrom ?? null),
  ];
}

function toList(accountId: AccountId | null): AccountId[] {
  return accountId === null ? [] : [accountId];
}

function fromReceiver(receiver: Receiver | null): AccountId[] {
  return receiver?.kind === 'person' ? [receiver.accountId] : [];
}

import type { HandoffEvent } from '../../domain/handoff/event';
import type { AccountId } from '../../domain/handoff/handoff';

/** People these events bring into a handoff, each once: those whose accounts the weekly report asks about (platform.md 4.4). */
export function listPeople(events: readonly HandoffEvent[]): AccountId[] {
  const people = new Set<AccountId>();
  for (const event of events) {
    switch (event.type) {
      case 'created':
        people.add(event.by).add(event.sender);
        if (event.receiver?.kind === 'person') people.add(event.receiver.accountId);
        break;
      case 'offered':
        if (event.by !== null) people.add(event.by);
        if (event.receiver.kind === 'person') people.add(event.receiver.accountId);
        break;
      case 'receiver_changed':
        if (event.receiver?.kind === 'person') people.add(event.receiver.accountId);
        break;
      case 'sender_changed':
        people.add(event.sender);
        break;
      case 'acknowledged':
      case 'question.asked':
      case 'question.answered':
        people.add(event.by);
        break;
      default:
        break;
    }
  }
  return [...people];
}

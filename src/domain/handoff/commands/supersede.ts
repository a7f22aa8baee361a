import type { Decision, HandoffCase } from '../decision';
import { decided, editingUser, headerFor, refuse, say } from '../decision';
import type { HandoffEvent } from '../event';
import { evolveAll } from '../evolve';
import { flushText } from '../flush-text';
import type { Entry, Handoff, Unknown } from '../handoff';
import { isHighRisk } from '../high-risk';
import { isNamed } from '../receiver';
import { isAccountable } from '../standing-in';
import { beginDraft } from './begin';
import { draftFrom } from './start-again';

/**
 * T17: the sender, or who answers for the type, replaces a handoff by a new draft with everything in it, as one decision: nobody ever sees
 * the work item without one. Once somebody took it, only who answers for the type may. The new one counts from where the first began.
 */
export function supersede(subject: HandoffCase): Decision {
  const { record, handoff, context } = subject;
  const by = editingUser(context);
  const answersForIt = isAccountable(context);
  if (by === null || (by !== handoff.sender.value && !answersForIt)) return refuse('FORBIDDEN');
  const { state } = handoff;
  if (state === 'ACCEPTED' || (state === 'IN_VERIFICATION' && !answersForIt)) return refuse('INVALID_STATE');

  const header = headerFor(subject);
  const n = (record.counts[handoff.typeId] ?? 0) + 1;
  const successorId = `${record.issueId}-${handoff.typeId}-${String(n)}`;
  const ending: readonly HandoffEvent[] = [...flushText(handoff, header), say(header, { type: 'superseded', by, successorId })];
  const freed = evolveAll(record, ending);
  const chainStart = handoff.chainStart ?? handoff.firstOfferedAt;
  const sender = handoff.sender.value ?? by;
  const receiver = keptReceiver(handoff, sender);
  const begun = beginDraft(freed, context, {
    by,
    sender,
    ...(receiver === null ? {} : { receiver }),
    ...(chainStart === null ? {} : { chainStart }),
  });
  if ('refusal' in begun) return begun;
  const filled = draftFrom(freed, begun, {
    context,
    by,
    items: valuesOf(handoff.items),
    note: valuesOf(handoff.note),
    isHighRisk: isHighRisk(handoff),
  });
  return filled.ok ? decided(...ending, ...filled.events) : filled;
}

function keptReceiver({ offer, receiver }: Handoff, sender: string) {
  const kept = offer?.receiver ?? receiver?.value ?? null;
  return isNamed(kept, sender) ? null : kept;
}

function valuesOf<T>(entries: Readonly<Record<string, Entry<T>>>): Record<string, T | Unknown> {
  return Object.fromEntries(
    Object.entries(entries).flatMap(([id, { value, unknown }]) => {
      const answer = unknown ?? value;
      return answer === null ? [] : [[id, answer] as const];
    }),
  );
}

import type { Command, DecisionContext } from '../command';
import type { Decision } from '../decision';
import { actorAccountId, decided, headerFor, headerOf, refuse, say } from '../decision';
import type { HandoffRecord } from '../handoff';
import { flushText } from '../flush-text';
import { findActive } from './begin';

/**
 * Keeps that a work item moved along a type's route although no handoff stood behind the move (domain.md 4.8): on the log of the active
 * handoff, else on the log of the type's moves without one, which bears the number 0. Nothing is begun and nothing moved back.
 */
export function recordBypass(
  record: HandoffRecord,
  { typeId, fromStatusId, toStatusId }: Extract<Command, { type: 'recordBypass' }>,
  context: DecisionContext,
): Decision {
  if (context.path === 'panel') return refuse('FORBIDDEN');
  const { handoffType, actor } = context;
  if (typeId !== handoffType.typeId) return refuse('NOT_FOUND');
  const body = { type: 'gate.bypassed', by: actorAccountId(actor), fromStatusIds: [fromStatusId], toStatusId } as const;
  const handoff = findActive(record, typeId);
  if (handoff !== null) {
    const header = headerFor({ record, handoff, context });
    return decided(...flushText(handoff, header), say(header, body));
  }
  const handoffId = movesWithoutId(record.issueId, typeId);
  const about = { handoffId, typeId, typeVersion: handoffType.version, attempt: 1, at: context.now };
  return decided(say(headerOf(record, about, context), body));
}

/** Names the log of a type's moves without a handoff on one work item. */
function movesWithoutId(issueId: string, typeId: string): string {
  return `${issueId}-${typeId}-0`;
}

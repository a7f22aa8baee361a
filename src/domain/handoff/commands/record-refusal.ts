import type { Command } from '../command';
import type { Decision, HandoffCase } from '../decision';
import { decided, headerFor, refuse, say } from '../decision';
import { flushText } from '../flush-text';
import { ACTIVE_STATES } from '../handoff';
import { msBetween } from '../instant';
import { REFUSAL_INTERVAL_MS } from '../limits';

/**
 * Keeps that the gate stopped a move, or would have, and what was missing: at most once a minute (domain.md 4.6). What is missing
 * counts as caught in both modes; ids the type does not know are dropped.
 */
export function recordRefusal(subject: HandoffCase, command: Extract<Command, { type: 'recordRefusal' }>): Decision {
  const { handoff, context } = subject;
  if (context.actor.kind !== 'system') return refuse('FORBIDDEN');
  if (!ACTIVE_STATES.includes(handoff.state)) return refuse('INVALID_STATE');
  if (handoff.lastRefusalAt !== null && msBetween(handoff.lastRefusalAt, context.now) < REFUSAL_INTERVAL_MS) return decided();
  const { items, notePrompts } = context.handoffType;
  const known = new Set([...items.map(({ itemId }) => itemId), ...notePrompts.map(({ sectionId }) => sectionId)]);
  const missedIds = [...new Set(command.missedIds)].filter((id) => known.has(id));
  const header = headerFor(subject);
  return decided(...flushText(handoff, header), say(header, { type: command.observed ? 'gate.would_block' : 'gate.denied', missedIds }));
}

import type { HandoffEvent } from '../../domain/handoff/event';
import { KEPT_ROUNDS, type RoundLine } from './stored-record';

/** The list of rounds after these events: an offer opens one, its decision ends it. Newest first. */
export function toRoundLines(before: readonly RoundLine[], events: readonly HandoffEvent[]): readonly RoundLine[] {
  return events.reduce(addEvent, before).slice(0, KEPT_ROUNDS);
}

function addEvent(lines: readonly RoundLine[], event: HandoffEvent): readonly RoundLine[] {
  const { handoffId, attempt, at } = event;
  switch (event.type) {
    case 'offered':
      return [{ handoffId, attempt, offeredAt: at, outcome: 'open', outcomeAt: null }, ...lines];
    case 'accepted':
      return end(lines, event, 'accepted');
    case 'returned':
      return end(lines, event, 'returned');
    case 'superseded':
    case 'cancelled':
      return end(lines, event, 'withdrawn');
    case 'voided':
      return lines.filter((line) => line.handoffId !== handoffId);
    default:
      return lines;
  }
}

function end(lines: readonly RoundLine[], { handoffId, at }: HandoffEvent, outcome: RoundLine['outcome']): readonly RoundLine[] {
  return lines.map((line) => (line.handoffId === handoffId && line.outcome === 'open' ? { ...line, outcome, outcomeAt: at } : line));
}

import type { HandoffEvent } from '../../domain/handoff/event';
import type { AppPorts } from '../ports/app-ports';
import type { Work } from '../ports/work-queue';
import { needsDelivery } from '../record/build-change';
import type { Changed } from '../record/change-record';
import type { StoredRecord } from '../record/stored-record';

/**
 * Hands the queue what a change leaves to do: bring it to Jira, and take it into the month's numbers. A push that fails is made up for
 * by the sweep, which finds the row's timer, and by the next change of the month.
 */
export async function requestFollowUp(
  ports: Pick<AppPorts, 'queue' | 'log'>,
  { stored, events, outcome, closing }: Changed,
): Promise<void> {
  if (stored === null || outcome !== 'changed') return;
  const work = [...toDelivery(stored), ...toSummaries(stored, events), ...toPassages(stored, events), ...toClosed(stored, closing)];
  if (work.length === 0) return;
  try {
    await ports.queue.push(work);
  } catch (error) {
    ports.log.fault('queue.push_failed', error);
  }
}

function toDelivery(stored: StoredRecord): Work[] {
  const { handoffs, ended, issueId } = stored.record;
  const ids = [...handoffs, ...ended.slice(0, 1)].map(({ handoffId }) => handoffId);
  return ids.some((handoffId) => needsDelivery(stored, handoffId)) ? [{ kind: 'deliver', issueId }] : [];
}

/** Moves without a handoff are counted with the other moves nobody stopped. */
function toPassages({ record }: StoredRecord, events: readonly HandoffEvent[]): Work[] {
  return events
    .filter(({ type }) => type === 'gate.bypassed')
    .map(() => ({ kind: 'countPassage', projectId: record.projectId, passage: 'bypassed' }));
}

/** Work items are counted by the accepted handoffs they had when they closed (M18). */
function toClosed({ record: { issueId }, rev }: StoredRecord, closing: Changed['closing']): Work[] {
  return closing === undefined ? [] : [{ kind: 'countClosed', ...closing, mark: `${issueId}:${String(rev)}` }];
}

/** Events that change what a month says. */
const CHANGES_NUMBERS: readonly HandoffEvent['type'][] = [
  'offered',
  'accepted',
  'returned',
  'rating.set',
  'rating.changed',
  'gate.denied',
  'gate.would_block',
  'waiver.granted',
  'rework.recorded',
  'work.started',
  'closed',
  'voided',
  'superseded',
  'cancelled',
];

function toSummaries({ record }: StoredRecord, events: readonly HandoffEvent[]): Work[] {
  const changed = new Map(events.filter(({ type }) => CHANGES_NUMBERS.includes(type)).map((event) => [event.handoffId, event]));
  return [...changed.values()].flatMap(({ handoffId, typeId }): Work[] => {
    const subject = [...record.handoffs, ...record.ended].find((each) => each.handoffId === handoffId);
    const month = subject?.firstOfferedAt?.slice(0, 7);
    return month === undefined ? [] : [{ kind: 'summarise', projectId: record.projectId, typeId, month, handoffId }];
  });
}

import { Queue } from '@forge/events';

import type { Work, WorkQueue } from '../app/ports/work-queue';
import { withTimeout } from './patience';

const PUSH_TIMEOUT_MS = 4_000;

/** Most events one push may carry (platform.md 6). */
const MAX_EVENTS_PER_PUSH = 50;

/** `WorkQueue` over the queues the manifest's consumers read, both pushed to at the same time. */
export const eventQueue: WorkQueue = {
  async push(work) {
    await Promise.all([
      pushTo(
        'handoff-work',
        work.filter((each) => !isUpkeep(each)),
      ),
      pushTo('handoff-upkeep', work.filter(isUpkeep)),
    ]);
  },
};

async function pushTo(key: 'handoff-work' | 'handoff-upkeep', work: readonly Work[]): Promise<void> {
  const queue = new Queue({ key });
  for (let start = 0; start < work.length; start += MAX_EVENTS_PER_PUSH) {
    const events = work.slice(start, start + MAX_EVENTS_PER_PUSH).map((each) => ({ body: { ...each }, ...inTurn(each) }));
    await withTimeout(queue.push(events), PUSH_TIMEOUT_MS);
  }
}

function isUpkeep({ kind }: Work): boolean {
  return kind === 'summarise' || kind === 'countPassage' || kind === 'countClosed' || kind === 'erasePeople';
}

/**
 * Work that reads a value and writes it back without a condition is done one after the other: two handoffs taken into one month at once
 * would lose one of them.
 */
function inTurn(work: Work): { readonly concurrency?: { readonly key: string; readonly limit: number } } {
  switch (work.kind) {
    case 'deliver':
      return { concurrency: { key: `deliver-${work.issueId}`, limit: 1 } };
    case 'summarise':
      return { concurrency: { key: `month-${work.projectId}-${work.typeId}-${work.month}`, limit: 1 } };
    case 'countPassage':
    case 'countClosed':
      return { concurrency: { key: `moves-${work.projectId}`, limit: 1 } };
    default:
      return {};
  }
}

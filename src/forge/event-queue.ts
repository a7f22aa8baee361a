import { Queue } from '@forge/events';

import type { WorkQueue } from '../app/ports/work-queue';
import { withTimeout } from './patience';

const PUSH_TIMEOUT_MS = 4_000;

/** Most events one push may carry (platform.md 6). */
const MAX_EVENTS_PER_PUSH = 50;

/** `WorkQueue` over the queue the manifest's consumer reads. */
export const eventQueue: WorkQueue = {
  async push(work) {
    const queue = new Queue({ key: 'handoff-work' });
    for (let start = 0; start < work.length; start += MAX_EVENTS_PER_PUSH) {
      const events = work.slice(start, start + MAX_EVENTS_PER_PUSH).map((each) => ({ body: { ...each } }));
      await withTimeout(queue.push(events), PUSH_TIMEOUT_MS);
    }
  },
};

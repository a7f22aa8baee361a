import { setTimeout as wait } from 'node:timers/promises';

/** Thrown by {@link withTimeout}: no answer in time, so the effect is unknown. */
export class TimedOut extends Error {
  constructor(timeoutMs: number) {
    super(`no answer within ${String(timeoutMs)} ms`);
    this.name = 'TimedOut';
  }
}

/** First pause before a repeat, in ms; doubled each time and drawn at random up to it, so that callers spread out. */
const FIRST_PAUSE_MS = 150;

/** A service that asks for more than this is not waited for, in ms: a person is waiting too. */
const LONGEST_PAUSE_MS = 4_000;

/** The promise's outcome, or `TimedOut`. The work behind it is not stopped. */
export async function withTimeout<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  const stop = new AbortController();
  const alarm = wait(timeoutMs, undefined, { signal: stop.signal, ref: false }).then(() => {
    throw new TimedOut(timeoutMs);
  });
  alarm.catch(() => undefined);
  try {
    return await Promise.race([work, alarm]);
  } finally {
    stop.abort();
  }
}

/** Waits before repeat number `attempt` (1, 2, …): as long as the service asked, else a random time that grows. */
export async function backOff(attempt: number, retryAfterMs: number | null): Promise<void> {
  const upToMs = FIRST_PAUSE_MS * 2 ** (attempt - 1);
  await wait(Math.min(retryAfterMs ?? Math.ceil(Math.random() * upToMs), LONGEST_PAUSE_MS));
}

/** Whether the wait a service asked for is short enough to keep a person waiting. */
export function isWorthWaiting(retryAfterMs: number | null): boolean {
  return retryAfterMs === null || retryAfterMs <= LONGEST_PAUSE_MS;
}

import { ForgeKvsAPIError, ForgeKvsError } from '@forge/kvs';

import { StoreFault } from '../app/ports/store-fault';
import { backOff, withTimeout, TimedOut } from './patience';

/** Longest wait for one read, in ms. */
const READ_TIMEOUT_MS = 4_000;

/** Longest wait for one write, in ms: a transaction may queue behind others on its keys. */
const WRITE_TIMEOUT_MS = 8_000;

const READ_ATTEMPTS = 3;

/** Codes the platform answers when a condition does not hold or a key that must be new exists. */
const CONFLICT_CODES: readonly string[] = ['CONDITIONAL_CHECK_FAILED', 'KEY_CONFLICT', 'TRANSACTION_CONFLICT'];

/** Runs a read: bounded, and repeated with growing random pauses when nobody judged it. Throws `StoreFault`. */
export async function readKvs<T>(read: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await withTimeout(read(), READ_TIMEOUT_MS);
    } catch (error) {
      const fault = toStoreFault(error);
      if (fault.kind === 'invalid' || fault.kind === 'conflict' || attempt >= READ_ATTEMPTS) throw fault;
      await backOff(attempt, fault.retryAfterMs);
    }
  }
}

/** Runs a write once: whether it took effect after a failure is for the caller to find out. Throws `StoreFault`. */
export async function writeKvs(write: () => Promise<unknown>): Promise<void> {
  try {
    await withTimeout(write(), WRITE_TIMEOUT_MS);
  } catch (error) {
    throw toStoreFault(error);
  }
}

/** Turns whatever @forge/kvs 1.6.5 or the network threw into the closed set. */
export function toStoreFault(error: unknown): StoreFault {
  if (error instanceof StoreFault) return error;
  if (error instanceof TimedOut) return new StoreFault('timeout', null, error);
  if (error instanceof ForgeKvsAPIError) {
    const { status } = error.responseDetails;
    if (CONFLICT_CODES.includes(error.code) || status === 409) return new StoreFault('conflict', null, error);
    if (status === 429 || error.code === 'TOO_MANY_REQUESTS') return new StoreFault('throttled', readRetryAfterMs(error.context), error);
    if (status === 408 || status === 504) return new StoreFault('timeout', null, error);
    if (status >= 500) return new StoreFault('unavailable', null, error);
    return new StoreFault('invalid', null, error);
  }
  if (error instanceof ForgeKvsError) return new StoreFault('invalid', null, error);
  return new StoreFault('unavailable', null, error);
}

/** Seconds the service asked to wait, where its error body names them; the client hands no header on. */
function readRetryAfterMs(context: Record<string, unknown>): number | null {
  const seconds = context['retryAfter'];
  return typeof seconds === 'number' && seconds >= 0 ? seconds * 1_000 : null;
}

/**
 * Everything storage trouble can be, whatever code the platform used:
 * `conflict` a condition did not hold or the key exists; `throttled` too many requests; `unavailable` the service failed or the
 * connection broke; `timeout` no answer in time, so the effect is unknown; `invalid` the request can never succeed.
 */
export type StoreFaultKind = 'conflict' | 'throttled' | 'unavailable' | 'timeout' | 'invalid';

/** Thrown by every storage adapter, and nothing else is. */
export class StoreFault extends Error {
  readonly kind: StoreFaultKind;
  /** How long the service asked to wait; null when it did not say. */
  readonly retryAfterMs: number | null;

  constructor(kind: StoreFaultKind, retryAfterMs: number | null = null, cause?: unknown) {
    super(`storage: ${kind}`, cause === undefined ? undefined : { cause });
    this.name = 'StoreFault';
    this.kind = kind;
    this.retryAfterMs = retryAfterMs;
  }
}

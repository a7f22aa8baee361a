/** Something the platform still has to hand to the app; durable until it succeeded or was given up. */
export interface Delivery {
  id: string;
  /** `site` for the site's own listeners, which the app does not see. */
  kind: 'trigger' | 'queue' | 'site';
  moduleKey: string;
  functionKey: string;
  /** The handler's first argument, without the retry context. */
  event: Record<string, unknown>;
  enqueuedAtMs: number;
  dueAtMs: number;
  retries: number;
  retryReason: string;
  retryData: unknown;
  /** Queue events only: events of one concurrency key run at most `limit` at a time. */
  concurrency: { key: string; limit: number } | null;
}

/** The value an app function returns to ask for another try: an `InvocationError` of @forge/events as JSON. */
export interface RetryRequest {
  retryAfterMs: number | null;
  reason: string;
  data: unknown;
}

/** Reads a function's answer; `null` when it asks for nothing. */
export function parseRetryRequest(value: unknown): RetryRequest | null {
  if (typeof value !== 'object' || value === null || !('_retry' in value) || value._retry !== true) return null;
  const { retryAfter, retryReason, retryData } = ('retryOptions' in value ? value.retryOptions : {}) as Record<string, unknown>;
  return {
    retryAfterMs: typeof retryAfter === 'number' ? retryAfter * 1000 : null,
    reason: typeof retryReason === 'string' ? retryReason : 'FUNCTION_RETRY_REQUEST',
    data: retryData ?? null,
  };
}

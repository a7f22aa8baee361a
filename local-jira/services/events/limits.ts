/**
 * Limits of product events, the async events queue and schedules, from Atlassian's pages "Async events API", "Async
 * events limits", "Atlassian app events" and "Scheduled trigger".
 */

/** Larger product events are not delivered, in bytes of JSON. */
export const MAX_PRODUCT_EVENT_BYTES = 200_000;

/** Retries a trigger function may ask for with an `InvocationError`. */
export const MAX_TRIGGER_RETRIES = 4;

/** Longest wait before a retry, in ms (15 minutes). */
export const MAX_RETRY_AFTER_MS = 900_000;

/** First wait before a retry nobody gave a time for; doubled each time: our choice, the platform names none. */
export const FIRST_BACKOFF_MS = 5_000;

/** How long a queued event is tried, in ms from its push (24 hours). */
export const RETENTION_MS = 24 * 3_600_000;

export const MAX_EVENTS_PER_PUSH = 50;

/** Size of one push, in bytes of JSON. */
export const MAX_PUSH_BYTES = 200 * 1024;

/** Events an app may push per minute. */
export const MAX_EVENTS_PER_MINUTE = 500;

/** Longest delay of an event, in s. */
export const MAX_DELAY_SECONDS = 900;

/** Interval of schedules by their name in the manifest, in ms. */
export const INTERVAL_MS: Record<string, number> = {
  fiveMinute: 5 * 60_000,
  hour: 3_600_000,
  day: 24 * 3_600_000,
  week: 7 * 24 * 3_600_000,
};

/** A schedule starts this long after its deployment, in ms. */
export const FIRST_RUN_AFTER_MS = 5 * 60_000;

/** Runs a schedule makes up for after the clock jumped over several: our choice; the platform would have run each. */
export const MAX_CATCH_UP_RUNS = 3;

/** Deliveries that run at the same time: our choice, small for two cores. */
export const MAX_PARALLEL_DELIVERIES = 4;

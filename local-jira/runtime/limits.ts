/**
 * Limits of a Forge function invocation, from Atlassian's page "Invocation limits" (platform.md 5).
 */

/** Resolver, validator and product-event functions may run this long; not extendable. */
export const INTERACTIVE_TIMEOUT_MS = 25_000;

/** Consumers and schedules without `timeoutSeconds` in the manifest. */
export const BACKGROUND_TIMEOUT_MS = 55_000;

/** Largest request to a front-end invocation of a resolver, in bytes of JSON. */
export const MAX_REQUEST_BYTES = 500_000;

/** Largest answer of a function, in bytes of JSON (5 MB). */
export const MAX_RESPONSE_BYTES = 5_000_000;

/** Log lines kept per minute of one invocation; further lines are dropped. */
export const MAX_LOG_LINES_PER_MINUTE = 100;

/** Log text kept per invocation, in bytes; what goes beyond is dropped. */
export const MAX_LOG_BYTES = 200_000;

/** Workers that run at the same time per depth of nesting: our choice, small for two cores. */
export const MAX_WORKERS_PER_DEPTH = 4;

/** How deep invocations may nest through the REST API before the platform would call it a cycle: our choice. */
export const MAX_DEPTH = 5;

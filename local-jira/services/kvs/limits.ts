/**
 * Limits of the Key-Value Store and the Custom Entity Store, from Atlassian's page "KVS and Custom Entity Store
 * limits" and the error tables of "Handling errors for the Custom Entity Store".
 */

/** Largest stored value, in bytes of its JSON (240 KiB). */
export const MAX_VALUE_BYTES = 240 * 1024;

/** Nesting of objects and arrays in a value. */
export const MAX_VALUE_DEPTH = 31;

export const MAX_KEY_CHARACTERS = 500;

/** The documented key expression, with the hyphen meant literally. */
export const KEY_PATTERN = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/;

/** Values of all range attributes of one index together, in bytes of UTF-8. */
export const MAX_RANGE_BYTES = 900;

/** Values of all partition attributes of one index together, in bytes of UTF-8. */
export const MAX_PARTITION_BYTES = 1700;

/** `integer` attributes are signed 32-bit. */
export const MIN_INTEGER = -(2 ** 31);
export const MAX_INTEGER = 2 ** 31 - 1;

export const DEFAULT_PAGE_ROWS = 10;
export const MAX_PAGE_ROWS = 100;
export const MAX_QUERY_CONDITIONS = 100;

export const MAX_TRANSACTION_OPERATIONS = 25;

/** Largest transaction request, in bytes of JSON (4 MB). */
export const MAX_TRANSACTION_BYTES = 4 * 1024 * 1024;

export const MAX_BATCH_KEYS = 25;

/** Longest time to live: one year. */
export const MAX_TTL_MS = 365 * 24 * 3_600_000;

import * as v from 'valibot';

/** Ids name entries of plain objects too, so what every object has by itself (`constructor`, `__proto__`) is no id. */
const isOwnName = v.check((given: string) => !(given in Object.prototype));

export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(120), v.regex(/^[\w.:-]+$/u), isOwnName);

export const accountId = v.pipe(v.string(), v.minLength(1), v.maxLength(128), v.regex(/^[\w.:|-]+$/u), isOwnName);

/** Text as every store and every reader can hold it: NUL is left out, half a surrogate pair becomes the replacement character. */
export const storable = v.transform((given: string) => given.replace(/\0/gu, '').replace(/\p{Surrogate}/gu, '\uFFFD'));

/** Compare-and-set value a write is held against. */
export const version = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A day of the calendar, `yyyy-mm-dd`. */
export const date = v.pipe(v.string(), v.isoDate());

/** An instant as Baton writes it. */
export const instant = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u));

/** `yyyy-mm`. */
export const month = v.pipe(v.string(), v.regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u));

/** A call that says nothing beside its name. */
export const nothing = v.optional(v.record(v.string(), v.never()), {});

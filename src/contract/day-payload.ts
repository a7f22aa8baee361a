import * as v from 'valibot';

/** A day there is, `yyyy-mm-dd`: `Date` takes the 30th of February for a day in March. */
export const day = v.pipe(
  v.string(),
  v.isoDate(),
  v.check((given) => !Number.isNaN(Date.parse(given)) && new Date(given).toISOString().startsWith(given)),
);

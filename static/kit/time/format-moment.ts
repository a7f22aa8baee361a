/** Where and how a moment is shown. */
export interface Reader {
  readonly locale: string;
  readonly timeZone: string;
}

function dayKey(at: Date, { timeZone }: Reader): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}

/**
 * A moment as briefly as it stays clear, in the reader's zone: `10:12 AM` today, `Mar 2, 10:12 AM` this year, with the year before.
 */
export function formatMoment(at: string, now: Date, reader: Reader): string {
  const moment = new Date(at);
  const { locale, timeZone } = reader;
  const time = { hour: 'numeric', minute: '2-digit', timeZone } as const;
  const [day, today] = [dayKey(moment, reader), dayKey(now, reader)];
  if (day === today) return new Intl.DateTimeFormat(locale, time).format(moment);
  const date = { ...time, day: 'numeric', month: 'short' } as const;
  if (day.slice(0, 4) === today.slice(0, 4)) return new Intl.DateTimeFormat(locale, date).format(moment);
  return new Intl.DateTimeFormat(locale, { ...date, year: 'numeric' }).format(moment);
}

/** A moment in full with the zone's name, for tooltips and records. */
export function formatMomentInFull(at: string, { locale, timeZone }: Reader): string {
  return new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(new Date(at));
}

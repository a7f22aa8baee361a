/** A day for reading in the reader's language, for example `Feb 28, 2027`; `day` is `yyyy-mm-dd`. */
export function formatDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day));
}

/** A month for reading, for example `Mar 2026`; `month` is `yyyy-mm`. */
export function formatMonth(month: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01`));
}

import { addMs } from '../handoff/instant';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** The day so many days later (earlier where negative), both as `yyyy-mm-dd`. */
export function addDays(day: string, days: number): string {
  return addMs(`${day}T00:00:00.000Z`, days * DAY_MS).slice(0, 10);
}

/** The same day of a month so many months later, both as `yyyy-mm-dd`; the last day of a month that is too short for it. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, ofMonth = 1] = day.split('-').map(Number);
  const counted = year * 12 + (month - 1) + months;
  const first = toDay(Math.floor(counted / 12), counted % 12, 1);
  const after = toDay(Math.floor((counted + 1) / 12), (counted + 1) % 12, 1);
  const last = Number(addDays(after, -1).slice(8));
  return `${first.slice(0, 8)}${String(Math.min(ofMonth, last)).padStart(2, '0')}`;
}

/** The month so many months before one, both `yyyy-mm`. */
export function monthBefore(month: string, months: number): string {
  return addMonths(`${month}-01`, -months).slice(0, 7);
}

/** So many months from one on, `yyyy-mm`. */
export function monthsFrom(first: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_each, index) => addMonths(`${first}-01`, index).slice(0, 7));
}

function toDay(year: number, monthIndex: number, ofMonth: number): string {
  return [String(year).padStart(4, '0'), String(monthIndex + 1).padStart(2, '0'), String(ofMonth).padStart(2, '0')].join('-');
}

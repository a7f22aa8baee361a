import type { MyTime } from '../../../src/contract/times';
import type { OpenHours } from '../../../src/domain/calendar/working-calendar';

/** A person's working time as its form shows it: one stretch, the same on every day. */
export interface Hours {
  /** 1 Monday to 7 Sunday. */
  readonly days: readonly number[];
  /** `hh:mm` as the field gives it. */
  readonly from: string;
  readonly to: string;
  readonly zone: string;
  /** Dates `yyyy-mm-dd`, separated by commas or blanks. */
  readonly daysOff: string;
  /** `yyyy-mm-dd`; empty while not away. */
  readonly awayUntil: string;
}

export const WEEKDAYS: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

const MINUTES_PER_DAY = 1_440;
const DATE = /^\d{4}-\d{2}-\d{2}$/u;

/** 1 January 2024 was a Monday. */
export function weekdayName(day: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, day)));
}

/** What the form starts with. */
export function toHours({ calendar, awayUntil }: MyTime): Hours {
  const first = calendar.week[0] ?? { day: 1, from: 9 * 60, to: 17 * 60 };
  return {
    days: [...new Set(calendar.week.map(({ day }) => day))].sort(),
    from: toClock(first.from),
    to: toClock(first.to),
    zone: calendar.zone,
    daysOff: calendar.daysOff.join(', '),
    awayUntil: awayUntil ?? '',
  };
}

/** What is saved; days whose hours were not touched keep the ones they had. */
export function toMyTime(
  hours: Hours,
  before: MyTime,
): { calendar: { zone: string; week: OpenHours[]; daysOff: string[] }; awayUntil: string | null } {
  const was = toHours(before);
  const isSameTime = was.from === hours.from && was.to === hours.to;
  const week = hours.days.flatMap((day) => {
    const kept = isSameTime ? before.calendar.week.filter((each) => each.day === day) : [];
    return kept.length > 0 ? kept : [{ day, from: toMinutes(hours.from), to: toMinutes(hours.to) || MINUTES_PER_DAY }];
  });
  return {
    calendar: { zone: hours.zone.trim(), week, daysOff: listDates(hours.daysOff) },
    awayUntil: hours.awayUntil === '' ? null : hours.awayUntil,
  };
}

/** The first thing that cannot be saved; null when all can. */
export function hoursProblem(hours: Hours, isZone: (zone: string) => boolean): 'from' | 'to' | 'zone' | 'daysOff' | null {
  if (!isClock(hours.from)) return 'from';
  if (!isClock(hours.to)) return 'to';
  if (!isZone(hours.zone.trim())) return 'zone';
  return listDates(hours.daysOff).every((date) => DATE.test(date) && !Number.isNaN(Date.parse(date))) ? null : 'daysOff';
}

function listDates(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/u).filter((date) => date !== ''))];
}

function isClock(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/u.test(text);
}

function toMinutes(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

function toClock(minutes: number): string {
  const inDay = minutes % MINUTES_PER_DAY;
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
}

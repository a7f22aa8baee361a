import { addMonths } from '../../domain/calendar/calendar-day';

/** The month so many months before one, both `yyyy-mm`. */
export function monthBefore(month: string, months: number): string {
  return addMonths(`${month}-01`, -months).slice(0, 7);
}

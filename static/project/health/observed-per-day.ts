import type { HealthView, TypeHealth } from '../../../src/contract/health';
import { addDays, addMonths } from '../../../src/domain/calendar/calendar-day';
import { fromDate, toWeekday } from '../../../src/domain/calendar/wall-clock';

/** How often a type was handed off on a working day, and in which months. */
export interface ObservedPerDay {
  readonly perDay: number;
  /** Decimals that tell it from none at all: of a rare one two. */
  readonly decimals: 1 | 2;
  /** `yyyy-mm`, first and last month looked at. */
  readonly from: string;
  readonly to: string;
}

const MONTHS_LOOKED_AT = 3;
const FRIDAY = 5;

/**
 * Handoffs of a working day over the last three months that are over, Monday to Friday, since a type has no calendar of its own. Months
 * before its first handoff do not count. Null where there was none.
 */
export function observedPerDay({ months }: Pick<HealthView, 'months'>, type: Pick<TypeHealth, 'months'>): ObservedPerDay | null {
  const over = months.slice(0, -1).slice(-MONTHS_LOOKED_AT);
  const first = type.months[0]?.month ?? '';
  const looked = over.filter((month) => month >= first);
  const [from, to] = [looked[0], looked.at(-1)];
  const handoffs = type.months.reduce((sum, { month, offered }) => (looked.includes(month) ? sum + offered : sum), 0);
  if (from === undefined || to === undefined || handoffs === 0) return null;
  const perDay = handoffs / looked.reduce((sum, month) => sum + workingDaysIn(month), 0);
  return { perDay, decimals: perDay < 1 ? 2 : 1, from, to };
}

function workingDaysIn(month: string): number {
  const end = addMonths(`${month}-01`, 1);
  let count = 0;
  for (let day = `${month}-01`; day < end; day = addDays(day, 1)) if (toWeekday(fromDate(day)) <= FRIDAY) count += 1;
  return count;
}

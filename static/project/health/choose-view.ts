import type { HealthMonth, HealthView, TypeHealth } from '../../../src/contract/health';
import { isEnoughForTrends } from '../../../src/domain/metrics/enough-for-trends';

/** The types whose numbers say something, most handoffs first. */
export function typesWithTrends({ types }: HealthView): readonly TypeHealth[] {
  return types.filter(({ months }) => isEnoughForTrends(months)).sort((one, other) => handoffsOf(other) - handoffsOf(one));
}

/** How many handoffs a type had in all its months. */
export function handoffsOf({ months }: Pick<TypeHealth, 'months'>): number {
  return months.reduce((sum, { offered }) => sum + offered, 0);
}

/** The month that shows first: the last one that is over and has handoffs, else the present one. */
export function firstMonth({ months }: TypeHealth, present: string): HealthMonth | undefined {
  return months.findLast(({ month }) => month < present) ?? months.at(-1);
}

/** The months up to one, as many as asked for by the calendar, oldest first; those without handoffs are not among them. */
export function monthsUpTo(view: Pick<HealthView, 'months'>, { months }: TypeHealth, month: string, count: number): readonly HealthMonth[] {
  const last = view.months.indexOf(month);
  const asked = view.months.slice(Math.max(0, last - count + 1), last + 1);
  return months.filter((each) => asked.includes(each.month));
}

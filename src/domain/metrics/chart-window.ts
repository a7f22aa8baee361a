import { monthBefore, monthsFrom } from '../calendar/calendar-day';
import { BASELINE_POINTS, CHART_MONTHS } from './baseline';
import type { ChartStart } from './chart-stretches';

/** Months that limits are made of: a start in the midst of one counts from the next. */
const BASELINE_MONTHS = BASELINE_POINTS + 1;

/** What the charts of one type need to know (decision 24). */
export interface ChartWindow {
  /** Those of its starts that matter for what is shown, oldest first: the last one before it, and all after. */
  readonly starts: readonly ChartStart[];
  /** `yyyy-mm`, oldest first: the months its oldest limits are made of, and those that are shown. */
  readonly months: readonly string[];
}

/**
 * @param starts Days from which the limits of the type's charts begin anew, oldest first.
 * @param since The day the type was first published; null: not known.
 * @param thisMonth The newest month shown, `yyyy-mm`.
 */
export function chartWindow(starts: readonly ChartStart[], since: string | null, thisMonth: string): ChartWindow {
  const shownFrom = monthBefore(thisMonth, CHART_MONTHS - 1);
  const before = starts.findLast(({ from }) => from < shownFrom);
  const begun = before?.from ?? since;
  const baseline = begun === null ? [] : monthsFrom(begun.slice(0, 7), BASELINE_MONTHS).filter((month) => month < shownFrom);
  return {
    starts: starts.filter((start) => start === before || start.from >= shownFrom),
    months: [...baseline, ...monthsFrom(shownFrom, CHART_MONTHS)],
  };
}

import { anhoj } from './anhoj';
import { BASELINE_POINTS } from './baseline';
import { pChart, uChart, type CountChart } from './count-charts';
import type { Share } from './digest-counts';
import { requireNumbers, requireShare } from './require-numbers';
import { xmr } from './xmr';
import type { Interval } from './wilson';

/** What a chart of points over time shows beyond chance (domain.md 3.4). No other rule than these three is ever applied. */
export interface Signals {
  /** Places of the points beyond their limits. */
  readonly outside: readonly number[];
  /** Points that follow each other on one side of the centre, and how many may. */
  readonly longestRun: { readonly length: number; readonly limit: number; readonly isSignal: boolean };
  /** How often the line crosses the centre, and how often it must. */
  readonly crossings: { readonly count: number; readonly limit: number; readonly isSignal: boolean };
  /** One of the three. */
  readonly isSignal: boolean;
}

/** The points that limits were computed from: places of the first and the last one, and how many they are. */
export interface Baseline {
  readonly first: number;
  readonly last: number;
  readonly points: number;
}

/** A chart of single values, in their unit: hours for durations. */
export interface ValueChart extends Interval {
  readonly centre: number;
  readonly baseline: Baseline;
  readonly signals: Signals;
}

/** One point of a chart of counts: one period or several that were too small alone. */
export interface ChartPeriod extends Share, Interval {
  /** Places of its first and last period. */
  readonly first: number;
  readonly last: number;
  /** `k / n`. */
  readonly value: number;
}

/** A chart of counts over periods. */
export interface PeriodChart {
  readonly centre: number;
  readonly baseline: Baseline;
  readonly periods: readonly ChartPeriod[];
  /** Places are those of `periods`. */
  readonly signals: Signals;
}

/** Fewer points draw no limits. */
export const LEAST_POINTS = 12;

const LEAST_HOURS = 1 / 60;
const LEAST_EXPECTED = 2;

/** A mean of equal values may miss them by less than this, which is neither beyond a limit nor on a side. */
const ROUNDING = 1e-9;

/**
 * XmR chart of durations on their logarithms: so skewed, the plain chart of a process that never changes would raise a false alarm in
 * most charts of 24 points (domain.md 3.4). The limits come back in hours, and stay those of the first twenty points.
 *
 * @param values Hours, oldest acceptance first; below a minute they count as a minute.
 * @param shownFrom Place of the first point that is shown: those before it only make the limits. `outside` counts all of them.
 * @returns Null below 12 values.
 * @throws {RangeError} For values below 0 or not finite.
 */
export function signalsOf(values: readonly number[], shownFrom = 0): ValueChart | null {
  requireNumbers(values, 0);
  if (values.length < LEAST_POINTS) return null;
  const chart = valueChart(
    values.map((hours) => Math.log(Math.max(hours, LEAST_HOURS))),
    shownFrom,
  );
  return chart && { ...chart, centre: Math.exp(chart.centre), lower: Math.exp(chart.lower), upper: Math.exp(chart.upper) };
}

/**
 * XmR chart of values as they are, for example mean ratings of months, whose spread is not skewed; its limits may lie beyond the scale.
 *
 * @param values Oldest first.
 * @returns Null below 12 values.
 * @throws {RangeError} For values not finite.
 */
export function plainSignals(values: readonly number[]): ValueChart | null {
  requireNumbers(values);
  return values.length < LEAST_POINTS ? null : valueChart(values, 0);
}

function valueChart(values: readonly number[], shownFrom: number): ValueChart | null {
  const baseline = values.slice(0, BASELINE_POINTS);
  const chart = xmr(baseline);
  if (chart === null) return null;
  const shown = values.slice(shownFrom);
  const limits = shown.map(() => chart);
  const { outside, ...signals } = findSignals(shown, chart.mean, limits);
  return {
    centre: chart.mean,
    lower: chart.lower,
    upper: chart.upper,
    baseline: { first: 0, last: baseline.length - 1, points: baseline.length },
    signals: { ...signals, outside: outside.map((place) => place + shownFrom) },
  };
}

/** u chart of events per thing, for example questions per handoff; like `pSignals`, but `k` may be more than `n`. */
export function uSignals(periods: readonly Share[], shownFrom = 0): PeriodChart | null {
  requireNumbers(
    periods.flatMap(({ k, n }) => [k, n]),
    0,
  );
  return periodChart(periods, shownFrom, uChart);
}

/**
 * p chart of shares, around the share of the first twenty periods. Periods of which fewer than two would be expected are joined with those
 * after them, the last ones with those before.
 *
 * @param periods Oldest first; those without anything to look at are passed over.
 * @param shownFrom Place of the first period that is shown: those before it only make the limits, and are joined with none after.
 * @returns Null where fewer than 12 remain.
 * @throws {RangeError} For what is no share.
 */
export function pSignals(periods: readonly Share[], shownFrom = 0): PeriodChart | null {
  for (const { k, n } of periods) requireShare(k, n);
  return periodChart(periods, shownFrom, pChart);
}

type Counted = Pick<ChartPeriod, 'k' | 'n' | 'first' | 'last'>;

function periodChart(
  periods: readonly Share[],
  shownFrom: number,
  chartOf: (counts: readonly number[], sizes: readonly number[], mean: number) => CountChart | null,
): PeriodChart | null {
  const own = periods.map(({ k, n }, index) => ({ k, n, first: index, last: index })).filter(({ n }) => n > 0);
  const baseline = own.slice(0, BASELINE_POINTS);
  const [from, to] = [baseline[0], baseline.at(-1)];
  const mean = baseline.reduce((sum, { k }) => sum + k, 0) / baseline.reduce((sum, { n }) => sum + n, 0);
  const before = joinSmall(
    own.filter(({ first }) => first < shownFrom),
    mean,
  );
  const joined = joinSmall(
    own.filter(({ first }) => first >= shownFrom),
    mean,
  );
  if (from === undefined || to === undefined || before.length + joined.length < LEAST_POINTS) return null;
  const chart = chartOf(
    joined.map(({ k }) => k),
    joined.map(({ n }) => n),
    mean,
  );
  const shown = joined.map((period, index) => ({
    ...period,
    value: period.k / period.n,
    ...(chart?.limits[index] ?? { lower: mean, upper: mean }),
  }));
  const values = shown.map(({ value }) => value);
  return {
    centre: mean,
    baseline: { first: from.first, last: to.last, points: baseline.length },
    periods: shown,
    signals: findSignals(values, mean, chart?.limits ?? []),
  };
}

function joinSmall(own: readonly Counted[], mean: number): readonly Counted[] {
  const joined: Counted[] = [];
  let open: Counted | null = null;
  for (const period of own) {
    open = open === null ? period : join(open, period);
    if (open.n * mean < LEAST_EXPECTED) continue;
    joined.push(open);
    open = null;
  }
  const before = joined.at(-1);
  if (open === null) return joined;
  return before === undefined ? [open] : [...joined.slice(0, -1), join(before, open)];
}

function join(one: Counted, next: Counted): Counted {
  return { k: one.k + next.k, n: one.n + next.n, first: one.first, last: next.last };
}

function findSignals(values: readonly number[], centre: number, limits: readonly Interval[]): Signals {
  const outside = values.flatMap((value, index) => {
    const { lower, upper } = limits[index] ?? { lower: centre, upper: centre };
    return value < lower - ROUNDING || value > upper + ROUNDING ? [index] : [];
  });
  const sides = values.filter((value) => Math.abs(value - centre) > ROUNDING).map((value) => value > centre);
  const { length, crossings } = runsOf(sides);
  // All points on the centre line: there is nothing to run or to cross.
  const limit = sides.length === 0 ? { longestRun: 0, fewestCrossings: 0 } : anhoj(sides.length);
  const longestRun = { length, limit: limit.longestRun, isSignal: length > limit.longestRun };
  const crossed = { count: crossings, limit: limit.fewestCrossings, isSignal: crossings < limit.fewestCrossings };
  return { outside, longestRun, crossings: crossed, isSignal: outside.length > 0 || longestRun.isSignal || crossed.isSignal };
}

function runsOf(sides: readonly boolean[]): { readonly length: number; readonly crossings: number } {
  let length = 0;
  let run = 0;
  let crossings = 0;
  for (const [index, side] of sides.entries()) {
    const goesOn = index > 0 && side === sides[index - 1];
    if (index > 0 && !goesOn) crossings += 1;
    run = goesOn ? run + 1 : 1;
    length = Math.max(length, run);
  }
  return { length, crossings };
}

import { anhoj } from './anhoj';
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

/** A chart of single durations, all in hours. */
export interface DurationChart {
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
  /** As many points as the limits were computed from. */
  readonly baseline: number;
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
  readonly periods: readonly ChartPeriod[];
  /** Places are those of `periods`. */
  readonly signals: Signals;
}

/** Fewer points draw no limits. */
export const LEAST_POINTS = 12;

const BASELINE_POINTS = 20;
const LEAST_HOURS = 1 / 60;
const LEAST_EXPECTED = 2;

/** A mean of equal values may miss them by less than this, which is neither beyond a limit nor on a side. */
const ROUNDING = 1e-9;

/**
 * XmR chart of durations on their logarithms: so skewed, the plain chart of a process that never changes would raise a false alarm in
 * most charts of 24 points (domain.md 3.4). The limits come back in hours, and stay those of the first twenty points.
 *
 * @param values Hours, oldest acceptance first; below a minute they count as a minute.
 * @returns Null below 12 values.
 * @throws {RangeError} For values below 0 or not finite.
 */
export function signalsOf(values: readonly number[]): DurationChart | null {
  requireNumbers(values, 0);
  if (values.length < LEAST_POINTS) return null;
  const logs = values.map((hours) => Math.log(Math.max(hours, LEAST_HOURS)));
  const baseline = logs.slice(0, BASELINE_POINTS);
  const chart = xmr(baseline);
  if (chart === null) return null;
  const limits = logs.map(() => chart);
  return {
    centre: Math.exp(chart.mean),
    lower: Math.exp(chart.lower),
    upper: Math.exp(chart.upper),
    baseline: baseline.length,
    signals: findSignals(logs, chart.mean, limits),
  };
}

/** u chart of events per thing, for example questions per handoff; like `pSignals`, but `k` may be more than `n`. */
export function uSignals(periods: readonly Share[]): PeriodChart | null {
  requireNumbers(
    periods.flatMap(({ k, n }) => [k, n]),
    0,
  );
  return periodChart(periods, uChart);
}

/**
 * p chart of shares. Periods of which fewer than two would be expected are joined with those after them, the last ones with those before.
 *
 * @param periods Oldest first; those without anything to look at are passed over.
 * @returns Null where fewer than 12 remain.
 * @throws {RangeError} For what is no share.
 */
export function pSignals(periods: readonly Share[]): PeriodChart | null {
  for (const { k, n } of periods) requireShare(k, n);
  return periodChart(periods, pChart);
}

function periodChart(
  periods: readonly Share[],
  chartOf: (counts: readonly number[], sizes: readonly number[]) => CountChart | null,
): PeriodChart | null {
  const joined = joinSmall(periods);
  const chart = chartOf(
    joined.map(({ k }) => k),
    joined.map(({ n }) => n),
  );
  if (chart === null || joined.length < LEAST_POINTS) return null;
  const shown = joined.map((period, index) => ({
    ...period,
    value: period.k / period.n,
    ...(chart.limits[index] ?? { lower: chart.mean, upper: chart.mean }),
  }));
  const values = shown.map(({ value }) => value);
  return { centre: chart.mean, periods: shown, signals: findSignals(values, chart.mean, chart.limits) };
}

type Joined = Pick<ChartPeriod, 'k' | 'n' | 'first' | 'last'>;

function joinSmall(periods: readonly Share[]): readonly Joined[] {
  const own = periods.map(({ k, n }, index) => ({ k, n, first: index, last: index })).filter(({ n }) => n > 0);
  const mean = own.reduce((sum, { k }) => sum + k, 0) / own.reduce((sum, { n }) => sum + n, 0);
  const joined: Joined[] = [];
  let open: Joined | null = null;
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

function join(one: Joined, next: Joined): Joined {
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
